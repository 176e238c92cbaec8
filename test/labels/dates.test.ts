import { describe, expect, it } from 'vitest';
import { dayDate, longDate, meetingDate, shortDate } from '../../src/labels/dates.js';

const space = (text: string) => text.replaceAll('_', '\u00a0');

describe('a date', () => {
  it.each([
    ['en', 'January 7, 2027', 'Thursday, January 7, 2027', 'Jan_7', 'Thu,_Jan_7'],
    ['en-GB', '7 January 2027', 'Thursday 7 January 2027', '7_Jan', 'Thu_7_Jan'],
    ['es', '7 de enero de 2027', 'jueves 7 de enero de 2027', '7_ene', 'jue_7_ene'],
    ['es-MX', '7 de enero de 2027', 'jueves 7 de enero de 2027', '7_ene', 'jue_7_de_ene'],
    ['de', '7. Januar 2027', 'Donnerstag, 7. Januar 2027', '7._Jan.', 'Do.,_7._Jan.'],
  ])('is written as %s has it', (language, long, meeting, short, day) => {
    expect(longDate('2027-01-07', language)).toBe(long);
    expect(meetingDate('2027-01-07', language)).toBe(meeting);
    expect(shortDate('2027-01-07', language)).toBe(space(short));
    expect(dayDate('2027-01-07', language)).toBe(space(day));
  });

  it.each([
    ['2028-02-29', 'Tuesday, February 29, 2028'],
    ['2026-12-31', 'Thursday, December 31, 2026'],
    ['2027-01-01', 'Friday, January 1, 2027'],
  ])('%s is the day that it is, wherever the machine stands', (iso, expected) => {
    const zone = process.env.TZ;
    try {
      for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
        process.env.TZ = place;
        expect(meetingDate(iso, 'en')).toBe(expected);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it.each(['', 'soon', '2027-02-30', '2027-13-01', '2027-1-7', '07.01.2027', '2027-01-07T00:00:00Z', '__proto__'])(
    'that is none, “%s”, is given as it stands',
    (text) => {
      expect([longDate, meetingDate, shortDate, dayDate].map((write) => write(text, 'en'))).toEqual(
        Array(4).fill(text),
      );
    },
  );

  it.each(['tlh', 'zz', '', 'x', 'en-GB-US', '\u0000', 'i18n', '__proto__'])(
    'in the language “%s”, which has none of its own, is English and not the machine’s',
    (language) => {
      expect(longDate('2027-01-07', language)).toBe('January 7, 2027');
    },
  );

  it('has no space in its short forms at which a line could end', () => {
    for (const language of ['en', 'en-GB', 'es', 'es-MX', 'de', 'fr', 'pt', 'pl', 'ru', 'ko', 'vi']) {
      expect(`${shortDate('2027-11-24', language)}${dayDate('2027-11-24', language)}`).not.toMatch(/[^\S\u00a0]/);
    }
  });
});
