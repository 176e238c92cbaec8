import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Lesson, Question } from '../lesson/model.js';
import { allBlocks, blocksOf, timedItems } from '../lesson/walk.js';
import type { AdviceRule } from './model.js';
import { nameOf, questionsOf } from './questions.js';

/**
 * Questions without minutes in a lesson most of whose questions have them: the timing table and the paths leave their time
 * out. A question in an activity with minutes is part of those. That minutes do not add up, or do not fit into a path, is a
 * warning of every build.
 */
export const minutesMissing: AdviceRule = ({ lessons }) =>
  lessons.flatMap((lesson) => {
    const counted = new Set<unknown>(
      timedItems(lesson.body).flatMap(({ block }) => [block, ...allBlocks({ body: blocksOf(block), footnotes: [] })]),
    );
    const questions = questionsOf(lesson);
    const without = questions.filter((question) => !counted.has(question));
    return without.length * 2 < questions.length ? without.map((question) => missing(lesson, question)) : [];
  });

function missing(lesson: Lesson, question: Question) {
  return diagnostic({
    file: question.file ?? lesson.file,
    place: question.position,
    rule: 'minutes-missing',
    found: `${nameOf(question)} without minutes`,
    expected: 'some, as the other questions of the lesson have',
    advice: 'say how long it takes with minutes=…; the leader’s times leave it out until then',
  });
}
