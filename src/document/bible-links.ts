import type { BiblePlaceholder } from '../booklet/bible-address.js';
import type { ReferenceInline } from '../lesson/model.js';
import type { VerseRange } from '../lesson/passage.js';

/** Gives the address of a reference in an online Bible. */
export type BibleLinks = (reference: ReferenceInline) => string | undefined;

/**
 * Links to an online Bible.
 *
 * @param address - Of the Bible, with placeholders in braces; none where there are no such links.
 * @param translation - Short name of the booklet's translation: `WEB`.
 */
export function bibleLinks(address: string | undefined, translation: string): BibleLinks {
  return ({ osis, ranges }) => {
    const [first] = ranges;
    if (address === undefined || !first || osis === '') return undefined;
    const { book, chapter, verse } = first.start;
    const values: Record<BiblePlaceholder, string> = {
      osis,
      book,
      chapter: String(chapter),
      verse: String(verse),
      reference: inFull(ranges),
      translation,
    };
    return address.replace(/\{([a-z]+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? encodeURIComponent(values[name as BiblePlaceholder]) : whole,
    );
  };
}

/** A reference with all that it leaves to the reader, by the OSIS names of books: `Rom 8:26-27; Rom 8:34`. */
function inFull(ranges: readonly VerseRange[]): string {
  return ranges
    .map(({ start, end }) => {
      const from = `${start.book} ${start.chapter}:${start.verse}`;
      if (end.chapter !== start.chapter) return `${from}-${end.chapter}:${end.verse}`;
      return end.verse === start.verse ? from : `${from}-${end.verse}`;
    })
    .join('; ');
}
