import type { Size } from '../../geometry/frame.js';
import { type Arrangement, arrangement, sheetsFor } from './arrangement.js';
import { creepOf } from './creep.js';
import type { Cell, PlanOptions, Sheet, Signature } from './model.js';
import { planProblems } from './problems.js';

/**
 * Plans on which side of which sheet each page of a booklet is printed, and where. Pages are counted from 1; places after
 * the last page are blank.
 *
 * @param sheet - The paper in points, whichever way round.
 * @throws RangeError for what `planProblems` reports; ask it first.
 */
export function planSignatures(pages: number, sheet: Size, options: PlanOptions): Signature[] {
  const problems = planProblems(pages, sheet, options);
  if (problems.length > 0)
    throw new RangeError(problems.map(({ found, expected }) => `${found}; expected ${expected}`).join('. '));
  const grid = arrangement(sheet, options);
  const sheets = sheetsFor(pages, options);
  const job: Job = { pages, grid, options };
  switch (options.scheme) {
    case 'saddle':
      return [folded(0, sheets, job)];
    case 'signatures':
      return inSignatures(sheets, options.sheetsPerSignature ?? 4, job);
    case 'cut-2':
    case 'cut-4':
    case 'single':
      return [cut(sheets, job)];
  }
}

interface Job {
  pages: number;
  grid: Arrangement;
  options: PlanOptions;
}

/** Sheets are shared out so that signatures differ by one at most, the thicker ones first: none is a lone sheet beside full ones. */
function inSignatures(sheets: number, most: number, job: Job): Signature[] {
  const count = Math.ceil(sheets / most);
  const signatures: Signature[] = [];
  let before = 0;
  for (let index = 0; index < count; index += 1) {
    const own = Math.floor(sheets / count) + (index < sheets % count ? 1 : 0);
    signatures.push(folded(before * 4, own, job));
    before += own;
  }
  return signatures;
}

/**
 * Sheets folded into each other: the outermost holds the first and the last two pages, the next the two after and
 * before those, and so on.
 *
 * @param before - Pages in signatures before this one.
 */
function folded(before: number, sheets: number, job: Job): Signature {
  const last = sheets * 4;
  const numbers = Array.from({ length: sheets }, (_, inside) => ({
    outer: [last - 2 * inside, 1 + 2 * inside],
    inner: [2 + 2 * inside, last - 1 - 2 * inside],
    creep: creepOf(inside, job.options.thickness ?? 0),
  }));
  return {
    sheets: numbers.map(({ outer, inner, creep }) =>
      sheetOf(
        outer.map((number) => before + number),
        inner.map((number) => before + number),
        job,
        creep,
      ),
    ),
  };
}

/**
 * Leaves side by side that are cut apart: each place on the sheet gives a pile, and the piles laid on one another, the
 * first on top, are the booklet.
 */
function cut(sheets: number, job: Job): Signature {
  const { columns, rows } = job.grid;
  const piles = columns * rows;
  return {
    sheets: Array.from({ length: sheets }, (_, index) => {
      const leaves = Array.from({ length: piles }, (_, pile) => pile * sheets + index);
      const fronts = leaves.map((leaf) => 2 * leaf + 1);
      // The backs of a row stand in the opposite order, since the sheet is turned over.
      const backs = Array.from({ length: rows }, (_, row) =>
        leaves
          .slice(row * columns, (row + 1) * columns)
          .reverse()
          .map((leaf) => 2 * leaf + 2),
      ).flat();
      return sheetOf(fronts, backs, job, 0, true);
    }),
  };
}

/**
 * One sheet from the pages on its sides, row by row from the top left, as they stand when the sheet is turned like the
 * page of a book that opens from left to right.
 *
 * @param leaves - Whether these are leaves, whose places do not depend on the direction of reading.
 */
function sheetOf(front: number[], back: number[], job: Job, creep: number, leaves = false): Sheet {
  const { grid, options } = job;
  const backwards = options.direction === 'right-to-left';
  const order = (numbers: number[]) => (backwards && !leaves ? [...numbers].reverse() : numbers);
  const cells = (numbers: number[]) =>
    order(numbers).map((number, place): Cell => {
      const odd = number % 2 === 1;
      return {
        page: number <= job.pages ? number : undefined,
        ...grid.corner(place % grid.columns, Math.floor(place / grid.columns)),
        rotation: 0,
        spine: odd === backwards ? 'right' : 'left',
        creep,
      };
    });
  const behind = cells(back);
  return {
    size: grid.size,
    front: cells(front),
    back: turnsHead(grid.size, options.flip ?? 'short') ? behind.map((cell) => upsideDown(cell, job)) : behind,
  };
}

/** Whether turning the sheet puts its head where its foot was: over a long edge lying on its side, over a short one upright. */
function turnsHead({ width, height }: Size, flip: 'short' | 'long'): boolean {
  return width > height === (flip === 'long');
}

function upsideDown(cell: Cell, { grid: { size }, options: { trim } }: Job): Cell {
  return {
    ...cell,
    x: size.width - cell.x - trim.width,
    y: size.height - cell.y - trim.height,
    rotation: 180,
  };
}
