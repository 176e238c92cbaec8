import type { Leak } from './find-leaks.js';
import type { ReadBackText } from './model.js';
import { type Needle, type NeedleIndex, SHORTEST_NEEDLE } from './search.js';
import { WINDOW, type Withheld } from './withheld.js';
import { type Word, wordsOf } from './words.js';

/**
 * Runs of withheld words that a page break divides. Running heads, folios and footnotes stand between the two parts in
 * the file, so the end of any line of a page is tried against the beginning of any line of the next.
 *
 * A part that stands in the public text may have come there by chance, so both must be words that nobody else says; of a
 * run that really leaks some division is such. Units of fewer words than a run are passed over as well.
 *
 * @param told - Pages on which something was found already: a long stretch is told of there.
 */
export function leaksAcrossPages(
  texts: readonly ReadBackText[],
  { wordsOnly, open }: Withheld,
  told: ReadonlySet<string>,
): Leak[] {
  const byEnd = endingsOf(wordsOnly);
  const isPublic = (run: string) => open.some((one) => one.includes(` ${run} `));
  const found: Leak[] = [];
  const pages = texts.filter(({ lines }) => lines !== undefined);
  const parts = pages.map(partsOf);
  for (const [index, page] of pages.entries()) {
    const ends = parts[index]?.ends ?? new Map<string, string>();
    const next = parts[index + 1];
    const at = pages[index + 1];
    // A page that is read in both directions is there twice.
    if (!next || !at || at.where === page.where || told.has(page.where) || told.has(at.where)) continue;
    for (const [end, start] of pairs(ends, next.beginnings, wordsOnly, byEnd)) {
      if (isPublic(end) || isPublic(start)) continue;
      const where = `${page.where.replace('page', 'pages')} and ${at.where.replace('page ', '')}`;
      found.push({ channel: 'page', where, words: `${end} ${start}` });
      break;
    }
  }
  return found;
}

/** Runs of words by their letters. */
type Runs = ReadonlyMap<string, string>;

/** The runs of up to five words before the end of each line of a page, and after the beginning of each. */
function partsOf({ text, lines = [] }: ReadBackText): { ends: Runs; beginnings: Runs } {
  const words = wordsOf(text).filter(({ isNumber }) => !isNumber);
  const ends = new Map<string, string>();
  const beginnings = new Map<string, string>();
  const add = (runs: Map<string, string>, run: readonly Word[]) =>
    runs.set(run.map(({ letters }) => letters).join(''), run.map(({ letters }) => letters).join(' '));
  let word = 0;
  for (const line of [...lines, text.length]) {
    while ((words[word]?.start ?? Number.POSITIVE_INFINITY) < line) word += 1;
    for (let length = 1; length < WINDOW; length += 1) {
      if (word - length >= 0) add(ends, words.slice(word - length, word));
      if (word + length <= words.length) add(beginnings, words.slice(word, word + length));
    }
  }
  return { ends, beginnings };
}

/** Every run of withheld words that is the end of a line and the beginning of another. */
function* pairs(
  ends: Runs,
  beginnings: Runs,
  byBeginning: NeedleIndex,
  byEnd: NeedleIndex,
): Generator<[string, string]> {
  for (const [letters, end] of ends) {
    for (const needle of byBeginning.get(letters.slice(0, SHORTEST_NEEDLE)) ?? []) {
      if (needle.whole || !needle.letters.startsWith(letters)) continue;
      const start = beginnings.get(needle.letters.slice(letters.length));
      if (start) yield [end, start];
    }
  }
  for (const [letters, start] of beginnings) {
    for (const needle of byEnd.get(letters.slice(-SHORTEST_NEEDLE)) ?? []) {
      if (needle.whole || !needle.letters.endsWith(letters)) continue;
      const end = ends.get(needle.letters.slice(0, -letters.length));
      if (end) yield [end, start];
    }
  }
}

/** Needles by their last letters. */
function endingsOf(needles: NeedleIndex): NeedleIndex {
  const index = new Map<string, Needle[]>();
  for (const needle of [...needles.values()].flat()) {
    const key = needle.letters.slice(-SHORTEST_NEEDLE);
    const others = index.get(key);
    if (others) others.push(needle);
    else index.set(key, [needle]);
  }
  return index;
}
