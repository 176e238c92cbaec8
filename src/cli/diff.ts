import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FileChange } from '../build.js';
import { visible } from '../diagnostics/visible.js';
import type { Colors } from './colors.js';

/** A file that would be changed as a unified diff, such as git shows and takes. */
export function patchOf({ file, to, before, after }: FileChange): string {
  const name = to?.file ?? file;
  const head = to ? `diff --git a/${file} b/${name}\nrename from ${file}\nrename to ${name}\n` : '';
  if (before === after) return head;
  const options = { headerOptions: FILE_HEADERS_ONLY };
  return head + createTwoFilesPatch(`a/${file}`, `b/${name}`, before, after, undefined, undefined, options);
}

/** The same for a terminal. What ends lines and begins files is what it was, and cannot be seen. */
export function shownPatch(change: FileChange, colors: Colors): string {
  const lines = patchOf(change).replace(/\n$/, '').split('\n');
  return lines
    .map((line) => visible(line.replace(/\r$/, '').replace('\uFEFF', '')))
    .map((line) => `${painted(line, colors)}\n`)
    .join('');
}

function painted(line: string, { bold, cyan, green, red }: Colors): string {
  if (/^(?:---|\+\+\+|diff|rename) /.test(line)) return bold(line);
  if (line.startsWith('@@')) return cyan(line);
  if (line.startsWith('+')) return green(line);
  return line.startsWith('-') ? red(line) : line;
}
