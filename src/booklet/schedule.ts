import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Booklet } from './model.js';

/**
 * Holds a schedule to the lessons: one date for each, each later than the one before. Dates that no calendar has are
 * reported when `booklet.yaml` is read.
 *
 * @param schedule - ISO 8601 dates; empty when there is no schedule.
 * @param lessons - How many lessons the booklet has.
 * @param said - Which file says what stands at a path of keys, and where.
 */
export function checkSchedule(schedule: readonly string[], lessons: number, said: Booklet['said']): Diagnostic[] {
  if (schedule.length === 0) return [];
  const messages: Diagnostic[] = [];
  if (schedule.length !== lessons) {
    const missing = lessons - schedule.length;
    messages.push(
      diagnostic({
        ...said(['schedule']),
        rule: 'schedule',
        found: `${counted(schedule.length, 'date')} for ${counted(lessons, 'lesson')}`,
        expected: 'one date for each lesson, in their order',
        advice: missing > 0 ? `add ${counted(missing, 'date')}` : `take ${counted(-missing, 'date')} away`,
      }),
    );
  }
  const lessonOn = new Map<string, number>();
  for (const [index, date] of schedule.entries()) {
    const before = schedule[index - 1];
    const same = lessonOn.get(date);
    const at = { ...said(['schedule', index]), rule: 'schedule' } as const;
    if (same !== undefined) {
      messages.push(
        diagnostic({
          ...at,
          found: `${date} for lesson ${index + 1}, which is the date of lesson ${same}`,
          expected: 'a date of its own for each lesson',
          advice: 'change one of the two',
        }),
      );
      // Dates of the form 2027-01-07 sort as they follow each other.
    } else if (before !== undefined && date < before) {
      messages.push(
        diagnostic({
          ...at,
          found: `${date} for lesson ${index + 1}, and ${before} for lesson ${index}`,
          expected: `a date after ${before}`,
          advice: 'put the dates in the order of the lessons, the earliest first',
        }),
      );
    }
    lessonOn.set(date, same ?? index + 1);
  }
  return messages;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
