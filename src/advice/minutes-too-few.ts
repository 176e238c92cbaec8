import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Block } from '../lesson/model.js';
import type { SetPassage } from '../lesson/passage.js';
import { allBlocks, timedItems } from '../lesson/walk.js';
import type { AdviceRule } from './model.js';
import { wordsIn } from './questions.js';

/** Faster than most people read scripture aloud, so that what is told is certain. */
const WORDS_A_MINUTE = 180;

/** Parts whose passages alone take longer to be read aloud than their minutes. */
export const minutesTooFew: AdviceRule = ({ lessons }) =>
  lessons.flatMap((lesson) =>
    timedItems(lesson.body).flatMap(({ block, minutes }) => {
      const words = [...allBlocks({ body: [block], footnotes: [] })].reduce((sum, one) => sum + readAloud(one), 0);
      const needed = Math.ceil(words / WORDS_A_MINUTE);
      if (needed <= minutes) return [];
      return diagnostic({
        file: block.file ?? lesson.file,
        place: block.position,
        rule: 'minutes-too-few',
        found: `minutes=${minutes} for a part that prints ${words} words of scripture`,
        expected: `at least ${needed} if they are read aloud`,
        advice: 'give it more minutes, or print less of the passage',
      });
    }),
  );

function readAloud(block: Block): number {
  if (block.type !== 'scripture' && block.type !== 'memory-verse') return 0;
  return block.passage ? wordsIn(textOf(block.passage)).length : 0;
}

function textOf({ blocks }: SetPassage): string {
  return blocks
    .flatMap((block) => {
      if (block.type === 'gap') return [];
      return block.type === 'prose' ? block.spans : block.lines.flatMap(({ spans }) => spans);
    })
    .flatMap(({ runs }) => runs.map(({ text }) => text))
    .join(' ');
}
