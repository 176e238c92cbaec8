import type { Definition, FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from './parsed.js';
import { placeAt, sourceOf } from './points.js';

/**
 * Reports footnote marks without a note (`[^1]`) and reference links without a definition (`[words][name]`), which
 * Markdown leaves standing as text. Shortcut references are not looked for: `[sic]` is prose.
 */
export function checkMarks(root: Root, source: string, report: Report): void {
  const notes: FootnoteDefinition[] = [];
  const definitions: Definition[] = [];
  visit(root, (node) => {
    if (node.type === 'footnoteDefinition') notes.push(node);
    if (node.type === 'definition') definitions.push(node);
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
    unseen.data = { ...unseen.data, unseen: true } as Unseen;
    return {
      expected: `its definition outside directives; it is on line ${unseen.position?.start.line}, inside one that begins after the mark`,
      advice: 'move the definition to the end of the file',
    };
  }
  const near = nearest(
    label,
    candidates.map((candidate) => candidate.label ?? candidate.identifier),
  );
  return { expected, advice: near ? `did you mean “${near}”?` : otherwise };
}

/** Marks a definition that Markdown did not find from where it was asked for: it is not unused. */
export interface Unseen {
  unseen?: true;
}

function sameLabel({ identifier }: Definition | FootnoteDefinition, label: string): boolean {
  return identifier === label.replace(/\s+/g, ' ').toLowerCase();
}
