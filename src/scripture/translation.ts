import type { PassageBlock, PoetryLine, TranslationName, VerseRange, VerseSpan } from '../lesson/passage.js';
import { bookName } from './books.js';
import { compareAddresses } from './ranges.js';

/** A translation with the text of the books that were asked for. */
export interface Translation extends TranslationName {
  /** What the imprint page must say of it. */
  notice: string;
  /** Whether it has a book. */
  has(book: string): boolean;
  /**
   * Of a booklet's own translation, which may lack books, chapters and verses: one that has them all. What is only
   * mentioned may follow its numbering.
   */
  numbering?: Translation;
  /** How many chapters a book has. */
  chapters(book: string): number;
  /** How many verses a chapter has, 0 when there is no such chapter. */
  verses(book: string, chapter: number): number;
  /**
   * The text of a range without verse labels: whole paragraphs and stanzas, cut where the range begins and ends.
   * Verses that the translation leaves to a footnote are not in it, so it may be empty.
   */
  passage(range: VerseRange): PassageBlock[];
}

/** Translations by the id that authors write. */
export type Translations = ReadonlyMap<string, Translation>;

/** A verse of a text, or several that it does not tell apart: `through` is the number of the last. */
export interface TextSpan extends VerseSpan {
  through?: number;
}

/** A paragraph or stanza of a book. */
export type TextBlock = Exclude<PassageBlock, { type: 'gap' }>;

/** One book of a translation as it was read. */
export interface BookText {
  /** Number of verses of each chapter; the first is chapter 1. */
  verses: readonly number[];
  /**
   * The whole book in order. The text of the spans of one paragraph or line can be joined as it stands: every span but
   * the last ends with a space.
   */
  blocks: readonly TextBlock[];
  /** Of the blocks at least those with verses of these chapters, where it is not all of them that must be read for it. */
  blocksOf?(firstChapter: number, lastChapter: number): readonly TextBlock[];
}

/** Chapters of a book that share no paragraph with those around them, not read yet. */
export interface UnreadChapters {
  first: number;
  last: number;
  read(): readonly TextBlock[];
}

/** A book of which only the numbers are known until its words are asked for: most chapters are only referred to. */
export function bookText(verses: readonly number[], chapters: readonly UnreadChapters[]): BookText {
  const known = new Map<UnreadChapters, readonly TextBlock[]>();
  const readOnce = (some: UnreadChapters) => {
    const blocks = known.get(some) ?? some.read();
    known.set(some, blocks);
    return blocks;
  };
  return {
    verses,
    get blocks() {
      return chapters.flatMap(readOnce);
    },
    blocksOf: (from, to) => chapters.filter(({ first, last }) => first <= to && last >= from).flatMap(readOnce),
  };
}

/** What is known of a translation before any of its text is read. */
export interface TranslationAbout extends TranslationName {
  notice: string;
}

/**
 * Makes a translation of the books that were read. Asking it for any other book is a mistake in the program and throws,
 * unless there is a translation whose numbering stands in for what this one lacks.
 */
export function translationOf(
  about: TranslationAbout,
  books: ReadonlyMap<string, BookText>,
  numbering?: Translation,
): Translation {
  return numbering ? partialTranslation(about, books, numbering) : wholeTranslation(about, books);
}

function wholeTranslation(about: TranslationAbout, books: ReadonlyMap<string, BookText>): Translation {
  const text = (book: string): BookText => {
    const found = books.get(book);
    if (!found) throw new Error(`the ${about.id} was read without ${bookName(book)}`);
    return found;
  };
  return {
    ...about,
    has: () => true,
    chapters: (book) => text(book).verses.length,
    verses: (book, chapter) => text(book).verses[chapter - 1] ?? 0,
    passage: (range) => cutBook(text(range.start.book), range),
  };
}

function partialTranslation(
  { id, abbreviation, name, language, notice }: TranslationAbout,
  books: ReadonlyMap<string, BookText>,
  numbering: Translation,
): Translation {
  const chapters = (book: string) => Math.max(books.get(book)?.verses.length ?? 0, numbering.chapters(book));
  return {
    id,
    abbreviation,
    name,
    language,
    notice,
    numbering,
    has: (book) => books.has(book),
    chapters,
    verses: (book, chapter) => books.get(book)?.verses[chapter - 1] || numbering.verses(book, chapter),
    passage: (range) => {
      const book = books.get(range.start.book);
      return book ? cutBook(book, range) : [];
    },
  };
}

function cutBook(book: BookText, range: VerseRange): TextBlock[] {
  const blocks = book.blocksOf?.(range.start.chapter, range.end.chapter) ?? book.blocks;
  return blocks.flatMap((block) => cut(block, range));
}

function cut(block: TextBlock, range: VerseRange): TextBlock[] {
  const inRange = ({ chapter, verse, through }: TextSpan) => {
    const first = { book: range.start.book, chapter, verse };
    const last = { ...first, verse: through ?? verse };
    return compareAddresses(range.start, last) <= 0 && compareAddresses(first, range.end) <= 0;
  };
  if (block.type === 'prose') {
    const spans = block.spans.filter(inRange);
    return spans.length > 0 ? [{ type: 'prose', spans: withoutTrailingSpace(spans) }] : [];
  }
  const lines = block.lines.flatMap((line): PoetryLine[] => {
    const spans = line.spans.filter(inRange);
    return spans.length > 0 ? [{ indent: line.indent, spans: withoutTrailingSpace(spans) }] : [];
  });
  return lines.length > 0 ? [{ type: 'poetry', lines }] : [];
}

/** Spans whose last text ends without a space, so that a paragraph or line cut short has none at its end. */
export function withoutTrailingSpace(spans: readonly VerseSpan[]): VerseSpan[] {
  return spans.map((span, index) => {
    if (index < spans.length - 1) return span;
    const runs = span.runs.map((run, at) => (at < span.runs.length - 1 ? run : { ...run, text: run.text.trimEnd() }));
    return { ...span, runs };
  });
}
