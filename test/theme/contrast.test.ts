import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { checkContrast } from '../../src/theme/contrast.js';
import type { Palette, TypeScale } from '../../src/theme/model.js';

const COLORS: Palette = {
  ink: '#1c1917',
  accent: '#6b1f2a',
  muted: '#5f5853',
  rule: '#b5aba3',
  tint: '#f6f1ea',
  paper: '#ffffff',
  coverGround: '#5a1822',
  coverInk: '#f8f1e6',
};
const SIZES = { body: 11, small: 9.8, caption: 8.8, runningHead: 8, scripture: 11, h4: 11 } as TypeScale;

/** What is said of a theme with some colours and sizes of its own. */
const told = (color: Partial<Palette>, size: Partial<TypeScale> = {}) =>
  formatDiagnostics(
    checkContrast({ color: { ...COLORS, ...color }, size: { ...SIZES, ...size } }, { layers: [], own: COLORS }),
  )
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/.*warning: /, ''));

describe('contrast', () => {
  it('is enough in classic', () => {
    expect(told({})).toEqual([]);
  });

  it('asks 7 to 1 of running text and 4.5 of small type and of accents', () => {
    // Contrast with white: #595959 7.0, #5a5a5a 6.9, #767676 4.54, #777777 4.48.
    const white = { tint: '#ffffff' };
    expect(told({ ...white, ink: '#595959', muted: '#767676', accent: '#767676' })).toEqual([]);
    expect(told({ ...white, ink: '#5a5a5a', muted: '#777777', accent: '#777777' })).toEqual([
      expect.stringMatching(/^“accent” #777777 on “paper” #ffffff has a contrast of 4.4 to 1 .*at least 4.5 to 1/),
      expect.stringMatching(/^“ink” #5a5a5a on “paper” #ffffff has a contrast of 6.8 to 1 .*at least 7 to 1/),
      expect.stringMatching(/^“muted” #777777 on “paper” #ffffff has a contrast of 4.4 to 1 .*at least 4.5 to 1/),
    ]);
  });

  it('asks 3 to 1 of type that is large wherever it stands', () => {
    const accent = { accent: '#949494', tint: '#ffffff' };
    expect(told(accent, { caption: 18, scripture: 30, h4: 20 })).toEqual([]);
    expect(told(accent, { caption: 18, scripture: 28, h4: 20 })).toHaveLength(1);
    expect(told({ muted: '#949494', tint: '#ffffff' }, { caption: 18, runningHead: 18 })).toEqual([]);
    expect(told({ coverInk: '#b0787f' }, { small: 18 })).toEqual([]);
    expect(told({ coverInk: '#b0787f' }, { small: 17 })).toHaveLength(1);
  });

  it('looks at tint as well as at paper', () => {
    expect(told({ tint: '#d0c8c0' })).toEqual([
      '“muted” #5f5853 on “tint” #d0c8c0 has a contrast of 4.2 to 1 in colour and in grey; expected at least 4.5 to 1; make “muted” darker, or “tint” lighter',
    ]);
  });

  it('tells that only the screen has too little, where black ink has more', () => {
    // Ink that is nearly black is printed in solid black.
    expect(told({ tint: '#959595', accent: '#000000', muted: '#000000' })).toEqual([
      '“ink” #1c1917 on “tint” #959595 has a contrast of 5.8 to 1 in colour; expected at least 7 to 1; make “ink” darker, or “tint” lighter',
    ]);
  });

  it('says what to do on a dark ground, and where both colours are in the middle', () => {
    expect(told({ coverInk: '#888888', coverGround: '#5a1822' })[0]).toMatch(
      /; make “cover-ink” lighter, or “cover-ground” darker$/,
    );
    expect(told({ coverInk: '#f8f1e6', coverGround: '#999999' })[0]).toMatch(/; make “cover-ground” darker$/);
    expect(told({ ink: '#777777', tint: '#777777', accent: '#000000', muted: '#000000' })[0]).toMatch(
      /; make “ink” and “tint” lie further apart in lightness$/,
    );
  });
});
