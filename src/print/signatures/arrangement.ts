import type { Size } from '../../geometry/frame.js';
import type { PlanOptions, Scheme } from './model.js';

/** Columns and rows of pages on one side of a sheet. */
const GRIDS: Record<Scheme, { columns: 1 | 2; rows: 1 | 2 }> = {
  saddle: { columns: 2, rows: 1 },
  signatures: { columns: 2, rows: 1 },
  'cut-2': { columns: 2, rows: 1 },
  'cut-4': { columns: 2, rows: 2 },
  single: { columns: 1, rows: 1 },
};

/** Where pages stand on a sheet. */
export interface Arrangement {
  columns: 1 | 2;
  rows: 1 | 2;
  /** The sheet turned so that the pages stand upright on it and fit best. */
  size: Size;
  /** Lower left corner of the page in a column and a row, counted from the left and from the top, in points. */
  corner(column: number, row: number): { x: number; y: number };
}

/** Pages touch in the middle of the sheet, where it is folded or cut; what the sheet has more lies around them. */
export function arrangement(sheet: Size, { scheme, trim }: Pick<PlanOptions, 'scheme' | 'trim'>): Arrangement {
  const { columns, rows } = GRIDS[scheme];
  const size = turned(sheet, columns * trim.width, rows * trim.height);
  const left = (size.width - columns * trim.width) / 2;
  const bottom = (size.height - rows * trim.height) / 2;
  return {
    columns,
    rows,
    size,
    corner: (column, row) => ({
      x: left + column * trim.width,
      y: bottom + (rows - 1 - row) * trim.height,
    }),
  };
}

/** The sheet upright or on its side, whichever is nearer to the shape that has to fit on it. */
function turned(sheet: Size, width: number, height: number): Size {
  const [short, long] = [Math.min(sheet.width, sheet.height), Math.max(sheet.width, sheet.height)];
  return width > height ? { width: long, height: short } : { width: short, height: long };
}

/** Sheets that so many pages take: no plan takes more. */
export function sheetsFor(pages: number, { scheme }: Pick<PlanOptions, 'scheme'>): number {
  const { columns, rows } = GRIDS[scheme];
  return Math.ceil(pages / (2 * columns * rows));
}
