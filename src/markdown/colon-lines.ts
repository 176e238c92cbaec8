import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import { SKIP, visit } from 'unist-util-visit';

/** A line that begins like a directive and was read as prose. */
export interface Opener {
  place: Position;
  /** The line, without what stands before the colons. */
  text: string;
  colons: number;
  name: string | undefined;
}

/** Lines of colons that Markdown read as prose, in the order of the file. */
export interface ColonLines {
  openers: Opener[];
  closers: Position[];
}

/** Finds the lines within paragraphs, headings and table rows that consist of colons or begin like a directive. */
export function colonLines(root: Root, source: string): ColonLines {
  const found: ColonLines = { openers: [], closers: [] };
  const lines = source.split('\n');
  visit(root, (node) => {
    if (node.type === 'paragraph' && (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel)
      return SKIP;
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableRow') return undefined;
    const { start, end } = node.position ?? { start: { line: 1, column: 1 }, end: { line: 0 } };
    for (let line = start.line; line <= end.line; line++) {
      if (insideCode(node, line)) continue;
      const text = lines[line - 1] ?? '';
      // Lines after the first may begin with the marks of the quotes around them.
      const before = line === start.line ? start.column - 1 : (/^[\s>]*/.exec(text)?.[0].length ?? 0);
      sort(text.slice(before).trimEnd(), line, before, found);
    }
    return SKIP;
  });
  return found;
}

function sort(text: string, line: number, before: number, found: ColonLines): void {
  const opener = openerAt(text, line, before);
  if (opener) found.openers.push(opener);
  else if (/^:{3,}$/.test(text)) found.closers.push(placeOf(text, line, before));
}

/**
 * What opens a directive in a line that was not read as one.
 *
 * @param text the line without the `before` characters before its colons.
 */
export function openerAt(text: string, line: number, before: number): Opener | undefined {
  const colons = /^:*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(colons);
  if (colons < 2 || rest === '') return undefined;
  const name = /^\s*(\p{L}[\p{L}\p{N}_-]*)/u.exec(rest)?.[1];
  if (colons < 3 && (name === undefined || /^\s/.test(rest))) return undefined;
  return { place: placeOf(text, line, before), text, colons, name };
}

function placeOf(text: string, line: number, before: number): Position {
  return { start: { line, column: before + 1 }, end: { line, column: before + 1 + text.length } };
}

function insideCode(node: Nodes, line: number): boolean {
  let inside = false;
  visit(node, 'inlineCode', ({ position }) => {
    if (position && position.start.line < line && line <= position.end.line) inside = true;
  });
  return inside;
}
