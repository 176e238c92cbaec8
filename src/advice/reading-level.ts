import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Question } from '../lesson/model.js';
import type { AdviceRule } from './model.js';
import { nameOf, questionsOf, wordingOf, wordsIn } from './questions.js';

/** Fewer words than this say nothing about a text: one long name would decide. */
const FEWEST_WORDS = 20;

/**
 * Questions that take more years of school to read than `reading-level` allows, by the grade of Flesch and Kincaid
 * (Kincaid, Fishburne, Rogers and Chissom, 1975), which is made for English.
 */
export const readingLevel: AdviceRule = ({ booklet, lessons }) => {
  if (!/^en(?:-|$)/i.test(booklet.language)) return [];
  const { readingLevel: limit } = booklet.check;
  return lessons.flatMap((lesson) =>
    questionsOf(lesson).flatMap((question) => {
      const grade = gradeOf(question);
      if (grade === undefined || grade <= limit) return [];
      return diagnostic({
        file: question.file ?? lesson.file,
        place: question.position,
        rule: 'reading-level',
        found: `${nameOf(question)} reads like grade ${grade.toFixed(1)} of school`,
        expected: `grade ${limit} or below`,
        advice: 'make two sentences of the longest, and choose shorter words',
      });
    }),
  );
};

/** The grade of a question's words; undefined where there are too few to tell. */
export function gradeOf(question: Question): number | undefined {
  const texts = wordingOf(question);
  const words = texts.flatMap(wordsIn);
  if (words.length < FEWEST_WORDS) return undefined;
  const sentence = texts.flatMap((text) => [...SENTENCES.segment(text)]).filter(({ segment }) => wordsIn(segment)[0]);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: sentence.length, word: words.length, syllable: syllables });
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });
