import { EDGE, GAP, type RowLayout, rowAt, rowTop } from './rows.js';
import type { Spread } from './spreads.js';

/** Where a pane is: a page, and how far the head of the pane is into its row, in shares of row and gap. */
export interface Head {
  page: number;
  into: number;
}

// Outside of the panes, since another view of the same book begins where the last one was left.
const heads: [Head, Head, Head] = [
  { page: 0, into: -1 },
  { page: 0, into: -1 },
  { page: 0, into: -1 },
];

/** The panes' own places, and that among sheets, whose sides are no pages of the book. */
export type Slot = 0 | 1 | typeof SHEETS;
export const SHEETS = 2;

export function headOf(pane: Slot): Head {
  return heads[pane];
}

/** Notes how far a pane was scrolled. */
export function keepHead(pane: Slot, layout: RowLayout, rows: readonly Spread[], scrollTop: number): void {
  const row = rowAt(layout, scrollTop + EDGE);
  const into = (scrollTop - rowTop(layout, row)) / (layout.height + GAP);
  heads[pane] = { page: rows[row]?.pages[0] ?? 0, into };
}

/** Begins at a page. */
export function startAt(pane: 0 | 1, page: number): void {
  heads[pane] = { page, into: -0.02 };
}
