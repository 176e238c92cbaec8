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
    .flatMap((block) => [...otherWords(block), ...inlinesOf(block).map(wordsOfInlines), wordsOfBlocks(blocksOf(block))])
    .filter(Boolean)
    .join(' ');
}

/** The words of a block that are no inline runs: a question may be only a picture or a stretch of code. */
function otherWords(block: Block): string[] {
  const words = block.type === 'code' ? block.value : block.type === 'figure' ? block.alt : '';
  return [words.replace(/\s+/g, ' ').trim()];
}

function wordsOf(inline: Inline): string {
  if (inline.type === 'blank-rule' || inline.type === 'blank') return BLANK;
  return 'children' in inline ? inline.children.map(wordsOf).join('') : inlineText([inline]);
}
