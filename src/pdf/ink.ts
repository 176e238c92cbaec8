import { greyOf, luminance, NEARLY_BLACK, printedGrey } from '../color/light.js';
import { hexOf, type Rgb } from '../color/rgb.js';
import type { Cmyk } from '../theme/model.js';
import type { PaintTarget } from './target.js';

/** How far the channels of a colour may lie apart for it to count as a neutral. */
const NEUTRAL = 8 / 255;
const DARK_NEUTRAL = 16 / 255;

/** How a colour is printed: one grey or four inks, each from 0 to 1, with no more digits than a press can tell apart. */
export function inkOf(rgb: Rgb, { colors, inks }: Pick<PaintTarget, 'colors' | 'inks'>): number[] {
  if (colors === 'grey') return [rounded(printedGrey(rgb))];
  const exact = inks?.get(hexOf(rgb));
  return (exact ? exact.map((percent) => percent / 100) : [...flatInk(rgb)]).map(rounded);
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

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
