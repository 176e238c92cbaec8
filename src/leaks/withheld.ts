import type { EditionDefinition } from '../booklet/model.js';
import type { Lesson } from '../lesson/model.js';
import type { Letters } from './letters.js';
import { indexNeedles, type Needle, type NeedleIndex, search } from './search.js';
import { type ToldApart, toldApart } from './told-apart.js';
import { type Passage, type Readable, readLesson } from './walk-lesson.js';
import { wordsOf } from './words.js';

/** The words that one edition must not hold, ready to be looked for. */
export interface Withheld {
  /** Runs of letters and digits of which only numbers are withheld. */
  exact: NeedleIndex;
  /** Runs of words without any number, to be looked for in a text whose numbers were taken out. */
  wordsOnly: NeedleIndex;
  /** The public texts without numbers, their words folded, one space before and after each. */
  open: readonly string[];
}

export interface WithheldInput {
  /** The lessons as they were made, before anything was taken out of them. */
  lessons: readonly Lesson[];
  /** The chapters as they were made, each with whom it is for: `all`, or the name of an edition. */
  chapters?: readonly { chapter: Lesson; audience: string }[];
  /** `only` and `without` choose what is printed; what they leave out is no secret, so they are not looked at. */
  edition: Pick<EditionDefinition, 'answers' | 'audiences' | 'only' | 'without'>;
  /** What is printed beside the lessons: texts of booklet.yaml, labels, notices. */
  publicTexts: readonly string[];
  /** Address of the online Bible that references lead to, with placeholders in braces. */
  bible?: string;
}

/**
 * How many words a run has that is no longer a common phrase. Runs of five (“what does it mean to”, “at the right hand
 * of”) are shared by any two texts on one subject; of six nearly none is, unless one quotes the other, and then it
 * stands in the public text and is dropped. A longer run would let short answers and ends of pages escape.
 */
export const WINDOW = 6;

/** A shorter unit is looked for as a whole if it has so many words, or two of at least `LONG` letters. */
const SHORT_UNIT = 3;
const LONG = 7;

/** Windows of fewer letters than this are looked for at the ends of words only. */
const SAFE_LENGTH = 20;

/**
 * The words that an edition must not hold, worked out from the lessons as their author wrote them. It shares no code
 * with the stage that selects what an edition shows, so that a fault there cannot hide itself here.
 *
 * Withheld are the answers of questions and blanks where answers are off; blocks for other audiences, what the leader
 * prepares, and a hymn's notes, with titles, captions and alternative texts; notes that only such words point to;
 * chapters for others. From these every run of six words is made that holds a withheld word and stands nowhere in what
 * is public; units of fewer words are taken whole. Around the answer of a blank the public words of its paragraph
 * count too, so that even one word is found where it would be filled in.
 *
 * What cannot be found: a withheld unit of one or two ordinary words outside a blank (“Yes”, “The cross”), which is
 * no different from the same words said by anyone; references and numbers alone; and words that the public text also
 * says in the same order.
 */
export function withheldWords({ lessons, chapters = [], edition, publicTexts, bible }: WithheldInput): Withheld {
  // Leaders with the answers may read all there is; what their copy leaves out is only not for them.
  if (edition.answers && edition.audiences.includes('leader'))
    return { exact: new Map(), wordsOnly: new Map(), open: [] };
  const read = [
    ...lessons.map((lesson) => lessonWords(lesson, 'all', edition, bible)),
    ...chapters.map(({ chapter, audience }) => lessonWords(chapter, audience, edition, bible)),
  ];
  const shown = [
    ...read.flatMap((one) => one.shown),
    ...[
      // Titles also follow each other: all of them in the outline, those of lessons and chapters in the contents.
      read.flatMap(({ titles }) => titles),
      read.flatMap(({ titles }) => titles.slice(0, 2)),
    ].map((parts) => shownText(textOf(parts))),
    ...publicTexts.map(shownText),
  ];
  return {
    exact: notIn(
      shown.map(({ all }) => all),
      together(read.map(({ exact }) => exact)),
    ),
    wordsOnly: notIn(
      shown.map(({ bare }) => bare),
      together(read.map(({ wordsOnly }) => wordsOnly)),
    ),
    open: shown.map(({ open }) => open),
  };
}

/** A public text: the letters of its words, with numbers and without, and those without with spaces between. */
interface ShownText extends Pick<ToldApart, 'all' | 'bare'> {
  open: string;
}

function shownText(text: string): ShownText {
  const { all, bare } = toldApart(text, new Map());
  const words = Array.from(bare.starts.subarray(1), (end, index) => bare.text.slice(bare.starts[index], end));
  return { all, bare, open: ` ${words.join(' ')} ` };
}

/** What one lesson shows, and what of it is withheld, whoever else says it. */
interface LessonWords {
  titles: readonly Readable[];
  shown: readonly ShownText[];
  exact: ReadonlyMap<string, Needle>;
  wordsOnly: ReadonlyMap<string, Needle>;
}

/** Lessons do not change once they are made, and most are the same in the next build; what was read of one goes with it. */
const known = new WeakMap<Lesson, Map<string, LessonWords>>();

function lessonWords(
  lesson: Lesson,
  audience: string,
  { answers, audiences }: WithheldInput['edition'],
  bible: string | undefined,
): LessonWords {
  const edition = { answers, audiences };
  const key = JSON.stringify([audience, edition, bible]);
  const byEdition = known.get(lesson) ?? new Map<string, LessonWords>();
  known.set(lesson, byEdition);
  const before = byEdition.get(key);
  if (before) return before;
  const { open, addresses, titles, secrets } = readLesson(lesson, audience, edition, bible);
  const words = {
    titles,
    shown: [open, addresses].map((parts) => shownText(textOf(parts))),
    exact: needlesOf(secrets, true),
    wordsOnly: needlesOf(secrets, false),
  };
  byEdition.set(key, words);
  return words;
}

const textOf = (parts: readonly Readable[]) => parts.map(({ text }) => text).join('');

/** The needles of several lessons. The same letters are looked for wherever they stand if that is asked for of any of them. */
function together(all: readonly ReadonlyMap<string, Needle>[]): Map<string, Needle> {
  const needles = new Map<string, Needle>();
  for (const some of all) {
    for (const [letters, needle] of some) if (!needle.whole || !needles.has(letters)) needles.set(letters, needle);
  }
  return needles;
}

interface Token {
  letters: string;
  isNumber: boolean;
  secret: boolean;
}

function tokensOf(parts: readonly Readable[], withNumbers: boolean): Token[] {
  // A word may be divided among parts: “inter:blank[cession]”, or half of it in italics.
  const text = parts.map((part) => part.text).join('');
  const secrets = secretStretches(parts);
  return wordsOf(text)
    .filter(({ isNumber }) => withNumbers || !isNumber)
    .map(({ letters, isNumber, start, end }) => {
      while ((secrets[0]?.end ?? Number.POSITIVE_INFINITY) <= start) secrets.shift();
      return { letters, isNumber, secret: (secrets[0]?.start ?? Number.POSITIVE_INFINITY) < end };
    });
}

/** From where to where, in characters of all parts together, each secret part goes that says anything. */
function secretStretches(parts: readonly Readable[]): { start: number; end: number }[] {
  let at = 0;
  return parts.flatMap(({ text, secret }) => {
    const start = at;
    at += text.length;
    return secret && text !== '' ? [{ start, end: at }] : [];
  });
}

function needlesOf(passages: readonly Passage[], withNumbers: boolean): Map<string, Needle> {
  const needles = new Map<string, Needle>();
  const add = (tokens: readonly Token[], whole: boolean) => {
    const secrets = tokens.filter(({ secret }) => secret);
    // Secret words are looked for without numbers, which finds them with any. A number beside words that all may read is
    // a secret only by itself: on the page it may as well be a question’s, or a note’s.
    if (secrets.length === 0 || (withNumbers && secrets.some(({ isNumber }) => !isNumber))) return;
    const letters = tokens.map((token) => token.letters).join('');
    if (!needles.get(letters) || !whole)
      needles.set(letters, { letters, whole: whole || letters.length < SAFE_LENGTH });
  };
  for (const { parts, units } of passages) {
    for (const window of windowsOf(tokensOf(parts, withNumbers))) add(window, false);
    for (const unit of units) {
      const tokens = tokensOf(unit, withNumbers);
      if (says(tokens)) add(tokens, true);
    }
  }
  return needles;
}

/** Every run of six words; numbers among them are not counted, and withheld ones at its end are taken in. */
function windowsOf(tokens: readonly Token[]): Token[][] {
  const windows: Token[][] = [];
  for (let start = 0; start < tokens.length; start += 1) {
    let words = 0;
    let end = start;
    while (end < tokens.length && words < WINDOW) {
      if (!tokens[end]?.isNumber) words += 1;
      end += 1;
    }
    if (words < WINDOW) break;
    windows.push(tokens.slice(start, end));
    const number = tokens[end];
    if (number?.isNumber && number.secret) windows.push(tokens.slice(start, end + 1));
  }
  return windows;
}

/** Whether a short unit says enough to be told from ordinary speech. A longer one is found by its windows. */
function says(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ isNumber }) => !isNumber);
  if (words.length >= WINDOW) return false;
  return words.length >= SHORT_UNIT || words.filter(({ letters }) => letters.length >= LONG).length >= 2;
}

/** The needles that no public text holds. */
function notIn(texts: readonly Letters[], needles: Map<string, Needle>): NeedleIndex {
  const index = indexNeedles(needles.values());
  for (const text of texts) {
    for (const { needle } of search(text, index)) needles.delete(needle.letters);
  }
  return indexNeedles(needles.values());
}
