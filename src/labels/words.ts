import { dayDate, longDate, meetingDate } from './dates.js';
import type { Labels } from './model.js';

/** What labels print, so that a theme's fonts can be held to it. Placeholders are left empty. */
export function labelWords(labels: Labels): string[] {
  // A catalogue has a form for one and a form for more; other forms come from the booklet, whose words are looked at there.
  const words = Object.values(labels).flatMap((label: unknown) => {
    if (typeof label === 'function') return [1, 2].map((count) => String(label.call(labels, `${count}`, '')));
    return typeof label === 'string' ? [label] : Object.values(label as Labels['editions']);
  });
  return [...new Set(words)];
}

/** The names of days and months that dates in a language print, for the same purpose. */
export function dateWords(language: string): string[] {
  // The first days of the months of 2027 are all seven days of the week.
  const dates = Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}-01`);
  return [longDate, meetingDate, dayDate].flatMap((written) => dates.map((date) => written(date, language)));
}
