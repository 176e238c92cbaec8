import { padToWidth, textWidth } from '../text.js';

/** A line as it is typed, and in a few words what comes of it. */
export type Example = readonly [line: string, result: string];

/** Columns of the lines; what is longer has its result beneath it. */
const WIDEST = 48;

/** Examples for the end of a command's help. */
export function examples(...lines: Example[]): string {
  const width = Math.max(...lines.map(([line]) => textWidth(line)).filter((columns) => columns <= WIDEST), 0);
  const rows = lines.map(([line, result]) => {
    const beside = textWidth(line) <= width;
    return `  ${beside ? padToWidth(line, width) : `${line}\n  ${' '.repeat(width)}`}  ${result}`;
  });
  return `\nExamples:\n${rows.join('\n')}`;
}
