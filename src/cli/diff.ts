import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import picocolors from 'picocolors';
import type { FileChange } from '../build.js';
import { visible } from '../diagnostics/visible.js';
import type { Colors } from './colors.js';

/** A file that would be changed as a unified diff, such as git shows. Without colours unless some are given. */
export function diffOf({ file, to, before, after }: FileChange, colors: Colors = picocolors.createColors(false)): string {
  const name = to?.file ?? file;
  const head = to ? [`diff --git a/${file} b/${name}`, `rename from ${file}`, `rename to ${name}`] : [];
  const patch =
    before === after
      ? []
      : createTwoFilesPatch(`a/${file}`, `b/${name}`, before, after, undefined, undefined, {
          headerOptions: FILE_HEADERS_ONLY,
        }).split('\n');
  const lines = [...head, ...patch].filter((line, index, all) => line !== '' || index < all.length - 1);
  // Returns at the ends of lines are what they were, and would drive a terminal.
  return lines.map((line) => `${painted(visible(line.replace(/\r$/, '')), colors)}\n`).join('');
}

function painted(line: string, { bold, cyan, green, red }: Colors): string {
  if (/^(?:---|\+\+\+|diff|rename) /.test(line)) return bold(line);
  if (line.startsWith('@@')) return cyan(line);
  if (line.startsWith('+')) return green(line);
  return line.startsWith('-') ? red(line) : line;
}
