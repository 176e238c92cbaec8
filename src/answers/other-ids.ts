import type { AnswerProblem, FilledBooklet } from './model.js';

/** Names of fields that are counted, and so are no block's. */
const COUNTED = /^(?:(?:blank|lines|reading|prepare|task)-\d+|name)$/;

/** What ends the name of a blank in a question. */
const BLANK = /-blank-\d+$/;

/** What a booklet has, by which answers are held to it. */
export interface KnownIds {
  lessons: ReadonlySet<string>;
  /** Anchors of its blocks: `luke-22.q3`. */
  blocks: ReadonlySet<string>;
}

/** Says of a filled booklet which of its answers are to questions that the booklet does not have, or has no longer. */
export function otherIds({ answers }: FilledBooklet, { lessons, blocks }: KnownIds): AnswerProblem[] {
  const other = answers.filter(({ id, lesson }) => {
    if (lesson === '') return false;
    if (!lessons.has(lesson)) return true;
    const own = id.slice(lesson.length + 1);
    return !COUNTED.test(own) && !blocks.has(id.replace(BLANK, ''));
  });
  if (other.length === 0) return [];
  return [
    {
      rule: 'answers-other-ids',
      found: `${other.length} of ${answers.length} places that the booklet does not have, such as “${other[0]?.id}”`,
      expected: 'a file of this booklet, of this version',
      advice: 'see whether it was filled in from another booklet or an older one; its answers are told all the same',
    },
  ];
}
