import { create, type Font } from 'fontkit';
import type { FontFace } from './model.js';

/** Signatures of static fonts that a PDF can hold: TrueType and OpenType with PostScript outlines. */
const SIGNATURES = new Set(['\u0000\u0001\u0000\u0000', 'true', 'OTTO']);

/** The reason why bytes cannot serve as a font, or undefined when they can. */
export function fontFault(data: Uint8Array): string | undefined {
  const signature = String.fromCharCode(...data.subarray(0, 4));
  if (signature === 'ttcf') return 'a collection of fonts';
  if (signature.startsWith('wOF')) return 'a web font';
  if (!SIGNATURES.has(signature)) return 'a file that is not a font';
  try {
    const font = create(asBuffer(data));
    if ('fonts' in font) return 'a collection of fonts';
    if (Object.keys(font.variationAxes ?? {}).length > 0) return 'a variable font';
    // fontkit reads tables when they are first asked for, so ask for those that setting type needs; shaping a word
    // would test more but costs a theme of fifteen faces half a second.
    if (!(font.unitsPerEm > 0) || !(font.numGlyphs > 0)) return 'a font without characters';
    const glyph = font.glyphForCodePoint(0x61);
    void [font.ascent, glyph.advanceWidth, glyph.path];
    return undefined;
  } catch {
    return 'a damaged font';
  }
}

/** A face opened by fontkit; opened once, however often it is asked for. */
export function openFace(face: FontFace): Font {
  const known = opened.get(face);
  if (known) return known;
  const font = create(asBuffer(face.data)) as Font;
  opened.set(face, font);
  return font;
}

const opened = new WeakMap<FontFace, Font>();

function asBuffer(data: Uint8Array): Buffer {
  return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
}
