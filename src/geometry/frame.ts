import { mm } from './units.js';

/** A width and a height in points. */
export interface Size {
  width: number;
  height: number;
}

/** Sheets that a home printer takes, in points. Letter is 8.5 by 11 inches (ANSI Y14.1), A4 is ISO 216. */
export const PAPERS = {
  letter: { width: 612, height: 792 },
  a4: { width: mm(210), height: mm(297) },
} as const satisfies Record<string, Size>;

export type PaperName = keyof typeof PAPERS;

/** Finished pages by name, in points. */
export const TRIMS = {
  'half-letter': { width: 396, height: 612 },
  a5: { width: mm(148), height: mm(210) },
  letter: { width: 612, height: 792 },
  a4: { width: mm(210), height: mm(297) },
} as const satisfies Record<string, Size>;

export type TrimName = keyof typeof TRIMS;

/** The trim that a paper gives when it is folded once. */
export function foldedTrim(paper: PaperName): TrimName {
  return paper === 'a4' ? 'a5' : 'half-letter';
}

/** Page margins in points. Inner is the side of the fold. */
export interface Margins {
  top: number;
  bottom: number;
  inner: number;
  outer: number;
}

/** The trimmed page and the measure inside it, in points. Recto and verso differ only in which side is inner. */
export interface PageFrame {
  trim: Size;
  margins: Margins;
  /** Whether the booklet opens from the other side, so that odd pages are bound at their right. */
  backwards: boolean;
  /** Whether pages follow each other one by one, and are not the left and the right of a spread. */
  alone?: true;
  /** The text block: width of the measure, height from top to bottom margin. */
  text: Size;
}

/** A page frame from trim and margins; the text block is what the margins leave. */
export function pageFrame(trim: Size, margins: Margins, backwards = false): PageFrame {
  return {
    trim,
    margins,
    backwards,
    text: {
      width: trim.width - margins.inner - margins.outer,
      height: trim.height - margins.top - margins.bottom,
    },
  };
}

/** Odd pages are rectos: the right-hand page of a spread. */
export function isRecto(pageNumber: number): boolean {
  return pageNumber % 2 === 1;
}

/** Left edge of the text block on a page, in points from the left trim edge. */
export function textLeft(frame: PageFrame, pageNumber: number): number {
  return isRecto(pageNumber) === frame.backwards ? frame.margins.outer : frame.margins.inner;
}

/** Most pages that sheets are planned for. */
export const MOST_PAGES = 10_000;

/** Sheets of paper that this many pages take: four to the sheet in a saddle-stitched booklet, two where a page is a whole sheet. */
export function sheetsFor(pages: number, pagesToTheSheet: 2 | 4 = 4): number {
  return Math.ceil(pages / pagesToTheSheet);
}
