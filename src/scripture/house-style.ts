import type { VerseAddress, VerseRange } from '../lesson/passage.js';
import { bookName } from './books.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';
import { compareAddresses } from './ranges.js';
import type { Translation } from './translation.js';

const NO_BREAK_SPACE = '\u00a0';

/**
 * A reference in the author's words, made fit to print: no-break spaces inside each part and an en dash in ranges.
 * A line may still break between the parts of a list, after a comma or semicolon or before “and”.
 */
export function bindReference(words: string, { joints }: ReferenceLanguage = ENGLISH): string {
  return words
    .trim()
    .split(new RegExp(`([,;]\\s+|\\s+(?:${joints}|&)\\s+)`, 'u'))
    .map((part, index) => (index % 2 === 1 ? part.replace(/\s+/g, ' ') : bindPart(part)))
    .join('');
}

function bindPart(part: string): string {
  return part.replace(/(\d[a-z]?)\s*[-‐‑–—]\s*(?=\d)/g, '$1–').replace(/\s+/g, NO_BREAK_SPACE);
}

/**
 * Ranges as a reference in the house style, with the full name of the book: `Luke 22:31–34, 54–62`, `John 7:53–8:11`,
 * `Hebrews 7` for a whole chapter, `Jude 3–5` for a book of one chapter, `Psalm 110` but `Psalms 1–3`.
 */
export function formatReference(
  ranges: readonly VerseRange[],
  translation: Translation,
  language: ReferenceLanguage = ENGLISH,
): string {
  let text = '';
  let previous: { range: VerseRange; whole: boolean } | undefined;
  for (const range of ranges) {
    const { start, end } = range;
    const whole = isWhole(range, translation);
    const numbers = whole ? chapterNumbers(range, translation) : undefined;
    const wholeBook = whole && numbers === '';
    if (previous?.range.end.book !== start.book || wholeBook) {
      const name = shortName(range, whole, language);
      text += `${text === '' ? '' : '; '}${bind(name)}`;
      if (!wholeBook) text += NO_BREAK_SPACE + (numbers ?? verseNumbers(start, end, undefined, translation));
    } else if (whole) {
      text += `${previous.whole ? ', ' : '; '}${numbers}`;
    } else {
      const chapter = previous.whole ? undefined : previous.range.end.chapter;
      text += `${chapter === start.chapter ? ', ' : '; '}${verseNumbers(start, end, chapter, translation)}`;
    }
    previous = { range, whole };
  }
  return text;
}

/** A chapter as it is called in a sentence: `Romans 8`, `Psalm 23`, `Jude` where there is only one. */
export function chapterName(
  book: string,
  chapter: number,
  translation: Translation,
  language: ReferenceLanguage = ENGLISH,
): string {
  if (translation.chapters(book) === 1) return nameOf(book, language);
  return `${(book === 'Ps' && language.psalm) || nameOf(book, language)} ${chapter}`;
}

/** A book's name in a language, or its English one. Throws for a code that is not one of the 66. */
export function nameOf(book: string, language: ReferenceLanguage): string {
  return language.names.get(book) ?? bookName(book);
}

function bind(name: string): string {
  return name.replaceAll(' ', NO_BREAK_SPACE);
}

function shortName({ start, end }: VerseRange, whole: boolean, language: ReferenceLanguage): string {
  const name = nameOf(start.book, language);
  if (start.book !== 'Ps') return name;
  return whole && start.chapter !== end.chapter ? name : (language.psalm ?? name);
}

/** Whether a range is one or more chapters from first verse to last. */
function isWhole({ start, end }: VerseRange, translation: Translation): boolean {
  return start.verse === 1 && end.verse === translation.verses(end.book, end.chapter);
}

/** `7`, `1–3`, or nothing for a whole book. */
function chapterNumbers({ start, end }: VerseRange, translation: Translation): string {
  if (start.chapter === 1 && end.chapter === translation.chapters(end.book)) return '';
  return start.chapter === end.chapter ? `${start.chapter}` : `${start.chapter}–${end.chapter}`;
}

function verseNumbers(
  start: VerseAddress,
  end: VerseAddress,
  chapter: number | undefined,
  translation: Translation,
): string {
  const single = translation.chapters(start.book) === 1;
  const first = single || chapter === start.chapter ? `${start.verse}` : `${start.chapter}:${start.verse}`;
  if (compareAddresses(start, end) === 0) return first;
  return `${first}–${start.chapter === end.chapter ? end.verse : `${end.chapter}:${end.verse}`}`;
}
