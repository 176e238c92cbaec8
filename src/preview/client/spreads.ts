import type { Book } from '../protocol.js';

/** Pages that lie side by side, by index into a book's pages and in the order in which they are read. */
export interface Spread {
  pages: number[];
  /** Whether the half that is read first is empty: page 1 has nothing facing it. */
  opensEmpty: boolean;
}

/**
 * Pages as they lie once bound: each verso with the recto after it. A recto that follows no verso stands alone in its
 * half. Pages that are not bound, as those of a telephone, are each by themselves.
 */
export function spreadsOf({ pages, spreads }: Pick<Book, 'spreads'> & { pages: { recto: boolean }[] }): Spread[] {
  if (!spreads) return pages.map((_, index) => ({ pages: [index], opensEmpty: false }));
  const found: Spread[] = [];
  for (let index = 0; index < pages.length; index++) {
    const isPair = !pages[index]?.recto && pages[index + 1]?.recto === true;
    found.push({ pages: isPair ? [index, index + 1] : [index], opensEmpty: pages[index]?.recto === true });
    if (isPair) index++;
  }
  return found;
}

/** Each page by itself, one under the other. */
export function singlesOf(count: number): Spread[] {
  return Array.from({ length: count }, (_, index) => ({ pages: [index], opensEmpty: false }));
}

/** Fronts and backs of sheets, beside each other. */
export function sheetSides(count: number): Spread[] {
  return Array.from({ length: Math.ceil(count / 2) }, (_, sheet) => ({
    pages: [sheet * 2, sheet * 2 + 1].filter((side) => side < count),
    opensEmpty: false,
  }));
}

/** Which of the rows holds a page; the first where none does. */
export function rowOf(rows: readonly Spread[], page: number): number {
  return Math.max(
    0,
    rows.findIndex(({ pages }) => pages.includes(page)),
  );
}
