import type { EditionDefinition } from '../booklet/model.js';
import type { Lesson } from '../lesson/model.js';
import { lettersOf } from './letters.js';
import { indexNeedles, type Needle, type NeedleIndex, search } from './search.js';
import { type Passage, type Readable, readLesson } from './walk-lesson.js';
import { type Word, wordsOf } from './words.js';

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
    ...lessons.map((lesson) => readLesson(lesson, 'all', edition, bible)),
    ...chapters.map(({ chapter, audience }) => readLesson(chapter, audience, edition, bible)),
  ];
  const shown = [
    ...read.flatMap(({ open, addresses }) => [open, addresses]),
    // Titles also follow each other: all of them in the outline, those of lessons and chapters in the contents.
    read.flatMap(({ titles }) => titles),
    read.flatMap(({ titles }) => titles.slice(0, 2)),
    ...publicTexts.map((text): Readable[] => [{ text, secret: false }]),
  ];
  const secrets = read.flatMap((one) => one.secrets);
  const words = shown.map((parts) => wordsOf(parts.map(({ text }) => text).join('')));
  const bare = words.map((list) => list.filter(({ isNumber }) => !isNumber));
  return {
    exact: notIn(words, needlesOf(secrets, true)),
    wordsOnly: notIn(bare, needlesOf(secrets, false)),
    open: bare.map((list) => ` ${list.map(({ letters }) => letters).join(' ')} `),
  };
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
function notIn(texts: readonly (readonly Word[])[], needles: Map<string, Needle>): NeedleIndex {
  const index = indexNeedles(needles.values());
  for (const words of texts) {
    for (const { needle } of search(lettersOf(words), index)) needles.delete(needle.letters);
  }
  return indexNeedles(needles.values());
}
