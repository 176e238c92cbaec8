import type { Glyph, GlyphPosition } from '../layout/nodes.js';

/** The part of pdfkit's embedded font that text is encoded with. */
export interface EmbeddedFont {
  id: string;
  font: { unitsPerEm: number };
  scale: number;
  subset: { includeGlyph(id: number): number; glyphs: number[] };
  widths: number[];
  unicode: number[][];
}

const SPACE = 0x20;
const SOFT_HYPHEN = 0xad;

/** Second code of a font's hyphen, which stands for a hyphen that the line breaker added. */
const softHyphens = new WeakMap<EmbeddedFont, number>();

/**
 * The text-showing operators for a run of glyphs, between BT and ET, with the baseline at the origin.
 *
 * pdfkit's own encoder is not used because react-pdf gives offsets in font units: raised figures of fonts with 2048
 * units to the em stood twice too high. A hyphen that was added at a line's end gets a code of its own that means
 * U+00AD, so that copied text has whole words.
 *
 * @param size - Type size in points.
 */
export function glyphOperators(
  font: EmbeddedFont,
  size: number,
  glyphs: readonly Glyph[],
  positions: readonly GlyphPosition[],
): string[] {
  const em = font.font.unitsPerEm || 1000;
  const adjustments = glyphs.map(
    (glyph, index) => ((positions[index]?.xAdvance ?? 0) * 1000) / size - glyph.advanceWidth * font.scale,
  );
  const spacing = letterSpacing(adjustments.filter((_, index) => glyphs[index]?.codePoints[0] !== SPACE));
  const out = [`/${font.id} ${number(size)} Tf`];
  if (spacing !== 0) out.push(`${number((spacing * size) / 1000)} Tc`);
  let x = 0;
  let codes = '';
  let parts: string[] = [];
  let moved = true;
  const flush = (): void => {
    if (codes) parts.push(`<${codes}>`);
    codes = '';
    if (parts.length > 0) out.push(`[${parts.join(' ')}] TJ`);
    parts = [];
  };
  glyphs.forEach((glyph, index) => {
    const position = positions[index] ?? { xAdvance: 0 };
    const { xOffset = 0, yOffset = 0 } = position;
    const offset = xOffset !== 0 || yOffset !== 0;
    if (offset || moved) {
      flush();
      out.push(`1 0 0 1 ${number(x + (xOffset * size) / 1000)} ${number((yOffset * size) / em)} Tm`);
    }
    moved = offset;
    codes += hexadecimal(codeOf(font, glyph));
    const adjust = (adjustments[index] ?? 0) - spacing;
    if (Math.abs(adjust) > 1e-3) {
      parts.push(`<${codes}>`, String(number(-adjust)));
      codes = '';
    }
    x += position.xAdvance;
  });
  flush();
  return out;
}

/** Least room between letters, in thousandths of an em, that is taken to be letter-spacing and no kerning. */
const SPACED = 20;

/**
 * The room that was added to most letters alike, in thousandths of an em. Said as letter-spacing, it keeps a spaced word
 * one word for whoever copies or hears it; as steps between the letters it would be a row of letters.
 */
function letterSpacing(adjustments: readonly number[]): number {
  // Few runs are spaced, and where most of the room is less than that there is nothing to look for.
  const spaced = adjustments.filter((adjustment) => adjustment > SPACED - 1);
  if (spaced.length * 2 <= adjustments.length) return 0;
  const alike = new Map<number, { first: number; count: number }>();
  for (const adjustment of adjustments) {
    const rounded = Math.round(adjustment * 10);
    const { first, count } = alike.get(rounded) ?? { first: adjustment, count: 0 };
    alike.set(rounded, { first, count: count + 1 });
  }
  const [{ first: usual, count } = { first: 0, count: 0 }] = [...alike.values()].sort((a, b) => b.count - a.count);
  return usual >= SPACED && count > 1 && count * 2 > adjustments.length ? usual : 0;
}

const HEXADECIMAL: string[] = [];

/** Four digits. A book has some hundreds of codes, and each of them thousands of times. */
function hexadecimal(code: number): string {
  HEXADECIMAL[code] ??= code.toString(16).padStart(4, '0');
  return HEXADECIMAL[code];
}

/** Whether a glyph stands for a hyphen that the line breaker added. */
export function isSoftHyphen({ codePoints }: Pick<Glyph, 'codePoints'>): boolean {
  return codePoints[0] === SOFT_HYPHEN;
}

/** The code of a glyph in the file, which it gets where it comes for the first time. */
export function codeOf(font: EmbeddedFont, glyph: Pick<Glyph, 'id' | 'advanceWidth' | 'codePoints'>): number {
  const soft = isSoftHyphen(glyph);
  let code: number;
  if (soft) {
    code = softHyphens.get(font) ?? font.subset.glyphs.push(glyph.id) - 1;
    softHyphens.set(font, code);
  } else {
    code = font.subset.includeGlyph(glyph.id);
  }
  font.widths[code] ??= glyph.advanceWidth * font.scale;
  font.unicode[code] ??= soft ? [SOFT_HYPHEN] : glyph.codePoints;
  return code;
}

/** Rounds to what PDF viewers can tell apart, and never to an exponent or to minus zero. */
function number(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
