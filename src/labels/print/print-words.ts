import { primaryLanguage } from '../locale.js';
import { en } from './en.js';
import { es } from './es.js';
import type { PrintWords } from './model.js';

/** The languages that the print pack is written in. */
export const PRINT_WORDS: ReadonlyMap<string, PrintWords> = new Map([
  ['en', en],
  ['es', es],
]);

/** The words of the print pack in a booklet's language; English where there are none in it. */
export function printWordsFor(language: string): PrintWords {
  return PRINT_WORDS.get(primaryLanguage(language)) ?? en;
}
