import type { Effort } from './effort.js';
import { type Box, isSquare, type Matrix, multiply, scaleOf, transformed } from './geometry.js';
import type { GraphicsState } from './state.js';
import type { Operand } from './tokens.js';

/** Words that were shown, and how far the line went on. */
export interface Shown {
  whole: Box;
  body: Box;
  text: string;
  size: number;
  square: boolean;
  /** Along the line, in units of text space. */
  advance: number;
}

/** In parts of the type size: what most Latin type has below its baseline, above its capitals and its small letters. */
const DEPTH = 0.2;
const HEIGHT = 0.7;
const SMALL = 0.42;

/** Steps that a glyph counts for. */
const GLYPH = 0.25;

/** So many characters of a text are remembered: more than are quoted, or in a line. */
const MOST_TEXT = 10_000;

/** Stands for a glyph of which the file does not say what it means. */
const UNKNOWN = '\ufffd';

/**
 * Places what a text-showing operator shows (ISO 32000-1, 9.4.4). Spaces at either end take no part in it.
 *
 * @param items - Strings, and numbers that move the line back by thousandths of the type size.
 * @param step - Is told how much there is.
 */
export function showText(
  state: GraphicsState,
  textMatrix: Matrix,
  items: readonly Operand[],
  step: Effort,
): Shown | undefined {
  const { font, fontSize, characterSpacing, wordSpacing, stretch, rise } = state;
  if (!font) return undefined;
  let x = 0;
  let text = '';
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of items) {
    if (typeof item === 'number') x -= (item / 1000) * fontSize * stretch;
    if (!(item instanceof Uint8Array)) continue;
    step(item.length * GLYPH);
    for (let index = 0; index + font.bytesToCode <= item.length; index += font.bytesToCode) {
      const byte = item[index] as number;
      const code = font.bytesToCode === 1 ? byte : byte * 256 + (item[index + 1] as number);
      const meaning = font.textOf(code) ?? UNKNOWN;
      const width = (font.widthOf(code) / 1000) * fontSize * stretch;
      if (/\S/.test(meaning)) {
        start = Math.min(start, x, x + width);
        end = Math.max(end, x, x + width);
      }
      if (text.length < MOST_TEXT) text += meaning;
      const space = font.bytesToCode === 1 && code === 32 ? wordSpacing : 0;
      x += width + (characterSpacing + space) * stretch;
    }
  }
  const matrix = multiply(textMatrix, state.matrix);
  const size = Math.abs(fontSize) * scaleOf(matrix);
  const seen = end >= start;
  const from = (low: number, high: number): Box => {
    const [one, other] = [rise + low * fontSize, rise + high * fontSize];
    const ends = { left: seen ? start : 0, right: seen ? end : 0 };
    return transformed(matrix, { ...ends, bottom: Math.min(one, other), top: Math.max(one, other) });
  };
  return {
    whole: from(-DEPTH, HEIGHT),
    body: from(0, SMALL),
    text: text.trim(),
    size,
    square: isSquare(matrix),
    advance: x,
  };
}
