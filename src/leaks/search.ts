import { type Letters, MARKS, markOf, SHORTEST_NEEDLE, wordAt } from './letters.js';

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

/** Needles by their first letters, or by their last. */
export type NeedleIndex = ReadonlyMap<string, readonly Needle[]>;

/** Sorts needles by their first letters, so that a text can be searched for all of them in one pass. */
export function indexNeedles(needles: Iterable<Needle>): NeedleIndex {
  return indexBy(needles, ({ letters }) => letters.slice(0, SHORTEST_NEEDLE));
}

/** Sorts needles by their last letters. */
export function indexEndings(needles: Iterable<Needle>): NeedleIndex {
  return indexBy(needles, ({ letters }) => letters.slice(-SHORTEST_NEEDLE));
}

function indexBy(needles: Iterable<Needle>, keyOf: (needle: Needle) => string): NeedleIndex {
  const index = new Map<string, Needle[]>();
  for (const needle of needles) {
    if (needle.letters.length < SHORTEST_NEEDLE) continue;
    const key = keyOf(needle);
    const others = index.get(key);
    if (others) others.push(needle);
    else index.set(key, [needle]);
  }
  return index;
}

/** Every place of every needle in a text, in the order of the text. */
export function search(letters: Letters, index: NeedleIndex): Find[] {
  if (index.size === 0) return [];
  const marked = marksOf(index);
  const { text, starts, marks } = letters;
  const found: Find[] = [];
  for (let at = 0; at < marks.length; at += 1) {
    // Nearly all letters of a text begin no needle.
    if (marked[marks[at] as number] === 0) continue;
    for (const needle of index.get(text.slice(at, at + SHORTEST_NEEDLE)) ?? []) {
      if (!text.startsWith(needle.letters, at)) continue;
      const end = at + needle.letters.length;
      const first = wordAt(letters, at);
      const last = wordAt(letters, end - 1);
      if (needle.whole && !(starts[first] === at && starts[last + 1] === end)) continue;
      found.push({ needle, first, last });
    }
  }
  return found;
}

const marked = new WeakMap<NeedleIndex, Uint8Array>();

/** For each mark whether six letters of the index may have it. */
export function marksOf(index: NeedleIndex): Uint8Array {
  const known = marked.get(index);
  if (known) return known;
  const marks = new Uint8Array(MARKS);
  for (const six of index.keys()) marks[markOf(six)] = 1;
  marked.set(index, marks);
  return marks;
}
