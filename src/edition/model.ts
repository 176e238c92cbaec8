import type { EditionDefinition } from '../booklet/model.js';
import type { Activity, Block, Inline, Lesson } from '../lesson/model.js';
import type { GlancePath } from './path-words.js';

/** What one edition shows of a booklet: nothing that it hides is left in it. */
export interface EditionContent {
  edition: EditionDefinition;
  lessons: EditionLesson[];
  /** What stands before and after the lessons. */
  front: EditionPart[];
  back: EditionPart[];
}

/** A lesson as one edition shows it. */
export interface EditionLesson extends Omit<Lesson, 'body'> {
  body: Block[];
  /** The leader's first page; absent in editions that are not for leaders. */
  glance?: Glance;
  /** When the group meets for this lesson, and for the next one (ISO 8601 dates). */
  date?: string;
  nextDate?: string;
}

/** What a leader needs to see at a glance before the session. */
export interface Glance {
  /** Checklist, one entry a box to tick; text that is not a list comes first as paragraphs. */
  prepare: Block[];
  timing: TimingRow[];
  /** Paths through the session, shortest first. */
  paths: GlancePath[];
  /** Sum of the rows in minutes. */
  total: number;
  /** Planned length in minutes, if the lesson states one. */
  duration?: number;
}

/** One row of the timing table: a part of the lesson with the minutes of all timed items in it. */
export interface TimingRow {
  title?: Inline[];
  /** What an untitled part is, to be named by a label. */
  kind?: Activity['kind'];
  /** Question numbers in this part, as ranges: `1–3`. */
  questions?: string;
  minutes: number;
  /** Minutes of the items in this part that may be dropped. */
  optionalMinutes: number;
  /** Minutes from the start of the session to the end of this part. */
  endsAt: number;
}

/** A part of a booklet beside its lessons, as one edition shows it. */
export type EditionPart =
  | { kind: 'chapter'; chapter: EditionLesson }
  | { kind: 'index-of-passages' | 'index-of-hymns' | 'prayer-requests' };
