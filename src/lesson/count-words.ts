import type { Block, Inline, Lesson } from './model.js';
import { allBlocks, inlinesOf, inlineText } from './walk.js';

/** What words are counted in: a lesson, or what one edition shows of it. */
export type Counted = Pick<Lesson, 'title' | 'subtitle' | 'aim' | 'body' | 'footnotes'> & {
  glance?: { prepare: Block[] };
};

/**
 * How many words of a lesson a reader sees, its title, answers and footnotes with it. Passages that are put in are not
 * counted: they are not the author's, and are not there yet while a lesson is only read. What stands between spaces is
 * one word, as in a word processor; in scripts without spaces, what a dictionary would have.
 */
export function countWords({ title, subtitle = '', aim = [], body, footnotes, glance }: Counted): number {
  const blocks = [...allBlocks({ body: [...(glance?.prepare ?? []), ...body], footnotes })];
  const texts = [title, subtitle, inlineText(aim), ...blocks.flatMap(textsOf)];
  return texts.reduce((sum, text) => sum + wordsIn(text), 0);
}

function textsOf(block: Block): string[] {
  if (block.type === 'code') return [block.value];
  return inlinesOf(block).map((run: readonly Inline[]) => inlineText(run));
}

function wordsIn(text: string): number {
  return text
    .split(/[\s\u2014]+/)
    .filter((part) => /[\p{L}\p{N}]/u.test(part))
    .reduce((sum, part) => sum + (UNSPACED.test(part) ? segmented(part) : 1), 0);
}

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

function segmented(text: string): number {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}
