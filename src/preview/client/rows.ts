/** Where rows of pages lie in a pane, in CSS pixels: all are of one height. */
export interface RowLayout {
  count: number;
  /** Height of the pages of a row. */
  height: number;
}

/** Above the first row. */
export const HEAD = 20;

/** Above a row that was gone to. */
export const EDGE = 14;

/** Between rows; page numbers stand in it. */
export const GAP = 40;

/** The upper edge of a row's pages. */
export function rowTop({ height }: RowLayout, row: number): number {
  return HEAD + row * (height + GAP);
}

/** Height of everything. */
export function rowsHeight({ count, height }: RowLayout): number {
  return HEAD + count * (height + GAP);
}

/** The row at a height, the gap beneath it included. */
export function rowAt({ count, height }: RowLayout, y: number): number {
  return Math.min(Math.max(0, Math.floor((y - HEAD) / (height + GAP))), Math.max(0, count - 1));
}

/** First and last row of which anything lies between two heights. */
export function rowsBetween(layout: RowLayout, from: number, to: number): { first: number; last: number } {
  const first = rowAt(layout, from);
  // What is seen of a row is its pages; the gap under them alone is not.
  const isGone = from >= rowTop(layout, first) + layout.height && first < layout.count - 1;
  return { first: isGone ? first + 1 : first, last: rowAt(layout, to - 1) };
}
