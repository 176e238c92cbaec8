import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { WIN_ANSI, WIN_ANSI_TEXT } from './win-ansi.js';

/** A TrueType font with all that a reader may type, and what a PDF says of it. Lengths are thousandths of the type size. */
export interface FieldFont {
  /** PostScript name with the tag of a subset before it (ISO 32000-1, 9.6.4). */
  name: string;
  bytes: Uint8Array;
  /** Advances by code of WinAnsiEncoding, from the first code to the last. */
  widths: readonly number[];
  ascent: number;
  /** Below the baseline, so less than 0. */
  descent: number;
  capHeight: number;
  italicAngle: number;
  /** Left, bottom, right and top of the box that holds every glyph. */
  box: readonly [number, number, number, number];
}

/** Tag of the subset. It holds the same characters in every file, so it is the same in every file. */
const TAG = 'FIELDS';

/** Nobody shapes text in a field: each character is one glyph, and no viewer asks for hints or other tables. */
const OPTIONS = {
  targetFormat: 'truetype' as const,
  noHinting: true,
  noLayoutClosure: true,
  keepFeatures: [],
  dropTables: ['GSUB', 'GPOS', 'GDEF', 'BASE', 'DSIG', 'STAT', 'kern', 'gasp', 'meta'],
};

/** Without these a face is no use to write with. */
const NEEDED = Array.from({ length: 95 }, (_, index) => 32 + index);

const made = new WeakMap<Uint8Array, Promise<FieldFont | undefined>>();

/**
 * The font that fields are filled in with: the first of these faces that can serve, cut down to the characters of
 * WinAnsiEncoding. A face cannot serve if it has no TrueType outlines or lacks basic Latin letters.
 *
 * @param faces - Bytes of TrueType or OpenType fonts.
 */
export async function fieldFont(faces: readonly Uint8Array[]): Promise<FieldFont> {
  for (const face of faces) {
    const font = made.get(face) ?? makeFieldFont(face);
    made.set(face, font);
    const ready = await font;
    if (ready) return ready;
  }
  throw new Error('none of the fonts can be used in fields');
}

async function makeFieldFont(face: Uint8Array): Promise<FieldFont | undefined> {
  try {
    const bytes = await subsetFont(Buffer.from(face), WIN_ANSI_TEXT, OPTIONS);
    return describe(bytes);
  } catch {
    // A face that cannot be cut down serves well enough on the page; fields take the next.
    return undefined;
  }
}

function describe(bytes: Uint8Array): FieldFont | undefined {
  const font = fontkit.create(bytes as Buffer) as fontkit.Font & { directory: { tables: object } };
  if (!('glyf' in font.directory.tables) || !NEEDED.every((codePoint) => font.hasGlyphForCodePoint(codePoint))) {
    return undefined;
  }
  const scale = 1000 / font.unitsPerEm;
  const advanceOf = (codePoint: number | undefined) =>
    codePoint !== undefined && font.hasGlyphForCodePoint(codePoint)
      ? font.glyphForCodePoint(codePoint).advanceWidth
      : font.getGlyph(0).advanceWidth;
  const { minX, minY, maxX, maxY } = font.bbox;
  const thousandths = (units: number) => Math.round(units * scale);
  return {
    name: `${TAG}+${font.postscriptName ?? 'Field'}`,
    bytes: new Uint8Array(bytes),
    widths: WIN_ANSI.map((codePoint) => thousandths(advanceOf(codePoint))),
    ascent: thousandths(font.ascent),
    descent: thousandths(font.descent),
    capHeight: thousandths(font.capHeight || font.ascent),
    italicAngle: font.italicAngle,
    box: [thousandths(minX), thousandths(minY), thousandths(maxX), thousandths(maxY)],
  };
}
