import type { Point, Position } from 'unist';

/** A marker as it stands in a USFM file. */
export interface Marker {
  /** Without `\`, `+`, `*` and the number of its level: `q` for `\q2`, empty for the `\*` that ends a milestone. */
  name: string;
  /** The number of its level, 1 when it has none. */
  level: number;
  /** Whether it stands within another mark for words: `\+nd`. */
  nested: boolean;
  /** Whether it ends what one before it began: `\nd*`. */
  closes: boolean;
  /** Whether it is one end of a milestone: `\qt-s`. */
  milestone: boolean;
  /** First character, and the one after its last. The space that parts it from its text is not counted. */
  start: number;
  end: number;
}

/**
 * Every marker of a USFM text in order. Whatever stands between them is text, also a backslash that begins none.
 * Takes time in proportion to the text's length, whatever is in it.
 */
export function scanMarkers(text: string): Marker[] {
  return [...text.matchAll(/\\(?:(\+?)([A-Za-z_]{1,40})(\d{0,4})(?:-\d{1,4})?(-[se])?(\*?)|\*)/g)].map((match) => {
    const [whole, plus = '', name = '', level = '', end = '', star = '*'] = match;
    return {
      name,
      level: Number(level || 1),
      nested: plus !== '',
      closes: star !== '',
      milestone: end !== '' || name === '',
      start: match.index,
      end: match.index + whole.length,
    };
  });
}

/** Tells lines and columns of a text by its characters' indexes. */
export class Places {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const { index } of text.matchAll(/\n/g)) this.#starts.push(index + 1);
  }

  /** Where the characters from `start` to before `end` stand; lines and columns count from 1. */
  of(start: number, end: number): Position {
    return { start: this.#point(start), end: this.#point(end) };
  }

  #point(offset: number): Point {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }
}
