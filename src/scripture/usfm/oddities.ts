import type { Report } from './report.js';
import type { Marker } from './scan.js';

/** Remembers what a file has that USFM does not, so that each kind is told once. */
export class Oddities {
  readonly #source: string;
  readonly #report: Report;
  readonly #unknown = new Map<string, Marker>();
  #strayTold = false;

  constructor(source: string, report: Report) {
    this.#source = source;
    this.#report = report;
  }

  unknown(marker: Marker): void {
    const mark = this.#source.slice(marker.start, marker.end).replace(/\*$/, '');
    if (!this.#unknown.has(mark)) this.#unknown.set(mark, marker);
  }

  /** Tells of the first backslash in a text between markers. */
  stray(text: string, from: number): void {
    const at = text.indexOf('\\');
    if (at < 0 || this.#strayTold) return;
    this.#strayTold = true;
    this.#report('usfm-syntax', from + at, from + at + 1, 'a backslash that begins no marker', {
      expected: 'a marker such as \\p after it',
      advice: 'complete the marker or remove the backslash',
    });
  }

  /** Tells of all unknown markers in one message, at the first of them. */
  end(): void {
    const [first] = this.#unknown.values();
    if (!first) return;
    const marks = [...this.#unknown.keys()];
    const shown = marks.slice(0, 5).map((mark) => `“${mark}”`);
    this.#report('usfm-marker', first.start, first.end, `${shown.join(', ')}${marks.length > 5 ? ' and more' : ''}`, {
      expected: 'markers of USFM',
      advice: 'look whether the text after each belongs to the verse: it is printed there',
    });
  }
}
