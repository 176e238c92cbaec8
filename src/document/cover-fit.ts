import type { Theme } from '../theme/model.js';

/** What stands on a cover above its art, and the room for it, in points. */
interface CoverType {
  title: string;
  subtitle: string;
  /** The church, with when it meets. */
  church: string;
  /** Height of the mark, with the space above it; 0 without one. */
  mark: number;
  /** The least share of its size that small type is set in. */
  least: number;
  width: number;
  height: number;
}

/** How much of a line is lost at its end. */
const LOST = 0.2;

/** Height of what else there is, in points: the spaces and the rule. */
const BETWEEN = 47;

/** Smaller than this share, type is no longer that of a cover. */
const LEAST = 0.5;
const STEP = 0.05;

/**
 * The largest share of the theme's cover type at which all of it stands above the art and no word is too broad: 1 where that is
 * so as it is. Line ends are estimated.
 */
export function coverShare({ title, subtitle, church, mark, least, width, height }: CoverType, theme: Theme): number {
  const { size, headingLeading, leading } = theme;
  const letter = theme.letter.title;
  const tall = (text: string, points: number, lead: number) =>
    text ? Math.ceil((text.length * points * letter) / width + LOST) * points * lead : 0;
  const longest = Math.max(...title.split(/\s+/).map((word) => word.length));
  const total = (share: number) =>
    tall(title, size.coverTitle * share, headingLeading) +
    tall(subtitle, size.coverSubtitle * share, headingLeading) +
    tall(church, size.small * Math.max(share, least), leading) +
    size.small * Math.max(share, least) * leading +
    mark +
    BETWEEN;
  let share = 1;
  const broad = (share: number) => longest * size.coverTitle * share * letter;
  while (share > LEAST && (total(share) > height || broad(share) > width))
    share = Math.round((share - STEP) * 100) / 100;
  return share;
}
