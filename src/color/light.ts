import type { Rgb } from './rgb.js';

/** Darker than this, type would be screened in a grey that nobody can tell from black. Luminance, 0 to 1. */
export const NEARLY_BLACK = 0.016;

/**
 * Contrast between two colours, from 1 (none) to 21 (black on white).
 * WCAG 2.2, definition of “contrast ratio”.
 */
export function contrastRatio(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance, from 0 to 1 (WCAG 2.2; the weights are those of ITU-R BT.709, the curve that of IEC 61966-2-1). */
export function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The grey (0 black, 1 white) as light as a colour: relative luminance brought back through the sRGB curve, so that the
 * contrast of any two colours stays what it was.
 */
export function greyOf(rgb: Rgb): number {
  const light = luminance(rgb);
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** The grey (0 black, 1 white) in which black ink alone prints a colour: as light as it is, and solid where it is nearly black. */
export function printedGrey(rgb: Rgb): number {
  return luminance(rgb) < NEARLY_BLACK ? 0 : greyOf(rgb);
}
