import type { PrintWords, Side } from '../../labels/print/model.js';
import type { Theme } from '../../theme/model.js';
import type { Styles } from '../styles.js';

/** One edition as it is printed: what the cards of a print pack tell. */
export interface PrintJob {
  /** The booklet's title. */
  title: string;
  /** What the edition is called. */
  edition: string;
  /** Names of the files to print at home and in a copy shop. */
  files: { home: string; copyshop: string; flipTest: string };
  /** The paper as one asks for it: `Letter`, `A4`. */
  paper: string;
  /** Grams to the square metre, where the booklet says. */
  grammage?: number | undefined;
  /** Sheets that one copy takes. */
  sheets: number;
  copies: number;
  scheme: Exclude<Parameters<PrintWords['order']['finish']>[0], 'apart'>;
  /** Where leaves are stapled or glued that are not folded. */
  side: Side;
  flip: 'short' | 'long';
  /** Sheets in the largest signature. */
  bundle: number;
  /** Whether each sheet is handed out by itself instead of being bound to the others. */
  apart: boolean;
  /** Whether paper is left over around the pages, to be cut off along marks. */
  trimmed: boolean;
  /** The finished page in words: `140 × 216 mm`. */
  page: string;
}

/** How a card is set. */
export interface CardSetting {
  words: PrintWords;
  theme: Theme;
  styles: Styles;
}

/** Margin of a card, in points. */
export const MARGIN = 54;
