import type { Theme } from './model.js';
import { scaleTheme } from './scale.js';

/** How many times larger running text is than in a booklet: 11 points become 15, of which a telephone shows about 9. */
const LARGER = 15 / 11;

/**
 * The least that running text is, in points. Themes whose letters are large for their size begin with less than 11; from here on
 * a line is so short that what stands side by side goes one under the other.
 */
const LEAST = 14.2;

/** What titles have beyond running text grows less: they must fit a narrower page. */
const TITLES = 0.7;

/** The part of an opener's sink that is left. */
const SINK = 0.35;

/** Tallest that boxes' padding is, in points: the page has no room to give away at its sides. */
const PADDING = 8;

/**
 * How many times larger than the theme's own an edition's type is on a telephone. A page so narrow cannot take all of what an
 * edition is larger in print: of that it takes the root.
 *
 * @param scale - How many times larger the edition's type is in print.
 */
export function phoneScale(scale: number): number {
  return LARGER * Math.sqrt(scale);
}

/**
 * A theme for the page of a telephone: larger type, titles that fit, ragged lines, writing lines as far apart as lines of text,
 * and no running heads.
 *
 * @param factor - How many times larger running text is, from `phoneScale`.
 */
export function phoneTheme(theme: Theme, factor: number): Theme {
  const { size, leading, writing, opener } = theme;
  const grown = Math.max(factor, LEAST / size.body);
  const scaled = scaleTheme(theme, grown, TITLES);
  return {
    ...scaled,
    text: { ...scaled.text, align: 'left' },
    heads: { ...theme.heads, verso: 'none', recto: 'none' },
    opener: { ...opener, sink: opener.sink * SINK },
    box: Object.fromEntries(
      Object.entries(theme.box).map(([name, box]) => [name, { ...box, padding: Math.min(box.padding, PADDING) }]),
    ) as Theme['box'],
    writing: { ...writing, gap: Math.max(writing.gap, size.body * grown * leading) },
  };
}
