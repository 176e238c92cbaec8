import { describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/booklet/model.js';
import { checkSchedule } from '../../src/booklet/schedule.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';

/** Where the tests' schedule stands: `schedule:` on line 3, its dates on the lines after it. */
const said: Booklet['said'] = ([, index]) => {
  const point = index === undefined ? { line: 3, column: 11 } : { line: 4 + Number(index), column: 5 };
  return { file: 'booklet.yaml', place: { start: point, end: point } };
};

/** The messages on a schedule for so many lessons, a line each. */
function messages(schedule: string[], lessons: number): string[] {
  const text = formatDiagnostics(checkSchedule(schedule, lessons, said));
  return text === '' ? [] : text.split('\n');
}

describe('a schedule', () => {
  it('may be left out', () => {
    expect(messages([], 6)).toEqual([]);
  });

  it('has one date for each lesson, however far apart', () => {
    expect(messages(['2027-01-07', '2027-01-08', '2028-02-29'], 3)).toEqual([]);
    expect(messages(['9999-12-31'], 1)).toEqual([]);
  });

  it('says how many dates are missing or too many', () => {
    expect(messages(['2027-01-07', '2027-01-14', '2027-01-21', '2027-01-28'], 6)).toEqual([
      'booklet.yaml:3:11  schedule  4 dates for 6 lessons; expected one date for each lesson, in their order; add 2 dates',
    ]);
    expect(messages(['2027-01-07', '2027-01-14'], 1)).toEqual([
      'booklet.yaml:3:11  schedule  2 dates for 1 lesson; expected one date for each lesson, in their order; take 1 date away',
    ]);
  });

  it('names a date that comes before the one above it', () => {
    expect(messages(['2027-01-07', '2028-01-14', '2027-01-21', '2027-01-28'], 4)).toEqual([
      'booklet.yaml:6:5  schedule  2027-01-21 for lesson 3, and 2028-01-14 for lesson 2; expected a date after 2028-01-14; put the dates in the order of the lessons, the earliest first',
    ]);
    expect(messages(['2027-01-28', '2027-01-21', '2027-01-14'], 3)).toHaveLength(2);
  });

  it('names a date that is there already, beside the other or not', () => {
    expect(messages(['2027-01-07', '2027-01-07', '2027-01-14'], 3)).toEqual([
      'booklet.yaml:5:5  schedule  2027-01-07 for lesson 2, which is the date of lesson 1; expected a date of its own for each lesson; change one of the two',
    ]);
    expect(messages(['2027-01-07', '2027-01-14', '2027-01-07'], 3)).toEqual([
      'booklet.yaml:6:5  schedule  2027-01-07 for lesson 3, which is the date of lesson 1; expected a date of its own for each lesson; change one of the two',
    ]);
  });

  it('tells of every problem at once', () => {
    expect(messages(['2027-02-01', '2027-01-01', '2027-01-01'], 5).map((line) => line.split('  ')[0])).toEqual([
      'booklet.yaml:3:11',
      'booklet.yaml:5:5',
      'booklet.yaml:6:5',
    ]);
  });

  it('is judged quickly however long it is', () => {
    const dates = Array.from({ length: 20_000 }, (_, day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    expect(messages(dates, 20_000)).toEqual([]);
    expect(messages(dates.reverse(), 20_000)).toHaveLength(19_999);
  });
});
