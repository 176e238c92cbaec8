import type { EditionLesson } from '../edition/model.js';

/** When the group meets for a lesson. */
export interface Meeting {
  /** ISO 8601 dates. The next one is that of the next lesson, absent for the last. */
  date: string;
  next?: string;
  /** BCP 47 language that dates are written in. */
  language: string;
}

/** The meeting of a lesson that has a date, as part of its setting. */
export function meetingOf({ date, nextDate }: EditionLesson, language: string): { meeting?: Meeting } {
  return date ? { meeting: { date, ...(nextDate ? { next: nextDate } : {}), language } } : {};
}

/** Days that the readings of a lesson are spread over when no other meeting follows. */
const WEEK = 7;

const DAY = 24 * 60 * 60 * 1000;

/**
 * The day of each reading, as ISO 8601 dates: one a day from the day after the meeting on. The day of the next meeting is
 * the last of them, so a week has seven. Readings that are more than the days are spread over them evenly.
 */
export function readingDays(count: number, { date, next }: Pick<Meeting, 'date' | 'next'>): string[] {
  const days = next === undefined ? WEEK : Math.max(1, Math.round((Date.parse(next) - Date.parse(date)) / DAY));
  return Array.from({ length: count }, (_, index) => {
    const after = 1 + (count > days ? Math.floor((index * days) / count) : index);
    return new Date(Date.parse(date) + after * DAY).toISOString().slice(0, 10);
  });
}
