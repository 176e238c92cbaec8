import type { Theme, TypeScale } from './model.js';

/** Size of running text in most booklets, in points: distances that components state are made for it. */
export const USUAL_BODY = 11;

/**
 * A theme with its type made larger or smaller. Running text and whatever is no larger than it grows by the whole factor,
 * titles by less, so that they do not outgrow the page; writing lines and the room in boxes grow with its root. Margins stay.
 *
 * @param factor - 1 gives the theme itself.
 * @param titles - How many times larger is what titles have beyond running text; the root of the factor if not given.
 */
export function scaleTheme(theme: Theme, factor: number, titles?: number): Theme {
  if (factor === 1 && titles === undefined) return theme;
  const { body } = theme.size;
  const root = Math.sqrt(factor);
  const grown = (size: number) => (size <= body ? size * factor : body * factor + (size - body) * (titles ?? root));
  const { text, writing } = theme;
  return {
    ...theme,
    size: Object.fromEntries(
      Object.entries(theme.size).map(([name, size]) => [name, hundredths(grown(size))]),
    ) as unknown as TypeScale,
    text: { ...text, indent: text.indent * factor, space: text.space * factor },
    box: Object.fromEntries(
      Object.entries(theme.box).map(([name, box]) => [name, { ...box, padding: box.padding * root }]),
    ) as Theme['box'],
    writing: { ...writing, gap: writing.gap * root },
  };
}

/** The same figures on every machine: roots may differ in their last digits. */
function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
