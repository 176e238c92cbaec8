/** The last second of which a PDF date can tell the year, counted from 1970. */
const LAST = Date.UTC(9999, 11, 31) / 1000;

/**
 * The date a PDF bears: the booklet's own, or else SOURCE_DATE_EPOCH, or else the first day of 1980. Never the clock's,
 * so that the same input gives the same bytes.
 *
 * @param date - ISO 8601 date.
 * @param epoch - Seconds since 1970, as reproducible-builds.org specifies SOURCE_DATE_EPOCH; ignored when it is not
 *   a number or lies beyond the years that a PDF can state.
 */
export function documentDate(date: string | undefined, epoch: string | undefined): Date {
  if (date) return new Date(`${date}T00:00:00Z`);
  const seconds = Number(epoch || Number.NaN);
  return new Date(seconds >= 0 && seconds <= LAST ? seconds * 1000 : Date.UTC(1980, 0, 1));
}
