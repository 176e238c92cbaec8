import type { Leak } from './find-leaks.js';
import { type Letters, SHORTEST_NEEDLE } from './letters.js';
import type { ReadBackText } from './model.js';
import { indexEndings, marksOf, type NeedleIndex } from './search.js';
import { type KnownWords, type ToldApart, toldApart } from './told-apart.js';
import { WINDOW, type Withheld } from './withheld.js';

/**
 * Runs of withheld words that a page break divides. Running heads, folios and footnotes stand between the two parts in
 * the file, so the end of any line of a page is tried against the beginning of any line of the next.
 *
 * A part that stands in the public text may have come there by chance, so both must be words that nobody else says; of a
 * run that really leaks some division is such. Units of fewer words than a run are passed over as well.
 *
 * @param told - Pages on which something was found already: a long stretch is told of there.
 * @param known - Texts whose words were told apart before.
 */
export function leaksAcrossPages(
  texts: readonly ReadBackText[],
  { wordsOnly, open }: Withheld,
  told: ReadonlySet<string>,
  known: KnownWords,
): Leak[] {
  if (wordsOnly.size === 0) return [];
  const byEnd = indexEndings([...wordsOnly.values()].flat());
  const isPublic = (run: string) => open.some((one) => one.includes(` ${run} `));
  const found: Leak[] = [];
  const pages = texts.filter(({ lines }) => lines !== undefined);
  const lined = pages.map(({ text, lines }) => linesOf(toldApart(text, known), lines ?? []));
  for (const [index, page] of pages.entries()) {
    const one = lined[index];
    const next = lined[index + 1];
    const at = pages[index + 1];
    // A page that is read in both directions is there twice.
    if (!one || !next || !at || at.where === page.where || told.has(page.where) || told.has(at.where)) continue;
    if (!isDivided(one, next, wordsOnly, byEnd)) continue;
    for (const [end, start] of pairs(runsBeside(one, BEFORE), runsBeside(next, AFTER), wordsOnly, byEnd)) {
      if (isPublic(end) || isPublic(start)) continue;
      const where = `${page.where.replace('page', 'pages')} and ${at.where.replace('page ', '')}`;
      found.push({ channel: 'page', where, words: `${end} ${start}` });
      break;
    }
  }
  return found;
}

/** The words of a page, numbers left out, and the lines that they stand in. */
interface Lined {
  letters: Letters;
  /** The word that each line begins with; at last how many words there are. */
  lines: readonly number[];
}

function linesOf({ bare, places }: ToldApart, lines: readonly number[]): Lined {
  let word = 0;
  const first = lines.map((line) => {
    while (word < places.length && (places[word] as number) < line) word += 1;
    return word;
  });
  return { letters: bare, lines: [...first, places.length] };
}

/**
 * Whether any withheld run is divided between two pages, whoever else says its parts. It is asked of every two pages, so it
 * compares letters where they stand; nearly all pages need not be taken apart then.
 */
function isDivided(one: Lined, next: Lined, byBeginning: NeedleIndex, byEnd: NeedleIndex): boolean {
  return (
    hasRun(
      one,
      BEFORE,
      byBeginning,
      (needle, run) => needle.startsWith(run) && begins(next, needle.slice(run.length)),
    ) || hasRun(next, AFTER, byEnd, (needle, run) => needle.endsWith(run) && ends(one, needle.slice(0, -run.length)))
  );
}

/** To which side of the beginning of a line runs lie. */
const BEFORE = -1;
const AFTER = 1;

/** Whether any run beside the beginnings of lines is a part of a needle, as it is told of those that share six letters with it. */
function hasRun(
  { letters: { text, starts, marks }, lines }: Lined,
  side: typeof BEFORE | typeof AFTER,
  index: NeedleIndex,
  isPart: (needle: string, run: string) => boolean,
): boolean {
  const marked = marksOf(index);
  for (const word of lines) {
    for (let length = 1; length < WINDOW; length += 1) {
      const edge = starts[word + side * length];
      if (edge === undefined) break;
      const [from, end] = [Math.min(edge, starts[word] as number), Math.max(edge, starts[word] as number)];
      const six = side === BEFORE ? from : end - SHORTEST_NEEDLE;
      if (end - from < SHORTEST_NEEDLE || marked[marks[six] as number] === 0) continue;
      const run = text.slice(from, end);
      for (const { whole, letters } of index.get(text.slice(six, six + SHORTEST_NEEDLE)) ?? []) {
        if (!whole && isPart(letters, run)) return true;
      }
    }
  }
  return false;
}

/** Whether any line of a page begins with a run of letters that a word ends. */
function begins({ letters: { text, starts }, lines }: Lined, run: string): boolean {
  const first = run.charCodeAt(0);
  for (const word of lines) {
    const from = starts[word] as number;
    if (text.charCodeAt(from) !== first || !text.startsWith(run, from)) continue;
    if (isRun(starts, word, AFTER, from + run.length)) return true;
  }
  return false;
}

/** Whether a run of letters that a word begins stands before the end of any line. */
function ends({ letters: { text, starts }, lines }: Lined, run: string): boolean {
  const last = run.charCodeAt(run.length - 1);
  for (const word of lines) {
    const end = starts[word] as number;
    if (text.charCodeAt(end - 1) !== last || !text.endsWith(run, end)) continue;
    if (isRun(starts, word, BEFORE, end - run.length)) return true;
  }
  return false;
}

/** Whether one to five words lie between the beginning of a word and a letter. */
function isRun(starts: Uint32Array, word: number, side: typeof BEFORE | typeof AFTER, letter: number): boolean {
  for (let length = 1; length < WINDOW; length += 1) if (starts[word + side * length] === letter) return true;
  return false;
}

/** Runs of words by their letters. */
type Runs = ReadonlyMap<string, string>;

/** The runs of up to five words before the end of each line of a page, or after the beginning of each. */
function runsBeside({ letters: { text, starts }, lines }: Lined, side: typeof BEFORE | typeof AFTER): Runs {
  const found = new Map<string, string>();
  for (const line of lines) {
    for (let length = 1; length < WINDOW && starts[line + side * length] !== undefined; length += 1) {
      const first = side === BEFORE ? line - length : line;
      const words = Array.from({ length }, (_, index) => text.slice(starts[first + index], starts[first + index + 1]));
      found.set(words.join(''), words.join(' '));
    }
  }
  return found;
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
