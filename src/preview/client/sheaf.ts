import type { Picture } from './picture.js';
import type { Spread } from './spreads.js';

/** What a pane shows: pictures of pages in rows, all of one size. */
export interface Sheaf {
  /** What it was made from; another object, another sheaf. */
  source: object;
  /** Whether nothing newer is to be shown. */
  isCurrent(): boolean;
  rows: Spread[];
  /** Size of a page in points. */
  page: { width: number; height: number };
  /** Told how large a PDF page turned out to be. */
  onSize?: (size: { width: number; height: number }) => void;
  /** Pages beside each other in a row. */
  columns: 1 | 2;
  /** Whether the page that is read first is at the right. */
  isBackwards: boolean;
  /** Whether pages of a row meet in a fold; otherwise there is a gap between them. */
  isBound: boolean;
  picture(page: number): Picture | undefined;
  /** A page's name for those who hear it: `Page 12`. */
  name(page: number): string;
  /** What stands under it. */
  caption(page: number): string;
  /** Whether search marks what it found, and links lead somewhere. */
  isBook: boolean;
}

/** CSS pixels between the pages of a row; none where they meet in a fold. */
export function gapOf({ columns, isBound }: Sheaf): number {
  return columns === 2 && !isBound ? BESIDE : 0;
}

const BESIDE = 16;
