import type { Size } from '../../geometry/frame.js';

/**
 * How sheets become pages in order. `saddle`: all folded into each other; `signatures`: a few folded into each other, to be
 * sewn or glued one behind another; `cut-2` and `cut-4`: cut into leaves, the piles laid on one another; `single`: one
 * page on each side of a sheet.
 */
export type Scheme = 'saddle' | 'signatures' | 'cut-2' | 'cut-4' | 'single';

/** What a plan is made for. */
export interface PlanOptions {
  scheme: Scheme;
  /** The finished page, in points. */
  trim: Size;
  /** Edge of the sheet over which it is turned for its second side; `short` when left out. */
  flip?: 'short' | 'long';
  direction?: 'left-to-right' | 'right-to-left';
  /** Sheets in a signature of the scheme `signatures`. */
  sheetsPerSignature?: number;
  /** Thickness of one sheet in points; 0, for no creep, when left out. */
  thickness?: number;
}

/** One place for a page on one side of a sheet. */
export interface Cell {
  /** Page from 1; undefined where nothing is printed. */
  page: number | undefined;
  /** Lower left corner of the trimmed page on the side as it is looked at, in points from the sheet's lower left corner. */
  x: number;
  y: number;
  /** Degrees by which the page is turned on the side. */
  rotation: 0 | 180;
  /** Edge of the upright page at which it is bound. */
  spine: 'left' | 'right';
  /** How far the page's content is moved towards its spine to make up for creep, in points. */
  creep: number;
}

/** A sheet as it comes from the printer. */
export interface Sheet {
  /** Width and height in points, as the front is looked at. */
  size: Size;
  front: Cell[];
  /** Looked at after the sheet was turned over its flip edge. */
  back: Cell[];
}

/** Sheets that are folded into each other, the outermost first; leaves that are cut and not folded are one signature. */
export interface Signature {
  sheets: Sheet[];
}
