import type { BookletSurvey } from '../build.js';

/**
 * The text of a changes.md with the hash of one of its changes put in, or put in the place of the one that is there.
 * Every other character stays as it is, the ends of lines among them.
 */
export function withHash(text: string, change: BookletSurvey['changes'][number], hash: string): string {
  const at = change.opening?.start.line;
  if (at === undefined) return text;
  const lines = text.match(/[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$/g) ?? [];
  const line = lines[at - 1] ?? '';
  // Columns are counted without a byte order mark.
  const shift = line.startsWith('\uFEFF') ? 0 : -1;
  const { wasPlace } = change;
  const start = wasPlace ? wasPlace.start.column + shift : line.lastIndexOf('}');
  const end = wasPlace ? wasPlace.end.column + shift : start;
  if (start < 0) return text;
  lines[at - 1] = `${line.slice(0, start)}${wasPlace ? '' : ' '}was=${hash}${line.slice(end)}`;
  return lines.join('');
}
