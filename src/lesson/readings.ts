import type { ListItem, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { contentOf, labelOf, needsContent } from './directive-parts.js';
import { plainText, tidy, toInlines } from './inlines.js';
import type { Making } from './making.js';
import type { Inline, ReadingItem, Readings } from './model.js';

/** The readings of a week: the items of its list, a line each. */
export function toReadings(node: ContainerDirective | LeafDirective, making: Making): Readings {
  needsContent(node, making);
  const title = toInlines(labelOf(node), making);
  return {
    type: 'readings',
    id: making.anchors.fromWords('readings'),
    ...(title.length > 0 ? { title } : {}),
    items: contentOf(node).flatMap((child) => toItems(child, making)),
    position: node.position,
  };
}

function toItems(node: RootContent, making: Making): ReadingItem[] {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') return [];
  if (node.type === 'list') return node.children.map((item) => toItem(item, making));
  wrongContent(node, 'a list of references, one an item', 'begin each reading with “- ”', making);
  return [{ children: words(node, making), position: node.position }];
}

function toItem(item: ListItem, making: Making): ReadingItem {
  const more = item.children.find((child, i) => i > 0 || child.type !== 'paragraph');
  if (more) wrongContent(more, 'one line of text in each item of “readings”', 'give it an item of its own', making);
  const children = item.children.flatMap((child, i): Inline[] => {
    const separator: Inline[] = i > 0 ? [{ type: 'text', value: ' ', position: child.position }] : [];
    return [...separator, ...words(child, making)];
  });
  return { children: tidy(children), position: item.position };
}

function words(node: RootContent, making: Making): Inline[] {
  if (node.type === 'paragraph') return toInlines(node.children, making);
  return [{ type: 'text', value: plainText(node).trim(), position: node.position }];
}

function wrongContent(node: RootContent, expected: string, advice: string, making: Making): void {
  making.report({
    rule: 'directive-content',
    place: node.position,
    found: `${node.type === 'paragraph' ? 'a paragraph' : node.type === 'list' ? 'a list within an item' : 'a block'} in “readings”`,
    expected,
    advice,
  });
}
