import type { Definition, FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Problem } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { shortened } from '../diagnostics/shortened.js';
import type { Report } from './parsed.js';
import { placeAt, sourceOf } from './points.js';

/**
 * Reports footnote marks without a note (`[^1]`) and reference links without a definition (`[words][name]`), which
 * Markdown leaves standing as text, and definitions that no link uses, which it leaves out. Shortcut references are not
 * looked for: `[sic]` is prose.
 */
export function checkMarks(root: Root, source: string, report: Report): void {
  const notes: FootnoteDefinition[] = [];
  const definitions: Definition[] = [];
  const used = new Set<string>();
  visit(root, (node) => {
    if (node.type === 'footnoteDefinition') notes.push(node);
    if (node.type === 'definition') definitions.push(node);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  });
  visit(root, 'text', ({ position }) => {
    const written = sourceOf(source, position);
    const offset = position?.start.offset ?? 0;
    for (const match of written.matchAll(MARK)) {
      const label = match[1] ?? '';
      const start = offset + match.index;
      report({
        rule: 'footnote-undefined',
        place: placeAt(source, start, start + match[0].length),
        found: `the footnote mark “[^${label}]”`,
        ...remedy(
          label,
          notes,
          `a note “[^${label}]: …” in this file`,
          'write the note, or put a backslash before the bracket if it is no footnote',
        ),
      });
    }
    for (const match of written.matchAll(REFERENCE)) {
      const label = match[1] ?? '';
      const start = offset + match.index + 1;
      report({
        rule: 'footnote-undefined',
        place: placeAt(source, start, start + match[0].length - 1),
        found: `the reference link “[${label}]”`,
        ...remedy(
          label,
          definitions,
          `a definition “[${label || 'name'}]: address” in this file`,
          'write the definition, or put a backslash before the bracket if it is no link',
        ),
      });
    }
  });
  checkDefinitions(definitions, used, source, report);
}

function checkDefinitions(definitions: Definition[], used: ReadonlySet<string>, source: string, report: Report): void {
  const first = new Map<string, Definition>();
  // The tree of changes is not in the order of its file, and the first of the file is the one that counts.
  definitions.sort((a, b) => (a.position?.start.offset ?? 0) - (b.position?.start.offset ?? 0));
  for (const definition of definitions) {
    const { identifier } = definition;
    const earlier = first.get(identifier);
    if (!earlier) first.set(identifier, definition);
    const { unseen } = (definition.data ?? {}) as Unseen;
    if (earlier) report(secondDefinition(definition, earlier));
    else if (!used.has(identifier) && !unseen) report(unusedDefinition(definition, source));
  }
}

function unusedDefinition({ label, position }: Definition, source: string): Omit<Problem, 'file'> {
  const written = sourceOf(source, position).split('\n')[0] ?? '';
  return {
    rule: 'definition-unused',
    place: position,
    found: `“${shortened(written, 50)}”, which Markdown takes for the address of a link and leaves out`,
    expected: `a link “[words][${label}]” that uses it`,
    advice: 'add the link or remove the line; if the line is to be printed, put a backslash before its bracket',
  };
}

function secondDefinition({ label, position }: Definition, first: Definition): Omit<Problem, 'file'> {
  return {
    rule: 'definition-unused',
    place: position,
    found: `a second address for “[${label}]”, which is left out (the first is on line ${first.position?.start.line})`,
    expected: 'each name once in a file',
    advice: 'give one of them another name; if the line is to be printed, put a backslash before its bracket',
  };
}

const MARK = /(?<!\\)\[\^([^\]\s[]+)\]/g;
const REFERENCE = /(?<!\\)\]\[((?!\^)[^\]\n[]*)\]/g;

function remedy(
  label: string,
  candidates: readonly (Definition | FootnoteDefinition)[],
  expected: string,
  otherwise: string,
) {
  const unseen = candidates.find((candidate) => sameLabel(candidate, label));
  if (unseen) {
    markUnseen(unseen);
    return {
      expected: `its definition outside directives; it is on line ${unseen.position?.start.line}, inside one that begins after the mark`,
      advice: 'move the definition to the end of the file',
    };
  }
  const near = nearest(
    label,
    candidates.map((candidate) => candidate.label ?? candidate.identifier),
  );
  const meant = candidates.find((candidate) => near !== undefined && sameLabel(candidate, near));
  if (meant) markUnseen(meant);
  return { expected, advice: near ? `did you mean “${near}”?` : otherwise };
}

/** What says of a definition that Markdown did not find it from where it was asked for: it is not unused. */
export interface Unseen {
  unseen?: true;
}

function markUnseen(definition: Definition | FootnoteDefinition): void {
  definition.data = { ...definition.data, unseen: true } as Unseen;
}

function sameLabel({ identifier }: Definition | FootnoteDefinition, label: string): boolean {
  return identifier === label.replace(/\s+/g, ' ').toLowerCase();
}
