import type { Paragraph as MdastParagraph, RootContent } from 'mdast';
import { toGuideBlock } from './guide-blocks.js';
import { toInlines, wordsForId } from './inlines.js';
import { toList } from './lists.js';
import type { Making } from './making.js';
import type { Block } from './model.js';
import { toTable } from './tables.js';

/** Flow content as blocks. Images found within a block's lines follow it as figures. */
export function toBlocks(nodes: readonly RootContent[], making: Making): Block[] {
  return nodes.flatMap((node) => [...toBlock(node, making), ...making.lifted.splice(0)]);
}

function toBlock(node: RootContent, making: Making): Block[] {
  const { position } = node;
  switch (node.type) {
    case 'paragraph':
      return toParagraph(node, making);
    case 'heading': {
      const children = toInlines(node.children, making);
      if (children.length === 0) return [];
      return [
        {
          type: 'heading',
          level: making.levels.get(node) ?? 2,
          id: making.anchors.fromWords(wordsForId(node)),
          children,
          position,
        },
      ];
    }
    case 'list':
      return [toList(node, making, toBlocks)];
    case 'table':
      return [toTable(node, making)];
    case 'blockquote': {
      const children = toBlocks(node.children, making);
      return children.length > 0 ? [{ type: 'blockquote', children, position }] : [];
    }
    case 'code':
      return [{ type: 'code', ...(node.lang ? { language: node.lang } : {}), value: node.value, position }];
    case 'thematicBreak':
      return [{ type: 'thematic-break', position }];
    case 'containerDirective':
    case 'leafDirective':
      return toGuideBlock(node, making, toBlocks);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    case 'listItem':
      return toBlocks(node.children, making);
    case 'tableRow':
      return node.children.flatMap((cell) =>
        toParagraph({ type: 'paragraph', children: cell.children, position }, making),
      );
    case 'tableCell':
      return toParagraph({ type: 'paragraph', children: node.children, position }, making);
    default:
      // What runs within a line never stands by itself in a tree that was read; made trees may have it.
      return toParagraph({ type: 'paragraph', children: [node], position }, making);
  }
}

function toParagraph(node: MdastParagraph, making: Making): Block[] {
  const children = toInlines(node.children, making);
  return children.length > 0 ? [{ type: 'paragraph', children, position: node.position }] : [];
}

/** Makes blocks from what stands inside a block. */
export type ToBlocks = typeof toBlocks;
