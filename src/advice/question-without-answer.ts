import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Lesson, Question } from '../lesson/model.js';
import { allBlocks, inlinesOf } from '../lesson/walk.js';
import { inlinesWithin } from './inlines.js';
import type { AdviceRule } from './model.js';
import { nameOf, questionsOf } from './questions.js';

/**
 * Questions without an answer in a lesson that has answers to others, and lessons of questions that have none at all. What a
 * question asks of the reader's own life (`kind=engage`) needs none, nor does one whose gaps hold what is wanted or which
 * has a note for the leader. Chapters are not led.
 */
export const questionWithoutAnswer: AdviceRule = ({ booklet, lessons }) => {
  if (!booklet.editions.some(({ answers }) => answers)) return [];
  return lessons.filter(({ number }) => number > 0).flatMap(inLesson);
};

function inLesson(lesson: Lesson) {
  const questions = questionsOf(lesson);
  const wanting = questions.filter((question) => question.kind !== 'engage' && !isAnswered(question));
  const [first] = wanting;
  if (!first) return [];
  const rule = 'question-without-answer';
  if (!questions.some(isAnswered)) {
    return [
      diagnostic({
        file: first.file ?? lesson.file,
        place: first.position,
        rule,
        found: `“${lesson.title}” with no answer to any of its questions`,
        expected: 'something for the leader to go by',
        advice: 'write :::answer under the first of them and go on from there',
      }),
    ];
  }
  return wanting.map((question) =>
    diagnostic({
      file: question.file ?? lesson.file,
      place: question.position,
      rule,
      found: `${nameOf(question)} without an answer`,
      expected: 'one, as the other questions of the lesson have',
      advice: 'write :::answer, or kind=engage where only readers themselves can answer',
    }),
  );
}

function isAnswered({ answer, prompt }: Question): boolean {
  return answer.length > 0 || [...allBlocks({ body: prompt, footnotes: [] })].some(isForLeader);
}

function isForLeader(block: Block): boolean {
  if (block.type === 'audience') return block.audience === 'leader';
  if (block.type === 'for') return block.audiences.includes('leader');
  return inlinesOf(block).some((run) => inlinesWithin(run).some(({ type }) => type === 'blank'));
}
