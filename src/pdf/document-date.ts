/**
 * The date a PDF bears: the booklet's own, or else SOURCE_DATE_EPOCH, or else the first day of 1980. Never the clock's,
 * so that the same input gives the same bytes.
 *
 * @param date - ISO 8601 date.
 * @param epoch - Seconds since 1970, as reproducible-builds.org specifies SOURCE_DATE_EPOCH; ignored when not a number.
 */
export function documentDate(date: string | undefined, epoch: string | undefined): Date {
  if (date) return new Date(`${date}T00:00:00Z`);
  const seconds = Number(epoch || Number.NaN);
  return new Date(Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : Date.UTC(1980, 0, 1));
}
