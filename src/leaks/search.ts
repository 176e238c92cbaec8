import type { Word } from './words.js';

/** Letters to look for, all spaces taken out. */
export interface Needle {
  letters: string;
  /** Whether a find must begin and end where words do. */
  whole: boolean;
}

/** Words that stand together in a text: from the first to the last, by their places in the list of words. */
export interface Find {
  needle: Needle;
  first: number;
  last: number;
}

/** Needles by their first letters. */
export type NeedleIndex = ReadonlyMap<string, readonly Needle[]>;

/** How many letters a needle must have: as many as its place in the index is made of. */
export const SHORTEST_NEEDLE = 6;

/** Sorts needles by their first letters, so that a text can be searched for all of them in one pass. */
export function indexNeedles(needles: Iterable<Needle>): NeedleIndex {
  const index = new Map<string, Needle[]>();
  for (const needle of needles) {
    if (needle.letters.length < SHORTEST_NEEDLE) continue;
    const key = needle.letters.slice(0, SHORTEST_NEEDLE);
    const others = index.get(key);
    if (others) others.push(needle);
    else index.set(key, [needle]);
  }
  return index;
}

/**
 * Every place of every needle in a text, in the order of the text. Words are compared as one string of letters: where
 * a line, a hyphen or an odd gap divides them makes no difference.
 */
export function search(words: readonly Word[], index: NeedleIndex): Find[] {
  const text = words.map(({ letters }) => letters).join('');
  const starts: number[] = [];
  let length = 0;
  for (const { letters } of words) {
    starts.push(length);
    length += letters.length;
  }
  const isStart = new Set(starts).add(length);
  const found: Find[] = [];
  let word = 0;
  for (let at = 0; at + SHORTEST_NEEDLE <= text.length; at += 1) {
    if (starts[word + 1] === at) word += 1;
    const needles = index.get(text.slice(at, at + SHORTEST_NEEDLE));
    if (!needles) continue;
    for (const needle of needles) {
      const end = at + needle.letters.length;
      if (!text.startsWith(needle.letters, at)) continue;
      if (needle.whole && !(isStart.has(at) && isStart.has(end))) continue;
      found.push({ needle, first: word, last: wordAt(starts, end - 1, word) });
    }
  }
  return found;
}

/** The word that holds a letter, looked for from a word on that does not come after it. */
function wordAt(starts: readonly number[], letter: number, from: number): number {
  let word = from;
  while ((starts[word + 1] ?? Number.POSITIVE_INFINITY) <= letter) word += 1;
  return word;
}
