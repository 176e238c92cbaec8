import { describe, expect, it } from 'vitest';
import { meetingOf, readingDays } from '../../src/document/meeting.js';
import type { EditionLesson } from '../../src/edition/model.js';

const days = (count: number, date: string, next?: string) => readingDays(count, next ? { date, next } : { date });

describe('readingDays', () => {
  it('gives each reading a day, from the day after the meeting to the day of the next', () => {
    expect(days(7, '2027-01-07', '2027-01-14')).toEqual([
      '2027-01-08',
      '2027-01-09',
      '2027-01-10',
      '2027-01-11',
      '2027-01-12',
      '2027-01-13',
      '2027-01-14',
    ]);
  });

  it('leaves days over where there are few readings', () => {
    expect(days(2, '2027-01-07', '2027-02-04')).toEqual(['2027-01-08', '2027-01-09']);
    expect(days(0, '2027-01-07')).toEqual([]);
  });

  it('goes over the ends of months and years, and over leap days', () => {
    expect(days(3, '2026-12-30')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
    expect(days(2, '2027-02-27')).toEqual(['2027-02-28', '2027-03-01']);
    expect(days(3, '2028-02-27')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(days(2, '2100-02-28')).toEqual(['2100-03-01', '2100-03-02']);
  });

  it('does not stumble over the nights when clocks change', () => {
    expect(days(7, '2027-03-11', '2027-03-18').at(-1)).toBe('2027-03-18');
    expect(days(7, '2027-10-28', '2027-11-04').at(-1)).toBe('2027-11-04');
  });

  it('spreads readings evenly where there are more of them than days', () => {
    expect(days(4, '2027-01-07', '2027-01-09')).toEqual(['2027-01-08', '2027-01-08', '2027-01-09', '2027-01-09']);
    expect(days(3, '2027-01-07', '2027-01-08')).toEqual(['2027-01-08', '2027-01-08', '2027-01-08']);
    const ten = days(10, '2027-01-07');
    expect(new Set(ten).size).toBe(7);
    const busiest = [...new Set(ten)].map((day) => ten.filter((other) => other === day).length);
    expect(Math.max(...busiest) - Math.min(...busiest)).toBeLessThanOrEqual(1);
  });

  it('counts seven days after the last meeting', () => {
    expect(days(8, '2027-02-25').at(-1)).toBe('2027-03-04');
  });

  it('never leaves the days between two meetings, nor goes back', () => {
    const first = Date.parse('2027-12-01T00:00:00Z');
    const iso = (day: number) => new Date(first + day * 86_400_000).toISOString().slice(0, 10);
    for (let apart = 1; apart <= 40; apart++) {
      for (let count = 1; count <= 60; count++) {
        const made = days(count, iso(0), iso(apart));
        expect(made).toHaveLength(count);
        expect(made).toEqual([...made].sort());
        expect(made[0]).toBe(iso(1));
        expect((made.at(-1) ?? '') <= iso(apart)).toBe(true);
      }
    }
  });

  it('bears the last days that there are', () => {
    expect(days(1, '9999-12-30')).toEqual(['9999-12-31']);
    expect(days(2, '9999-12-31')).toHaveLength(2);
  });
});

describe('meetingOf', () => {
  const lesson = (dates: Partial<EditionLesson>) => ({ ...dates }) as EditionLesson;

  it('is nothing without a schedule', () => {
    expect(meetingOf(lesson({}), 'en')).toEqual({});
  });

  it('has the next date but for the last lesson', () => {
    expect(meetingOf(lesson({ date: '2027-01-07', nextDate: '2027-01-14' }), 'es')).toEqual({
      meeting: { date: '2027-01-07', next: '2027-01-14', language: 'es' },
    });
    expect(meetingOf(lesson({ date: '2027-01-14' }), 'en')).toEqual({
      meeting: { date: '2027-01-14', language: 'en' },
    });
  });
});
