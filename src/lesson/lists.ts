import type { List as MdastList } from 'mdast';
import type { ToBlocks } from './blocks.js';
import type { Making } from './making.js';
import type { List } from './model.js';

/** A list of any kind; a task list's items say whether they are ticked. */
export function toList(node: MdastList, making: Making, toBlocks: ToBlocks): List {
  return {
    type: 'list',
    ordered: node.ordered === true,
    start: node.start ?? 1,
    loose: node.spread === true || node.children.some((item) => item.spread === true),
    items: node.children.map((item) => ({
      ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
      children: toBlocks(item.children, making),
      position: item.position,
    })),
    position: node.position,
  };
}
