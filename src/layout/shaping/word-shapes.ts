import type { Font, Glyph, GlyphPosition } from 'fontkit';
import { Recent } from '../../memory/recent.js';
import { wordsStandAlone } from './space-rules.js';

/** Glyphs of a string, and for each its advance and offset in the font's units. */
export interface Shaped {
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly GlyphPosition[];
}

/** Shapes a string from the left with the features that a font has by itself, in a script: that of its first letter, unless it is told. */
export type Shape = (string: string, script?: string) => Shaped;

/** A word that was shaped; without anything where a space became a part of it and it cannot be taken out. */
type Word = Partial<Shaped>;

/** Words of a font that are kept, each of some 600 bytes: more than most booklets have. */
const LIMIT = 16_384;

const SPACE = 0x20;

/**
 * Basic Latin to Latin Extended-B and the punctuation that goes with them, without what is never drawn and without the fraction
 * slash, which gives what is around it other features.
 */
const LATIN = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u2043\u2045-\u205e]+$/;

/** All letters among these. */
const LATIN_LETTER = /[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;

/**
 * Latin text put together from words that are shaped once. Each is shaped with the spaces around it, so kerning with spaces is
 * kept: the space before a word knows how far it is from the word, and the word how far it is from the space behind it.
 */
export class WordShapes {
  readonly #words = new Recent<string, Word>(LIMIT);
  readonly #font: Font;
  readonly #shape: Shape;
  #standAlone: boolean | undefined;

  constructor(font: Font, shape: Shape) {
    this.#font = font;
    this.#shape = shape;
  }

  /** The string, or undefined where it has to be shaped as a whole. Its lists are its own, what is in them is shared. */
  of(string: string): Shaped | undefined {
    // Of two spaces side by side none would have both its neighbours.
    if (!LATIN.test(string) || string.includes('  ')) return undefined;
    this.#standAlone ??= wordsStandAlone(this.#font);
    return this.#standAlone ? this.#joined(string) : undefined;
  }

  #joined(string: string): Shaped | undefined {
    // A word without a letter is of the script of the string that it stands in.
    const script = LATIN_LETTER.test(string) ? 'latn' : undefined;
    const glyphs: Glyph[] = [];
    const positions: GlyphPosition[] = [];
    for (let start = 0; start >= 0; ) {
      const space = string.indexOf(' ', start + 1);
      const word = this.#word(space < 0 ? string.slice(start) : string.slice(start, space + 1), script);
      if (!word.glyphs || !word.positions) return undefined;
      glyphs.push(...word.glyphs);
      positions.push(...word.positions);
      start = space;
    }
    return { glyphs, positions };
  }

  /** @param text - A word with the spaces around it: there is none behind the last of a string. */
  #word(text: string, script: string | undefined): Word {
    const key = script ? text : `\n${text}`;
    let word = this.#words.get(key);
    if (!word) {
      word = this.#taken(text, this.#shape(text, script));
      this.#words.set(key, word);
    }
    return word;
  }

  /** A word with the space before it and without the one behind it. */
  #taken(text: string, { glyphs, positions }: Shaped): Word {
    if (text.startsWith(' ') && !this.#isSpace(glyphs[0])) return {};
    if (text === ' ' || !text.endsWith(' ')) return { glyphs, positions };
    const [last, place] = [glyphs.at(-1), positions.at(-1)];
    const isUnmoved = place?.xAdvance === last?.advanceWidth && !place?.yAdvance && !place?.xOffset && !place?.yOffset;
    if (glyphs.length < 2 || !this.#isSpace(last) || !isUnmoved) return {};
    return { glyphs: glyphs.slice(0, -1), positions: positions.slice(0, -1) };
  }

  #isSpace(glyph: Glyph | undefined): boolean {
    const space = this.#font.glyphForCodePoint(SPACE);
    return glyph?.id === space.id && glyph.codePoints.length === 1 && glyph.codePoints[0] === SPACE;
  }
}
