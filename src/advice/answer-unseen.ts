import { diagnostic } from '../diagnostics/diagnostic.js';
import { allBlocks } from '../lesson/walk.js';
import type { AdviceRule } from './model.js';
import { shownIn } from './shown.js';

/**
 * Answers without a question: those of questions that are only for readers who see no answers, or which are themselves for
 * others than their question, so that no edition shows them. Editions that are not made just now count.
 */
export const answerUnseen: AdviceRule = ({ lessons, contents }) => {
  const answered = new Set(
    contents.flatMap((content) =>
      shownIn(content).flatMap(({ id, blocks }) =>
        blocks.flatMap((block) => (block.type === 'question' && block.answer.length > 0 ? [`${id}.${block.id}`] : [])),
      ),
    ),
  );
  return lessons.flatMap((lesson) =>
    [...allBlocks(lesson)].flatMap((block) => {
      if (block.type !== 'question' || block.answer.length === 0 || answered.has(`${lesson.id}.${block.id}`)) return [];
      return diagnostic({
        file: block.file ?? lesson.file,
        place: block.answer[0]?.position ?? block.position,
        rule: 'answer-unseen',
        found: 'an answer that no edition shows',
        expected: 'a question and an answer for the same eyes',
        advice: 'move the question out of “participant”, or change what it and its answer are “for”',
      });
    }),
  );
};
