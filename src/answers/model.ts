import type { RuleId } from '../diagnostics/rules.js';

/** What a reader wrote or ticked in one place of a booklet. */
export interface Answer {
  /** The place, the same in every copy: `luke-22.q3`. */
  id: string;
  /** Id of the lesson; empty for what is the booklet's own, such as pages for notes. */
  lesson: string;
  kind: 'text' | 'check';
  /** What the booklet calls the place: the question. */
  label: string;
  /** Empty where nothing was written. */
  value: string | boolean;
}

/** A filled booklet, read. */
export interface FilledBooklet {
  title: string;
  /** Titles of lessons by their ids. */
  lessons: ReadonlyMap<string, string>;
  /** In the order of the booklet. */
  answers: Answer[];
  problems: AnswerProblem[];
}

/** Something that is to be said of a filled booklet. */
export interface AnswerProblem {
  rule: Extract<RuleId, `answers-${string}`>;
  found: string;
  expected: string;
  advice: string;
}
