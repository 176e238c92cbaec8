import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOUNS } from './words.js';

/** Edits that are made before any is counted, and then counted. */
const WARM_UP = 2;
export const EDITS = 5;

/** The second word of the paragraph beneath this heading is the one that is edited. */
const PLACE = /(## Reflect\n\n\S+ )\S+/;

/**
 * Puts another word in place of one, in the middle of a booklet's first lesson, and saves it.
 *
 * @param edit - Each number, counted from 0, gives a text that was not there before, so nothing kept from earlier edits is of use.
 */
export function changeOneWord(booklet: string, edit: number): void {
  const file = join(booklet, 'lesson-01.md');
  const before = readFileSync(file, 'utf8');
  const word = `${NOUNS[edit % NOUNS.length]}${edit < NOUNS.length ? '' : `-${NOUNS[Math.floor(edit / NOUNS.length) % NOUNS.length]}`}`;
  const after = before.replace(PLACE, (_, start: string) => `${start}${word}`);
  if (after === before) throw new Error(`${file} has no word to change to “${word}”`);
  writeFileSync(file, after);
}

/**
 * Edits a booklet several times in one process and says how long it took each time from the saved lesson to finished
 * files, in milliseconds. The first builds, in which a process warms up, are not counted.
 */
export async function timeEdits(booklet: string, edits: number, build: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  await build();
  for (let edit = 0; edit < WARM_UP + edits; edit += 1) {
    changeOneWord(booklet, edit);
    const start = performance.now();
    await build();
    if (edit >= WARM_UP) times.push(performance.now() - start);
  }
  return times;
}
