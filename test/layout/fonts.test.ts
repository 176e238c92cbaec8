import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { ThemeFonts } from '../../src/layout/fonts.js';
import type { Theme } from '../../src/theme/model.js';

const GARAMOND = readFileSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf'),
);

/** A font that has not been asked for anything yet. */
function fresh() {
  const family = { family: 'Body', faces: [{ weight: 400, style: 'normal', data: new Uint8Array(GARAMOND) }] };
  const fonts = { body: family, heading: family, label: family, code: family, fallback: [] };
  return new ThemeFonts({ fonts } as unknown as Theme).getFont({ fontFamily: 'Body' }).data;
}

describe('fonts of a theme', () => {
  it('know the characters of a glyph that was first needed as a part of another', () => {
    const font = fresh();
    const { id } = fresh().glyphForCodePoint('.'.charCodeAt(0));
    expect(font.getGlyph(id)?.codePoints).toEqual([]);
    const { glyphs } = font.layout('a.b');
    expect(glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints))).toEqual(['a', '.', 'b']);
    expect(glyphs[1]?.advanceWidth).toBe(fresh().layout('.').glyphs[0]?.advanceWidth);
  });

  it('tell two characters apart that look the same', () => {
    const font = fresh();
    expect(font.layout('\u00a0').glyphs[0]?.codePoints).toEqual([0xa0]);
    expect(font.layout(' ').glyphs[0]?.codePoints).toEqual([0x20]);
    expect(font.layout('\u00a0').glyphs[0]?.codePoints).toEqual([0xa0]);
  });
});
