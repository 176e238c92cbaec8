import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio, greyOf } from '../../src/color/light.js';
import type { Rgb } from '../../src/color/rgb.js';
import { cmykOf, inkOf } from '../../src/pdf/ink.js';

const channel = fc.integer({ min: 0, max: 255 });
const colors = fc.tuple(channel, channel, channel);
const rgb = (color: readonly number[]) => color.map((value) => value / 255) as unknown as Rgb;

describe('grey', () => {
  it('keeps the contrast of any two colours', () => {
    fc.assert(
      fc.property(colors, colors, (one, other) => {
        const grey = (color: number[]) => rgb(Array(3).fill(Math.round(greyOf(rgb(color)) * 255)));
        const before = contrastRatio(rgb(one), rgb(other));
        const after = contrastRatio(grey(one), grey(other));
        // A grey is told to one part in 255, which near black is much of a ratio.
        expect(Math.abs(after / before - 1)).toBeLessThan(0.03);
      }),
    );
  });

  it('is black for type that is nearly so, and white for paper', () => {
    expect(inkOf(rgb([0x1c, 0x19, 0x17]), { colors: 'grey' })).toEqual([0]);
    expect(inkOf([1, 1, 1], { colors: 'grey' })).toEqual([1]);
    expect(inkOf(rgb([0x6b, 0x1f, 0x2a]), { colors: 'grey' })[0]).toBeCloseTo(0.2287, 3);
  });
});

describe('four inks', () => {
  it('are never more than 300 % together, and one of the colours is always absent', () => {
    fc.assert(
      fc.property(colors, (color) => {
        const [cyan, magenta, yellow, black] = cmykOf(rgb(color));
        expect(Math.min(cyan, magenta, yellow)).toBe(0);
        expect(cyan + magenta + yellow + black).toBeLessThanOrEqual(3);
        for (const ink of inkOf(rgb(color), { colors: 'cmyk' })) {
          expect(ink).toBeGreaterThanOrEqual(0);
          expect(ink).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('lie over each other to give the colour again', () => {
    fc.assert(
      fc.property(colors, (color) => {
        const [cyan, magenta, yellow, black] = cmykOf(rgb(color));
        const back = [cyan, magenta, yellow].map((ink) => Math.round((1 - ink) * (1 - black) * 255));
        expect(back).toEqual(color);
      }),
    );
  });

  it('are black alone for black and for neutrals', () => {
    fc.assert(
      fc.property(channel, (value) => {
        const [cyan, magenta, yellow] = inkOf(rgb([value, value, value]), { colors: 'cmyk' });
        expect([cyan, magenta, yellow]).toEqual([0, 0, 0]);
      }),
    );
    expect(inkOf(rgb([0x1c, 0x19, 0x17]), { colors: 'cmyk' })).toEqual([0, 0, 0, 1]);
  });

  it('are the theme’s own where it gives them', () => {
    const inks = new Map([['#6b1f2a', [25, 95, 75, 50] as const]]);
    expect(inkOf(rgb([0x6b, 0x1f, 0x2a]), { colors: 'cmyk', inks })).toEqual([0.25, 0.95, 0.75, 0.5]);
    expect(inkOf(rgb([0x6b, 0x1f, 0x2a]), { colors: 'grey', inks })).toHaveLength(1);
  });
});
