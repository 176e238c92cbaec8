import { shortened } from '../../diagnostics/shortened.js';
import type { Report } from './report.js';
import type { Marker } from './scan.js';

/** No chapter or verse of the 66 books has a larger number. */
const MOST_CHAPTERS = 150;
const MOST_VERSES = 200;

/** `\v 31`, `\v 3a`, `\v 3-4`, `\v 3a-4b`; no letter or digit may follow. */
const VERSE = /\s*(\d{1,3})([a-z]?)(?:\u200f?[-–,]\u200f?(\d{1,3})[a-z]?)?(?![\p{L}\d])/uy;
const CHAPTER = /\s*(\d{1,3})(?!\d)/y;

/** Reads the numbers of chapters and verses and sees that they go forward. */
export class Numbering {
  readonly #source: string;
  readonly #report: Report;
  readonly #chapters = new Set<number>();
  #verses = new Set<number>();
  #chapter: number | undefined;
  /** The last verse, and the letter of its part. */
  #verse: { last: number; part: string } | undefined;
  #outsideTold = false;

  constructor(source: string, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  /** Whether a chapter has begun. */
  get begun(): boolean {
    return this.#chapter !== undefined;
  }

  get inVerse(): boolean {
    return this.#verse !== undefined;
  }

  /** The end of a chapter's number; undefined, with a message, where there is none. */
  chapter(marker: Marker): { end: number } | undefined {
    const match = this.#match(CHAPTER, marker);
    this.#verse = undefined;
    this.#verses = new Set();
    this.#outsideTold = false;
    const number = Number(match?.[1] ?? 0);
    if (!match || number < 1 || number > MOST_CHAPTERS) {
      this.#unnumbered(marker, 'chapter', MOST_CHAPTERS);
      return undefined;
    }
    if (this.#chapters.has(number)) this.#order(marker, `chapter ${number} for the second time`, 'each chapter once');
    else if (this.#chapter !== undefined && number < this.#chapter) {
      this.#order(marker, `chapter ${number} after chapter ${this.#chapter}`, 'chapters in order');
    }
    this.#chapters.add(number);
    this.#chapter = number;
    return { end: marker.start + match[0].length + 2 };
  }

  /** A verse's number or numbers and where they end; undefined, with a message, where there is none. */
  verse(marker: Marker): { verse: { chapter: number; verse: number; through?: number }; end: number } | undefined {
    const match = this.#match(VERSE, marker);
    const [all = '', first = '', part = '', through] = match ?? [];
    const verse = Number(first);
    const last = Number(through ?? first);
    if (verse < 1 || last < verse || last > MOST_VERSES) {
      this.#unnumbered(marker, 'verse', MOST_VERSES);
      return undefined;
    }
    if (this.#chapter === undefined) {
      if (!this.#outsideTold) this.#order(marker, `verse ${verse} before any chapter`, 'a line \\c 1 before it');
      this.#outsideTold = true;
      return undefined;
    }
    const before = this.#verse;
    const again = before !== undefined && before.last === verse && before.part !== '' && part > before.part;
    const where = `of chapter ${this.#chapter}`;
    if (this.#verses.has(verse) && !again) {
      this.#order(marker, `verse ${verse} ${where} for the second time`, 'each verse once');
    } else if (before && verse < before.last) {
      this.#order(marker, `verse ${verse} ${where} after verse ${before.last}`, 'verses in order');
    }
    for (let number = verse; number <= last; number++) this.#verses.add(number);
    this.#verse = { last, part };
    const address = { chapter: this.#chapter, verse, ...(last > verse ? { through: last } : {}) };
    return { verse: address, end: marker.start + all.length + 2 };
  }

  /** Tells of text that belongs to no verse, once a chapter. */
  outside(start: number, end: number): void {
    if (this.#outsideTold) return;
    this.#outsideTold = true;
    const text = this.#source.slice(start, end).replace(/\s+/g, ' ').trim();
    const shown = shortened(text, 40);
    this.#report('usfm-verse', start, start + text.length, `“${shown}” before the first verse`, {
      expected: 'headings, or text after a \\v marker',
      advice: 'mark it as a heading, such as \\s, or put it after its verse’s number',
    });
  }

  /** The number may also stand directly after the letter, as in `\v31`. */
  #match(pattern: RegExp, { start }: Marker): RegExpExecArray | null {
    pattern.lastIndex = start + 2;
    return pattern.exec(this.#source);
  }

  #unnumbered({ start, end }: Marker, what: 'chapter' | 'verse', most: number): void {
    this.#outsideTold = true;
    const sign = what === 'chapter' ? '\\c' : '\\v';
    this.#report('usfm-syntax', start, end, `“${sign}” without the number of a ${what}`, {
      expected: `a number from 1 to ${most}${what === 'verse' ? ', or two such as 3-4' : ''}`,
      advice: `write ${sign}, a space and the number`,
    });
  }

  #order({ start, end }: Marker, found: string, expected: string): void {
    this.#report('usfm-verse', start, end, found, {
      expected,
      advice: 'correct the number, or remove what is there twice',
    });
  }
}
