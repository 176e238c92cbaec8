import type { Point, Position } from 'unist';

/** Some lines of a file, the one that is meant marked. */
export interface Excerpt {
  /** Number of the first line, from 1. */
  from: number;
  lines: string[];
  /** Columns from 0 in UTF-16 units, in the line `at` (an index into `lines`). */
  caret: { at: number; start: number; end: number };
}

/**
 * The lines of a text around a place, and what is meant in the first of them that the place touches. Undefined where the
 * text has no such line: the file may have been changed since it was read.
 *
 * @param around - How many lines are shown before and after it.
 */
export function excerptOf(text: string, place: Position | Point | undefined, around = 1): Excerpt | undefined {
  if (!place) return undefined;
  const { start, end } = 'start' in place ? place : { start: place, end: place };
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const line = lines[start.line - 1];
  if (line === undefined) return undefined;
  const from = Math.max(1, start.line - around);
  const first = Math.min(Math.max(0, start.column - 1), line.length);
  const last = end.line > start.line ? line.length : Math.min(end.column - 1, line.length);
  return {
    from,
    lines: lines.slice(from - 1, start.line + around),
    // Something is always pointed at, also at the end of a line.
    caret: { at: start.line - from, start: first, end: Math.max(last, first + 1) },
  };
}
