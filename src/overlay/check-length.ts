import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Change } from '../lesson/changes.js';
import type { Lesson } from '../lesson/model.js';
import { timedItems } from '../lesson/walk.js';

/** Warns where the minutes of a lesson no longer add up to its duration once changes are made; told at its first change. */
export function checkLength(lesson: Lesson, { file, opening }: Change): Diagnostic[] {
  const items = timedItems(lesson.body);
  if (lesson.duration === undefined || items.length === 0) return [];
  const sum = items.filter(({ optional }) => !optional).reduce((total, { minutes }) => total + minutes, 0);
  const difference = lesson.duration - sum;
  if (difference === 0) return [];
  return [
    diagnostic({
      file,
      place: opening,
      rule: 'timing-sum',
      found: `“${lesson.id}” is to take ${lesson.duration} minutes, and with its changes the parts that are not optional take ${sum}`,
      expected: 'the same number',
      advice: `plan ${Math.abs(difference)} ${difference > 0 ? 'more' : 'fewer'} in what you change or add, or make a part optional`,
    }),
  ];
}
