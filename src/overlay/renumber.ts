import type { Block, Heading, Lesson } from '../lesson/model.js';
import { withInside } from '../lesson/walk.js';

/**
 * The lesson with the questions that everyone sees counted again from 1, in all editions alike, and with its headings
 * lowered where they would skip a level.
 */
export function renumbered(lesson: Lesson): Lesson {
  let questions = 0;
  // The level of the last heading that everyone sees, and of the last of all.
  let last = { all: 1, some: 1 };
  const inOrder = (blocks: readonly Block[], shown: boolean): Block[] =>
    blocks.map((block): Block => {
      const own = block.type === 'question' && block.number !== undefined ? { ...block, number: ++questions } : block;
      if (own.type === 'heading') {
        const level = Math.min(own.level, (shown ? last.all : last.some) + 1) as Heading['level'];
        last = { all: shown ? level : last.all, some: level };
        return { ...own, level };
      }
      const all = shown && !['audience', 'for', 'prepare'].includes(own.type);
      return withInside(own, { inlines: (run) => run, blocks: (children) => inOrder(children, all) });
    });
  return { ...lesson, body: inOrder(lesson.body, true) };
}
