import { BOOKS } from '../../src/scripture/books.js';

/** A passage from its first verse to its last, each as chapter and verse. A whole chapter begins with verse 0 and ends with `ALL`. */
export interface VerseSpan {
  book: string;
  from: [chapter: number, verse: number];
  to: [chapter: number, verse: number];
}

/** Stands for the last verse of a chapter, whichever that is. */
export const ALL = 999;

/** Names and abbreviations of the books, by which references are told apart from other words, with the full name. */
const NAMES = new Map<string, string>([
  ...BOOKS.flatMap(({ osis, name }): [string, string][] => [
    [name, name],
    [osis.replace(/^(\d)/, '$1 '), name],
  ]),
  ...BOOKS.filter(({ name }) => /^\d/.test(name)).map(({ name }): [string, string] => [
    name.replace(/^\d/, (number) => ['First', 'Second', 'Third'][Number(number) - 1] ?? number),
    name,
  ]),
  ['Psalm', 'Psalms'],
  ['Pss', 'Psalms'],
]);
const BOOK = [...NAMES.keys()].sort((a, b) => b.length - a.length).join('|');

/** Numbers after a book's name: `7:3–4`, `5–7`, `31:19–32:4`. */
const NUMBERS = '\\d+(?::\\d+)?(?:[-–](?:\\d+:)?\\d+)?';
/** What joins the parts of a list, unless the figure after it is the number of another book. */
const JOINT = `(?:[,;] (?:and )?| and )(?!(?:${BOOK})\\b)`;
const LIST = `${NUMBERS}(?:${JOINT}${NUMBERS})*`;

/**
 * The references in a text, with their books: all verses of a list, so “Luke 22:31–34, 54–62” is two. A reader of the
 * tests' own, for references as the lessons of this repository write them.
 */
export function spansIn(text: string, { anyCase = false } = {}): VerseSpan[] {
  const found = text.matchAll(
    new RegExp(`(?<![\\p{L}\\d])(${BOOK})\\s+(${LIST})(?![\\d\\p{L}])`, anyCase ? 'giu' : 'gu'),
  );
  return [...found].flatMap(([, name = '', list = '']) => spansOfList(fullName(name), list));
}

/** The spans of a list of numbers in a book. */
export function spansOfList(book: string, list: string): VerseSpan[] {
  let chapter: number | undefined;
  return [...list.matchAll(new RegExp(`([,;]|and|^)\\s*(${NUMBERS})`, 'g'))].map(([, joint, numbers = '']) => {
    const [, first = '', verse, lastChapter, last] = /^(\d+)(?::(\d+))?(?:[-–](?:(\d+):)?(\d+))?$/.exec(numbers) ?? [];
    if (joint === ';' && !verse) chapter = undefined;
    // A whole chapter, or several; but after verses a number without a colon is a verse.
    if (verse === undefined && chapter === undefined)
      return { book, from: [Number(first), 0], to: [Number(last ?? first), ALL] };
    if (verse !== undefined) chapter = Number(first);
    const start = Number(verse ?? first);
    const span: VerseSpan = {
      book,
      from: [chapter as number, start],
      to: [Number(lastChapter ?? chapter), Number(last ?? start)],
    };
    chapter = span.to[0];
    return span;
  });
}

/** The same passage is written in the same way. */
export function spanKey({ book, from, to }: VerseSpan): string {
  return `${book} ${from.join(':')}–${to.join(':')}`;
}

/** Place of a book in the order of the Bible, or -1. */
export function bookPlace(name: string): number {
  return BOOKS.findIndex((book) => book.name === name);
}

function fullName(name: string): string {
  const wanted = name.toLowerCase().replace(/\s+/g, ' ');
  return [...NAMES].find(([known]) => known.toLowerCase() === wanted)?.[1] ?? name;
}
