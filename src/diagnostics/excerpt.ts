import type { Point, Position } from 'unist';
import { UNSAFE } from './visible.js';

/** Some lines of a file, to be shown as they are: without tabs, byte order mark or anything that cannot be seen. */
export interface Excerpt {
  /** Number of the first line, from 1. */
  from: number;
  lines: string[];
  /** Columns from 0 in UTF-16 units, in the line `at` (an index into `lines`). */
  caret: { at: number; start: number; end: number };
}

/** Lines that are shown before the one that is meant, and after it. */
const AROUND = 2;
/** Longest line that is shown, in UTF-16 units. */
const WIDEST = 120;
/** How much of a long line stands before the caret. */
const BEFORE = 40;
const TAB = 4;

/**
 * The lines around a place in a text. Of longer lines the beginning is shown, and of the one that is meant the part round
 * the caret; what was cut off is told by “…”. A place that goes on over several lines is marked to the end of its first.
 *
 * @param text - The whole text, with any line ends.
 * @returns Undefined when the text has no such line.
 */
export function excerptOf(text: string, place: Position | Point): Excerpt | undefined {
  const { start, end } = 'start' in place ? place : { start: place, end: undefined };
  const all = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/);
  const meant = all[start.line - 1];
  if (meant === undefined || start.line < 1) return undefined;
  const from = Math.max(1, start.line - AROUND);
  const last = Math.min(all.length, start.line + AROUND);
  const at = start.line - from;
  const marked = mark(
    meant,
    start.column - 1,
    end?.line === start.line ? end.column - 1 : end ? meant.length : undefined,
  );
  const lines = all.slice(from - 1, last).map((line, index) => (index === at ? marked.line : cut(plain(line).line, 0)));
  // A line end at the end of the file begins a line for editors, not for readers.
  while (lines.length > at + 1 && from + lines.length - 1 === all.length && lines.at(-1) === '') lines.pop();
  return { from, lines, caret: { at, ...marked.caret } };
}

function mark(raw: string, from: number, to: number | undefined) {
  const { line, columnOf } = plain(raw);
  const start = columnOf(from);
  const end = Math.max(start + 1, to === undefined ? start + 1 : columnOf(to));
  const skipped = line.length <= WIDEST || start < WIDEST - BEFORE ? 0 : whole(line, start - BEFORE);
  const shown = cut(line, skipped);
  // An ellipsis takes the place of what it stands for.
  const shift = skipped > 0 ? skipped - 1 : 0;
  return {
    line: shown,
    caret: { start: start - shift, end: Math.min(end - shift, Math.max(shown.length, start - shift + 1)) },
  };
}

/** At most so many columns of a line, from one of them on. */
function cut(line: string, from: number): string {
  const before = from > 0 ? '…' : '';
  const room = WIDEST - before.length;
  if (line.length - from <= room) return before + line.slice(from);
  return `${before}${line.slice(from, whole(line, from + room - 1))}…`;
}

/** An index moved back where it would part the halves of a character. */
function whole(line: string, index: number): number {
  return /^[\udc00-\udfff]/.test(line.slice(index)) ? index - 1 : index;
}

/** A line with tabs made spaces and what cannot be seen made visible, and where each of its columns has gone. */
function plain(raw: string): { line: string; columnOf(column: number): number } {
  const kept = raw.replace(/\s+$/, '');
  const columns: number[] = [];
  let line = '';
  for (const unit of kept.split('')) {
    columns.push(line.length);
    line += unit === '\t' ? ' '.repeat(TAB - (line.length % TAB)) : unit.replace(UNSAFE, '\ufffd');
  }
  return { line, columnOf: (column) => columns[Math.max(0, column)] ?? line.length };
}
