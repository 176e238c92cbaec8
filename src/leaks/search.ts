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
  if (index.size === 0) return [];
  const beginnings = beginningsOf(index);
  const text = words.map(({ letters }) => letters).join('');
  const starts: number[] = [];
  let length = 0;
  for (const { letters } of words) {
    starts.push(length);
    length += letters.length;
  }
  const found: Find[] = [];
  let word = 0;
  let trace = traceOf(text.slice(0, SHORTEST_NEEDLE - 1));
  for (let at = 0; at + SHORTEST_NEEDLE <= text.length; at += 1) {
    trace = traced(trace, text.charCodeAt(at + SHORTEST_NEEDLE - 1));
    if (starts[word + 1] === at) word += 1;
    if (beginnings[placeOf(trace)] === 0) continue;
    for (const needle of index.get(text.slice(at, at + SHORTEST_NEEDLE)) ?? []) {
      if (!text.startsWith(needle.letters, at)) continue;
      const end = at + needle.letters.length;
      const last = wordAt(starts, end - 1, word);
      if (needle.whole && !(starts[word] === at && (starts[last + 1] ?? length) === end)) continue;
      found.push({ needle, first: word, last });
    }
  }
  return found;
}

/** Many more than there are beginnings, of which a booklet has some thousands. */
const PLACES = 0x10000;

const marked = new WeakMap<NeedleIndex, Uint8Array>();

/** The places at which the first letters of some needle are marked. Nearly all letters of a text begin none, and are passed over. */
function beginningsOf(index: NeedleIndex): Uint8Array {
  const known = marked.get(index);
  if (known) return known;
  const places = new Uint8Array(PLACES);
  for (const beginning of index.keys()) places[placeOf(traceOf(beginning))] = 1;
  marked.set(index, places);
  return places;
}

/** A number that is made of the last six letters of a text and of no others: five bits are moved on for each, of thirty. */
function traced(trace: number, letter: number): number {
  return ((trace << 5) ^ letter) & 0x3fffffff;
}

function traceOf(letters: string): number {
  let trace = 0;
  for (let at = 0; at < letters.length; at += 1) trace = traced(trace, letters.charCodeAt(at));
  return trace;
}

function placeOf(trace: number): number {
  return (trace ^ (trace >>> 14)) % PLACES;
}

/** The word that holds a letter, looked for from a word on that does not come after it. */
function wordAt(starts: readonly number[], letter: number, from: number): number {
  let word = from;
  while ((starts[word + 1] ?? Number.POSITIVE_INFINITY) <= letter) word += 1;
  return word;
}
