import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from './parsed.js';
import { placeAt, sourceOf } from './points.js';

/** Values by name, from booklet.yaml. */
export type Variables = Readonly<Record<string, string>>;

/**
 * Puts the booklet's values in place of `{{name}}` in a tree's words, captions, addresses and attributes, but not in
 * code. A value is plain text: nothing in it is read as Markdown. `\{\{name}}` stays as it is.
 */
export function setVariables(root: Root, source: string, variables: Variables, report: Report): void {
  const addresses = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, encoded(value)]));
  visit(root, (node) => {
    const { position } = node;
    const fill = (text: string) => fillText(text, { source, position, variables, report });
    if (node.type === 'text') node.value = fill(node.value);
    if ('alt' in node && node.alt) node.alt = fill(node.alt);
    if ('title' in node && node.title) node.title = fill(node.title);
    if ('url' in node) node.url = fillText(node.url, { source, position, variables: addresses, report });
    if (isDirective(node)) {
      for (const [name, value] of Object.entries(node.attributes ?? {})) {
        if (value && node.attributes) node.attributes[name] = fill(value);
      }
    }
  });
}

/** The same for a text on its own, such as a title; `placeOf` says where a mark such as `{{name}}` stands. */
export function filled(
  text: string,
  variables: Variables,
  placeOf: (mark: string) => Position | undefined,
  report: Report,
): string {
  return text.replace(VARIABLE, (whole, name: string) => {
    if (Object.hasOwn(variables, name)) return variables[name] ?? whole;
    report(unknownVariable(name, variables, placeOf(whole)));
    return whole;
  });
}

const VARIABLE = /\{\{[ \t]*([^\s{}](?:[^{}\n]*[^\s{}])?)[ \t]*\}\}/g;

interface Scene {
  source: string;
  position: Position | undefined;
  variables: Variables;
  report: Report;
}

function fillText(text: string, { source, position, variables, report }: Scene): string {
  const written = sourceOf(source, position);
  let from = 0;
  return text.replace(VARIABLE, (whole, name: string) => {
    // Braces that were escaped or written as entities do not stand so in the source.
    const at = written.indexOf(whole, from);
    if (at < 0) return whole;
    from = at + whole.length;
    if (Object.hasOwn(variables, name)) return variables[name] ?? whole;
    const start = (position?.start.offset ?? 0) + at;
    report(unknownVariable(name, variables, placeAt(source, start, start + whole.length)));
    return whole;
  });
}

/** A value as it may stand in an address. */
function encoded(value: string): string {
  // Half a surrogate pair cannot be encoded.
  return encodeURI(value.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function unknownVariable(name: string, variables: Variables, place: Position | undefined): Parameters<Report>[0] {
  const near = nearest(name, Object.keys(variables));
  return {
    rule: 'unknown-variable',
    place,
    found: `unknown variable “${name}”`,
    expected: 'a name from “variables” in booklet.yaml',
    advice: near ? `did you mean “${near}”?` : `add “${name}: …” under “variables:” there`,
  };
}

function isDirective(node: Nodes): node is Extract<Nodes, { type: `${string}Directive` }> {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}
