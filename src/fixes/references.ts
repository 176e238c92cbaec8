import type { VerseRange } from '../lesson/passage.js';
import type { Span, TextEdit } from './edits.js';

/** How references are read and written. */
export interface ReferenceReader {
  /** The references in a text that are read without any doubt, with real verses. */
  find(text: string): { start: number; end: number; ranges: readonly VerseRange[] }[];
  /** What a book is called when a reference is written out. */
  nameOf(book: string): string;
  /** Whether what follows a number makes it a count: “Mark 3.5 pages”. */
  isCount(after: string): boolean;
}

/**
 * Brings references into the house style: a book that is abbreviated with a full stop is written out, and a colon stands
 * between chapter and verse. `Rom. 8.34` becomes `Romans 8:34`, `Rom 8:34` stays. A reference that would then be read in
 * any other way is left as it is.
 *
 * @returns The edits of each reference.
 */
export function referenceFixes(text: string, prose: readonly Span[], reader: ReferenceReader): TextEdit[][] {
  return prose.flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    const readable = asPrinted(written);
    return reader.find(readable).flatMap((found) => {
      const edits = editsOf(readable.slice(found.start, found.end), found.ranges, reader).map((edit) => ({
        start: edit.start + found.start,
        end: edit.end + found.start,
        text: edit.text,
      }));
      if (edits.length === 0 || reader.isCount(readable.slice(found.end))) return [];
      if (!readsTheSame(readable, edits, found, reader)) return [];
      return [edits.map((edit) => ({ start: edit.start + start, end: edit.end + start, text: edit.text }))];
    });
  });
}

/** Two hyphens are printed as the dash of a range. The length stays. */
function asPrinted(written: string): string {
  return written.replace(/--/g, ' –');
}

/** A book's name with a full stop, before a number: `1 Cor.`, `Song of Sol.`. */
const ABBREVIATED = /^((?:(?:[1-4]|I{1,3})\s*)?\p{L}[\p{L}\p{M}]*(?:\s+\p{L}+)*)\.(\s*)(?=\d)/u;

function editsOf(words: string, ranges: readonly VerseRange[], reader: ReferenceReader): TextEdit[] {
  const book = ranges[0]?.start.book;
  if (book === undefined || ranges.some(({ start, end }) => start.book !== book || end.book !== book)) return [];
  const edits: TextEdit[] = [];
  const [, name, space] = ABBREVIATED.exec(words) ?? [];
  if (name !== undefined) {
    // In “Rom 8:3, v. 4” the second part begins with no book.
    if (!isBook(name, book, reader)) return [];
    edits.push({ start: 0, end: name.length + 1, text: `${reader.nameOf(book)}${space === '' ? ' ' : ''}` });
  }
  // In “8:3.4” the full stop parts something else.
  if (words.includes(':')) return edits;
  for (const { index } of words.matchAll(/(?<=\d)\.(?=\d)/g)) edits.push({ start: index, end: index + 1, text: ':' });
  return edits;
}

function isBook(name: string, book: string, { find }: ReferenceReader): boolean {
  return find(`${name} 1:1`).some(({ start, ranges }) => start === 0 && ranges[0]?.start.book === book);
}

function readsTheSame(
  text: string,
  edits: readonly TextEdit[],
  found: ReturnType<ReferenceReader['find']>[number],
  { find }: ReferenceReader,
): boolean {
  const [first] = edits;
  if (!first) return true;
  let shift = 0;
  let after = text;
  for (const { start, end, text: by } of [...edits].sort((a, b) => a.start - b.start)) {
    after = after.slice(0, start + shift) + by + after.slice(end + shift);
    shift += by.length - (end - start);
  }
  return find(after).some(
    ({ start, end, ranges }) =>
      start === found.start && end === found.end + shift && JSON.stringify(ranges) === JSON.stringify(found.ranges),
  );
}
