import type { BuildResult } from '../build.js';
import { visible } from '../diagnostics/visible.js';
import { summarise } from './report.js';

/**
 * What came of a build, on one line: `14:03:22  intercession: 3 files, 220 pages, 1.2 s`.
 *
 * @param when - The time of day at its end, and how long it took.
 */
export function roundLine(
  booklet: string,
  { files, messages }: BuildResult,
  { at, milliseconds }: { at: Date; milliseconds: number },
): string {
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const problems = summarise(messages, files.length);
  const made = [
    ...(files.length > 0 ? [counted(files.length, 'file'), counted(pages, 'page')] : []),
    ...(problems === undefined ? [] : [files.length > 0 ? (problems.split(';')[0] ?? '') : problems]),
    `${(milliseconds / 1000).toFixed(1)} s`,
  ];
  return `${timeOf(at)}  ${visible(booklet)}: ${made.join(', ')}`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The time of day where the reader is, the same in every language: `09:05:00`. */
function timeOf(at: Date): string {
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
