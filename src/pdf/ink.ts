import type { Cmyk } from '../theme/model.js';
import type { PaintTarget } from './target.js';

/** Red, green and blue, each from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** Darker than this, type would be screened in a grey that nobody can tell from black. Luminance, 0 to 1. */
const NEARLY_BLACK = 0.016;

/** How far the channels of a colour may lie apart for it to count as a neutral. */
const NEUTRAL = 8 / 255;
const DARK_NEUTRAL = 16 / 255;

/** How a colour is printed: one grey or four inks, each from 0 to 1, with no more digits than a press can tell apart. */
export function inkOf(rgb: Rgb, { colors, inks }: Pick<PaintTarget, 'colors' | 'inks'>): number[] {
  if (colors === 'grey') return [rounded(luminance(rgb) < NEARLY_BLACK ? 0 : greyOf(rgb))];
  const exact = inks?.get(hexOf(rgb));
  return (exact ? exact.map((percent) => percent / 100) : [...flatInk(rgb)]).map(rounded);
}

/**
 * The grey (0 black, 1 white) as light as a colour: relative luminance (WCAG 2.2; the weights are those of ITU-R BT.709)
 * brought back through the sRGB curve (IEC 61966-2-1), so that the contrast of any two colours stays what it was.
 */
export function greyOf(rgb: Rgb): number {
  const light = luminance(rgb);
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/**
 * Four inks with full under-colour removal: all that cyan, magenta and yellow have in common is printed in black, and
 * the rest is divided by the paper that black leaves, since inks lie over each other. One of the three is always
 * absent, so the total is never above 300 %, and a neutral is black alone. No profile is consulted.
 */
export function cmykOf([red, green, blue]: Rgb): Cmyk {
  const light = Math.max(red, green, blue);
  if (light === 0) return [0, 0, 0, 1];
  return [1 - red / light, 1 - green / light, 1 - blue / light, 1 - light];
}

/** As {@link cmykOf}, with what looks neutral in black alone, and what looks black in solid black. */
function flatInk(rgb: Rgb): Cmyk {
  const apart = Math.max(...rgb) - Math.min(...rgb);
  if (luminance(rgb) < NEARLY_BLACK && apart <= DARK_NEUTRAL) return [0, 0, 0, 1];
  return apart <= NEUTRAL ? [0, 0, 0, 1 - greyOf(rgb)] : cmykOf(rgb);
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function hexOf(rgb: Rgb): string {
  return `#${rgb
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
