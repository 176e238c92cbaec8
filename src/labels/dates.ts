import { localeOf } from './locale.js';

/** A date in full, for the imprint page: `January 7, 2027`, `7 de enero de 2027`. */
export function longDate(iso: string, language: string): string {
  return written(iso, language, { dateStyle: 'long' });
}

/**
 * The date of a meeting on a lesson's first page: `Thursday, January 7, 2027`, `jueves 7 de enero de 2027`. It has the
 * year, since a page may be kept on its own.
 */
export function meetingDate(iso: string, language: string): string {
  return written(iso, language, { dateStyle: 'full' });
}

/** The date of a meeting in a column of the contents, without its year: `Jan 7`. Its spaces are no-break spaces. */
export function shortDate(iso: string, language: string): string {
  return unbroken(written(iso, language, { month: 'short', day: 'numeric' }));
}

/** The day of a reading, without its year: `Fri, Jan 8`, `vie 8 ene`. Its spaces are no-break spaces. */
export function dayDate(iso: string, language: string): string {
  return unbroken(written(iso, language, { weekday: 'short', month: 'short', day: 'numeric' }));
}

/** Languages that need no comma between the name of a day and its number: the CLDR has one in some countries only. */
const WITHOUT_COMMA = /^(?:en|es)\b/;

/** A date of the calendar as a language writes it, small letters included. What is no such date is given as it stands. */
function written(iso: string, language: string, form: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso) return iso;
  const locale = localeOf(language);
  const parts = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' }).formatToParts(date);
  return parts
    .map(({ type, value }, index) => {
      const between = type === 'literal' && parts[index - 1]?.type === 'weekday' && parts[index + 1]?.type === 'day';
      return between && WITHOUT_COMMA.test(locale) ? value.replace(',', '') : value;
    })
    .join('');
}

function unbroken(text: string): string {
  return text.replace(/\s/gu, '\u00a0');
}
