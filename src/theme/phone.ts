import type { Theme } from './model.js';
import { scaleTheme, USUAL_BODY } from './scale.js';

/** What becomes of the usual size of running text here, in points: a telephone shows about 9 of these. */
const LARGER = 15;

/** What titles have beyond running text grows less: they must fit a narrower page. */
const TITLES = 0.7;

/** The part of an opener's sink that is left. */
const SINK = 0.35;

/** Tallest that boxes' padding is, in points: the page has no room to give away at its sides. */
const PADDING = 8;

/**
 * How many times larger than the theme's own an edition's type is on a telephone. A page so narrow cannot take all of what an
 * edition is larger in print than most booklets are: of that it takes the root.
 *
 * @param scale - How many times larger the edition's type is in print.
 * @param body - The theme's own size of running text in points.
 */
export function phoneScale(scale: number, body: number): number {
  return (LARGER / body) * Math.sqrt(scale * (body / USUAL_BODY));
}

/**
 * A theme for the page of a telephone: larger type, titles that fit, ragged lines, writing lines as far apart as lines of text,
 * and no running heads.
 *
 * @param factor - How many times larger running text is, from `phoneScale`.
 */
export function phoneTheme(theme: Theme, factor: number): Theme {
  const scaled = scaleTheme(theme, factor, TITLES);
  const { size, leading, writing, opener } = theme;
  return {
    ...scaled,
    text: { ...scaled.text, align: 'left' },
    heads: { ...theme.heads, verso: 'none', recto: 'none' },
    opener: { ...opener, sink: opener.sink * SINK },
    box: Object.fromEntries(
      Object.entries(theme.box).map(([name, box]) => [name, { ...box, padding: Math.min(box.padding, PADDING) }]),
    ) as Theme['box'],
    writing: { ...writing, gap: Math.max(writing.gap, size.body * factor * leading) },
  };
}
