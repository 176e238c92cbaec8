import { createHash } from 'node:crypto';
import { zlibSync } from 'fflate';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { fieldFont } from '../../../src/pdf/fields/field-font.js';
import { WIN_ANSI, WIN_ANSI_TEXT } from '../../../src/pdf/fields/win-ansi.js';
import { GARAMOND, packagedFont } from './tiny-form.js';

const SANS = packagedFont('source-sans-3/400Regular/SourceSans3_400Regular.ttf');
const CARDO = packagedFont('cardo/400Regular/Cardo_400Regular.ttf');

type Opened = fontkit.Font & {
  directory: { tables: Record<string, unknown> };
  cmap: { tables: { platformID: number; encodingID: number }[] };
};
const open = (bytes: Uint8Array) => fontkit.create(Buffer.from(bytes)) as Opened;

describe('WinAnsiEncoding', () => {
  it('is that of the standard', () => {
    expect(WIN_ANSI).toHaveLength(224);
    expect([...WIN_ANSI_TEXT]).toHaveLength(218);
    // Bytes 0x81, 0x8d, 0x8f, 0x90 and 0x9d stand for nothing; a delete is no sign.
    expect(WIN_ANSI.flatMap((codePoint, index) => (codePoint === undefined ? [index + 32] : []))).toEqual([
      0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d,
    ]);
    expect(WIN_ANSI_TEXT).toContain('€');
    expect(WIN_ANSI_TEXT).toContain('ñ');
  });
});

describe('fieldFont', () => {
  it.each([
    ['EB Garamond', GARAMOND],
    ['Source Sans 3', SANS],
    ['Cardo', CARDO],
  ])('keeps of %s what a reader may type, and a cmap that simple fonts need', async (_, bytes) => {
    const font = open((await fieldFont([bytes])).bytes);
    const whole = open(bytes);
    for (const character of WIN_ANSI_TEXT) {
      const codePoint = character.codePointAt(0) as number;
      expect([character, font.hasGlyphForCodePoint(codePoint)]).toEqual([
        character,
        whole.hasGlyphForCodePoint(codePoint),
      ]);
    }
    expect(font.hasGlyphForCodePoint(0x3b1)).toBe(false);
    expect(font.cmap.tables).toContainEqual(expect.objectContaining({ platformID: 3, encodingID: 1 }));
    expect(Object.keys(font.directory.tables)).toEqual(
      expect.arrayContaining(['glyf', 'head', 'hhea', 'hmtx', 'maxp']),
    );
  });

  it('is small', async () => {
    for (const bytes of [GARAMOND, SANS, CARDO]) {
      const font = await fieldFont([bytes]);
      expect(zlibSync(font.bytes, { level: 7 }).length).toBeLessThan(24_000);
    }
  });

  it('tells advances as the font has them', async () => {
    const { widths, ascent, descent, name } = await fieldFont([SANS]);
    const whole = open(SANS);
    const expected = Math.round((whole.glyphForCodePoint(0x41).advanceWidth * 1000) / whole.unitsPerEm);
    expect(widths[0x41 - 32]).toBe(expected);
    expect(widths).toHaveLength(224);
    expect(ascent).toBeGreaterThan(700);
    expect(descent).toBeLessThan(-150);
    expect(name).toBe('FIELDS+SourceSans3-Regular');
  });

  it('gives the same bytes on every machine', async () => {
    const { bytes } = await fieldFont([SANS]);
    expect(createHash('sha256').update(bytes).digest('hex')).toMatchInlineSnapshot(
      `"33bd163cdc027f01d4add3c6778d0b4b7d38846b1fed6bf3534dd47e2fd741f2"`,
    );
    const { bytes: again } = await fieldFont([SANS.slice()]);
    expect(Buffer.compare(bytes, again)).toBe(0);
  });

  it('passes over faces that cannot serve', async () => {
    const broken = new TextEncoder().encode('no font at all');
    const digits = await subsetFont(Buffer.from(GARAMOND), '0123456789');
    const { name } = await fieldFont([broken, SANS.slice(0, 200), digits, SANS]);
    expect(name).toBe('FIELDS+SourceSans3-Regular');
    await expect(fieldFont([broken])).rejects.toThrow('none of the fonts');
  });
});
