import { contrastRatio, luminance } from '../color/light.js';
import { hexOf, type Rgb, rgbOf } from '../color/rgb.js';
import type { Palette, Theme } from './model.js';

/** The colours of a theme, and the inks that some of them have. */
type Colors = Pick<Theme, 'color' | 'inks'>;

/** Contrast that type on the cover is to have at the least, as running text (WCAG 2.2, 1.4.6). */
const ON_COVER = 7;

/** A colour goes towards black or white in so many steps. */
const STEPS = 100;

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [1, 1, 1];

/**
 * A theme's colours with another accent. A cover whose ground has a colour gets one made from the accent, as dark as the
 * theme's own or darker, until type can be read on it; one on white or paper keeps it. Inks that belonged to what was
 * replaced are dropped.
 *
 * @param accent - `#rrggbb`.
 */
export function withAccent<T extends Colors>(theme: T, accent: string): T {
  const before = theme.color;
  if (accent === before.accent) return theme;
  const color: Palette = { ...before, accent };
  if (hasGround(before)) color.coverGround = groundFrom(accent, before);
  else if (before.coverInk === before.accent && before.coverInk !== before.ink) color.coverInk = accent;
  const names = Object.keys(color) as (keyof Palette)[];
  const kept = new Set(names.filter((name) => color[name] === before[name]).map((name) => color[name]));
  return { ...theme, color, inks: new Map([...theme.inks].filter(([hex]) => kept.has(hex))) };
}

function hasGround({ coverGround, paper }: Palette): boolean {
  return coverGround !== paper && coverGround !== hexOf(WHITE);
}

/** The accent, made darker for light type or lighter for dark type, until it is a ground as the theme's own is. */
function groundFrom(accent: string, { coverGround, coverInk }: Palette): string {
  const [type, own, from] = [rgbOf(coverInk), luminance(rgbOf(coverGround)), rgbOf(accent)];
  const isDark = luminance(type) > own;
  for (let step = 0; step < STEPS; step += 1) {
    const ground = rgbOf(hexOf(mixed(from, isDark ? BLACK : WHITE, step / STEPS)));
    const light = luminance(ground);
    if ((isDark ? light <= own : light >= own) && contrastRatio(type, ground) >= ON_COVER) return hexOf(ground);
  }
  return hexOf(isDark ? BLACK : WHITE);
}

function mixed(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return [part(0), part(1), part(2)];
}
