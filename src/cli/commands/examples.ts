import picocolors from 'picocolors';
import { padToWidth, textWidth } from '../text.js';

/** A line as it is typed, and in a few words what comes of it. */
export type Example = readonly [line: string, result: string];

/** Columns of a terminal that are always there: a line that leaves too few of them for results has its own beneath it. */
const COLUMNS = 80;

/** A heading within help. Commander takes its weight away where it is not wanted. */
export const heading = picocolors.createColors(true).bold;

/** Examples for the end of a command's help. */
export function examples(...lines: Example[]): string {
  const room = COLUMNS - 4 - Math.max(...lines.map(([, result]) => textWidth(result)));
  const width = Math.max(...lines.map(([line]) => textWidth(line)).filter((columns) => columns <= room), 0);
  const rows = lines.map(([line, result]) => {
    const beside = textWidth(line) <= width;
    return `  ${beside ? padToWidth(line, width) : `${line}\n  ${' '.repeat(width)}`}  ${result}`;
  });
  return `\n${heading('Examples:')}\n${rows.join('\n')}`;
}
