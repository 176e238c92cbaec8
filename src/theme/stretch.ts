import type { Limits, Theme } from './model.js';

/** A theme with its lessons given more room or less, and how many times as many writing lines go with it. */
export interface Stretched {
  theme: Theme;
  /** Multiple of the writing lines that lessons ask for. */
  lines: number;
}

/**
 * A theme part of the way towards its limits: leading and the distance of writing lines in it, and the number of them
 * beside it.
 *
 * @param share - How far: -1 is the least that `theme.fit` allows, 1 the most, 0 gives the theme itself.
 */
export function stretchTheme(theme: Theme, share: number): Stretched {
  if (share === 0) return { theme, lines: 1 };
  const { fit, writing } = theme;
  return {
    theme: {
      ...theme,
      leading: theme.leading * towards(fit.leading, share),
      writing: { ...writing, gap: writing.gap * towards(fit.gap, share) },
    },
    lines: towards(fit.lines, share),
  };
}

function towards([least, most]: Limits, share: number): number {
  return share < 0 ? 1 - (1 - least) * -share : 1 + (most - 1) * share;
}
