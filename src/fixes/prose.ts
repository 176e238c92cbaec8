import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Span } from './edits.js';

/** Where running text stands in a source: not code, not HTML, not addresses, not what directives say in braces. */
export function proseIn(root: Root, source: string): Span[] {
  const spans: Span[] = [];
  visit(root, (node) => {
    // Passages are printed in the house style as they are, and ids are made of these words.
    if (node.type === 'leafDirective' && PASSAGES.has(node.name)) return SKIP;
    if (node.type === 'link' && isBareAddress(source, node.position)) return SKIP;
    if (node.type !== 'text') return undefined;
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start !== undefined && end !== undefined) spans.push({ start, end });
    return undefined;
  });
  return spans;
}

const PASSAGES: ReadonlySet<string> = new Set(['scripture', 'memory-verse']);

/** Whether a link is an address that stands in the text as it is. */
function isBareAddress(source: string, position: Root['position']): boolean {
  const written = source.slice(position?.start.offset, position?.end.offset);
  return !written.startsWith('[');
}
