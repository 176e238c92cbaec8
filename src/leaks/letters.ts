import type { Word } from './words.js';

/** How many letters a needle must have: as many as its place in the index is made of. */
export const SHORTEST_NEEDLE = 6;

/**
 * The letters of a text's words one after the other, with nothing between: where a line, a hyphen or an odd gap divides words
 * makes no difference to a search.
 */
export interface Letters {
  text: string;
  /** Where in it the letters of each word begin, and at last its length. */
  starts: Uint32Array;
  /** For each letter that five others follow: the mark that these six have, as `markOf` makes it. */
  marks: Uint16Array;
}

export function lettersOf(words: readonly Pick<Word, 'letters'>[]): Letters {
  const text = words.map(({ letters }) => letters).join('');
  const starts = new Uint32Array(words.length + 1);
  let length = 0;
  for (const [index, { letters }] of words.entries()) {
    starts[index] = length;
    length += letters.length;
  }
  starts[words.length] = length;
  return { text, starts, marks: marksIn(text) };
}

/** The word that holds a letter. */
export function wordAt({ starts }: Letters, letter: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= letter) low = middle;
    else high = middle;
  }
  return low;
}

/** How many marks there are: many more than needles begin with, of which a booklet has some thousands. */
export const MARKS = 0x10000;

/** A number that six letters have, and few others: nearly all that are not looked for can be passed over by it. */
export function markOf(six: string): number {
  return marksIn(six)[0] ?? 0;
}

function marksIn(text: string): Uint16Array {
  const marks = new Uint16Array(Math.max(0, text.length - SHORTEST_NEEDLE + 1));
  let trace = 0;
  for (let at = 0; at < text.length; at += 1) {
    // Five bits are moved on for each letter, of thirty: so it is made of the last six and of no others.
    trace = ((trace << 5) ^ text.charCodeAt(at)) & 0x3fffffff;
    if (at >= SHORTEST_NEEDLE - 1) marks[at - SHORTEST_NEEDLE + 1] = (trace ^ (trace >>> 14)) % MARKS;
  }
  return marks;
}
