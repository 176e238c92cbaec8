import type { VerseAddress, VerseRange } from '../lesson/passage.js';
import { bookIndex } from './books.js';

/** End of a chapter or book in a range whose real length is not looked up yet; larger than any real number. */
export const OPEN_END = 999;

/** Orders two addresses: negative when the first stands earlier. */
export function compareAddresses(a: VerseAddress, b: VerseAddress): number {
  return (a.book === b.book ? 0 : bookIndex(a.book) - bookIndex(b.book)) || a.chapter - b.chapter || a.verse - b.verse;
}

/** Ranges in OSIS: `Rom.8.26-Rom.8.27,Rom.8.34`. */
export function osisOf(ranges: readonly VerseRange[]): string {
  const one = (a: VerseAddress) => `${a.book}.${a.chapter}.${a.verse}`;
  return ranges
    .map(({ start, end }) => (compareAddresses(start, end) === 0 ? one(start) : `${one(start)}-${one(end)}`))
    .join(',');
}

/** The ranges of one OSIS reference in full form, `Heb.4.14-Heb.5.10`, as the reference parser gives them. */
export function rangeFromOsis(osis: string): VerseRange {
  const [first, last] = osis.split('-');
  const start = addressFromOsis(first ?? '');
  return { start, end: last ? addressFromOsis(last) : start };
}

function addressFromOsis(osis: string): VerseAddress {
  const [book, chapter, verse] = osis.split('.');
  return { book: book ?? '', chapter: Number(chapter), verse: Number(verse) };
}
