import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../src/color/light.js';
import { rgbOf } from '../../src/color/rgb.js';
import { withAccent } from '../../src/theme/design.js';
import type { Cmyk, Palette } from '../../src/theme/model.js';

const DARK: Palette = {
  ink: '#1c1917',
  accent: '#6b1f2a',
  muted: '#5f5853',
  rule: '#b5aba3',
  tint: '#f6f1ea',
  paper: '#ffffff',
  coverGround: '#5a1822',
  coverInk: '#f8f1e6',
};
const with_ = (color: Partial<Palette>, accent: string, inks: [string, Cmyk][] = []) =>
  withAccent({ color: { ...DARK, ...color }, inks: new Map(inks) }, accent);
const contrast = (one: string, other: string) => contrastRatio(rgbOf(one), rgbOf(other));

describe('an accent of a booklet’s own', () => {
  it('takes the place of the theme’s, and a dark cover takes its colour', () => {
    const { color } = with_({}, '#1f4a3d');
    expect(color).toEqual({ ...DARK, accent: '#1f4a3d', coverGround: expect.any(String) });
    const [red = 0, green = 0, blue = 0] = rgbOf(color.coverGround);
    expect(green).toBeGreaterThan(Math.max(red, blue));
    expect(contrast(color.coverGround, '#ffffff')).toBeGreaterThanOrEqual(contrast(DARK.coverGround, '#ffffff'));
  });

  it('leaves everything alone where it is the theme’s', () => {
    const theme = { color: DARK, inks: new Map() };
    expect(withAccent(theme, '#6b1f2a')).toBe(theme);
  });

  it('keeps a cover on white and on paper, whose type follows only where it had the accent', () => {
    const white = { coverGround: '#ffffff', coverInk: '#000000' };
    expect(with_(white, '#1f4a3d').color).toMatchObject(white);
    const cream = { paper: '#fbf7ee', coverGround: '#fbf7ee', coverInk: '#1c1917' };
    expect(with_(cream, '#1f4a3d').color).toMatchObject(cream);
    expect(with_({ ...white, coverInk: '#6b1f2a' }, '#1f4a3d').color.coverInk).toBe('#1f4a3d');
    const black = { ...white, ink: '#000000', accent: '#000000' };
    expect(with_(black, '#1f4a3d').color).toMatchObject({ ...white, ink: '#000000', accent: '#1f4a3d' });
  });

  it('makes a light ground lighter, for dark type', () => {
    const { color } = with_({ coverGround: '#f0d8b8', coverInk: '#1c1917' }, '#1f4a3d');
    expect(contrast(color.coverGround, '#1c1917')).toBeGreaterThanOrEqual(contrast('#f0d8b8', '#1c1917') - 0.05);
    expect(color.coverGround).not.toBe('#ffffff');
  });

  it('always leaves a cover that can be read', () => {
    const part = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
    fc.assert(
      fc.property(fc.tuple(part, part, part), (parts) => {
        const { color } = with_({}, `#${parts.join('')}`);
        expect(contrast(color.coverInk, color.coverGround)).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  it('does not inherit inks from what it replaces', () => {
    const inks: [string, Cmyk][] = [
      ['#1c1917', [0, 0, 0, 100]],
      ['#6b1f2a', [25, 95, 75, 50]],
      ['#5a1822', [30, 95, 75, 60]],
    ];
    expect([...with_({}, '#1f4a3d', inks).inks.keys()]).toEqual(['#1c1917']);
    // Here the ground is as it was, and so are its inks.
    expect([...with_({}, '#5a1822', inks).inks.keys()]).toEqual(['#1c1917', '#5a1822']);
    expect([...with_({ ink: '#6b1f2a' }, '#1f4a3d', inks).inks.keys()]).toEqual(['#6b1f2a']);
  });
});
