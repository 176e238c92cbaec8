import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { primaryLanguage } from '../locale.js';
import type { LabelSource } from '../own.js';
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

/** Tells that a print pack is in English because it has no words in the booklet's language. */
export function checkPrintWords(language: string, { file, placeOf }: LabelSource): Diagnostic[] {
  if (PRINT_WORDS.has(primaryLanguage(language))) return [];
  return [
    diagnostic({
      file,
      place: placeOf(['language']),
      rule: 'label-missing',
      found: `no words in the language “${language}” for the print pack`,
      expected: `one of the languages that it is written in: ${[...PRINT_WORDS.keys()].join(', ')}`,
      advice: 'cards, flip test and order are in English: tell in your own words what they say',
    }),
  ];
}
