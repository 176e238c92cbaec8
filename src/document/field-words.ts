import type { Block, Inline } from '../lesson/model.js';
import { blocksOf, inlinesOf, inlineText } from '../lesson/walk.js';

/** What stands for a blank in the words around it. */
const BLANK = '…';

/** The words of inline runs in one line, with a sign for each blank. */
export function wordsOfInlines(inlines: readonly Inline[]): string {
  return inlines.map(wordsOf).join('').replace(/\s+/g, ' ').trim();
}

/** The words of blocks in one line. */
export function wordsOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => [...inlinesOf(block).map(wordsOfInlines), wordsOfBlocks(blocksOf(block))])
    .filter(Boolean)
    .join(' ');
}

function wordsOf(inline: Inline): string {
  if (inline.type === 'blank-rule' || inline.type === 'blank') return BLANK;
  return 'children' in inline ? inline.children.map(wordsOf).join('') : inlineText([inline]);
}
