import type { Position } from 'unist';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Lesson } from './model.js';
import { timedItems } from './walk.js';

/** Warns when the parts that are not optional do not add up to the lesson's duration. A lesson without timed parts has no plan to check. */
export function checkTiming(lesson: Lesson, place: Position | undefined): Diagnostic[] {
  const items = timedItems(lesson.body);
  if (lesson.duration === undefined || items.length === 0) return [];
  const sum = items.filter((item) => !item.optional).reduce((total, item) => total + item.minutes, 0);
  const difference = lesson.duration - sum;
  if (difference === 0) return [];
  return [
    diagnostic({
      file: lesson.file,
      place,
      rule: 'timing-sum',
      found: `“duration” is ${lesson.duration} minutes, and the parts that are not optional take ${sum}`,
      expected: 'the same number',
      advice:
        difference > 0
          ? `plan ${difference} more, or change the duration`
          : `take ${-difference} away, mark a part optional, or change the duration`,
    }),
  ];
}
