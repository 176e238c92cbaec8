import type { Remembered } from '../memory/turn-memory.js';
import { type Letters, lettersOf } from './letters.js';
import { wordsOf } from './words.js';

/** A text whose words were told apart, ready to be searched. */
export interface ToldApart {
  /** The letters of all its words. */
  all: Letters;
  /** Of all but numbers. */
  bare: Letters;
  /** Where in the text each word that is no number begins. */
  places: Uint32Array;
}

/** Texts that were told apart, each by the whole of itself. */
export type KnownWords = Remembered<string, ToldApart>;

/** Tells the words of a text apart, or gives what is known of it. */
export function toldApart(text: string, known: KnownWords): ToldApart {
  const before = known.get(text);
  if (before) return before;
  const words = wordsOf(text);
  const bare = words.filter(({ isNumber }) => !isNumber);
  const all = lettersOf(words);
  const told = {
    all,
    bare: bare.length === words.length ? all : lettersOf(bare),
    places: Uint32Array.from(bare, ({ start }) => start),
  };
  known.set(text, told);
  return told;
}
