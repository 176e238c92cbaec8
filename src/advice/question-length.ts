import { diagnostic } from '../diagnostics/diagnostic.js';
import type { AdviceRule } from './model.js';
import { nameOf, questionsOf, wordingOf, wordsIn } from './questions.js';

/** Questions of more words than a group keeps in mind when they are read aloud; `question-words` says how many those are. */
export const questionLength: AdviceRule = ({ booklet, lessons }) =>
  lessons.flatMap((lesson) =>
    questionsOf(lesson).flatMap((question) => {
      const { length } = wordingOf(question).flatMap(wordsIn);
      if (length <= booklet.check.questionWords) return [];
      return diagnostic({
        file: question.file ?? lesson.file,
        place: question.position,
        rule: 'question-length',
        found: `${nameOf(question)} of ${length} words`,
        expected: `at most ${booklet.check.questionWords}`,
        advice: 'make two questions of it, or tell in text of its own what they need to know first',
      });
    }),
  );
