import type { LaidNode } from './nodes.js';

/**
 * The pages, from 0, on which each citation of a section's paragraphs stands. A paragraph that runs over pages cites on
 * the page that has the words; words that are themselves divided count where the paragraph begins.
 */
export function citationsIn(pages: readonly { nodes: readonly LaidNode[] }[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  const divided = new Map<string, number>();
  pages.forEach(({ nodes }, page) => {
    for (const node of textsIn(nodes)) {
      const words = (node.lines ?? []).map((line) => line.string).join('');
      for (const { key, text } of node.props.cites ?? []) {
        if (words.includes(text)) add(found, key, page);
        else if (!divided.has(key)) divided.set(key, page);
      }
    }
  });
  for (const [key, page] of divided) if (!found.has(key)) add(found, key, page);
  return found;
}

function add(found: Map<string, number[]>, key: string, page: number): void {
  const pages = found.get(key) ?? [];
  if (!pages.includes(page)) found.set(key, [...pages, page]);
}

function* textsIn(nodes: readonly LaidNode[]): Generator<LaidNode> {
  for (const node of nodes) {
    if (node.type === 'TEXT') yield node;
    else if (node.children) yield* textsIn(node.children);
  }
}
