import type { Size } from '../../geometry/frame.js';
import type { Cell } from '../signatures/model.js';

/** Length of a mark, and its distance from the corner that it points at, in points. */
const MARK = { length: 12, away: 6 };

/** Margin of paper under which a mark could not be printed or seen, in points. */
const LEAST = MARK.away + 6;

/** From where to where a mark is drawn, in points from the lower left corner of the sheet. */
export type MarkLine = readonly [x1: number, y1: number, x2: number, y2: number];

/**
 * Marks at the outer corners of the pages, where the sheet is larger than they are together, to cut along; and between
 * pages, where it is folded or cut. Paper that fits needs none.
 */
export function trimMarks(cells: readonly Cell[], sheet: Size, trim: Size): MarkLine[] {
  const xs = edges(cells.flatMap(({ x }) => [x, x + trim.width]));
  const ys = edges(cells.flatMap(({ y }) => [y, y + trim.height]));
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  const [bottom, top] = [ys[0] ?? 0, ys.at(-1) ?? 0];
  const lines: MarkLine[] = [];
  const vertical = (from: number, direction: 1 | -1) => {
    for (const x of xs) lines.push([x, from + MARK.away * direction, x, from + (MARK.away + MARK.length) * direction]);
  };
  const level = (from: number, direction: 1 | -1) => {
    for (const y of ys) lines.push([from + MARK.away * direction, y, from + (MARK.away + MARK.length) * direction, y]);
  };
  // Where pages reach the edge of the paper on both sides, there is nothing to cut off between.
  if (left >= LEAST) {
    level(left, -1);
    level(right, 1);
  }
  if (bottom >= LEAST) {
    vertical(bottom, -1);
    vertical(top, 1);
  }
  return lines.filter(
    (line) => line.every((value) => value >= 0) && Math.max(line[0], line[2]) <= sheet.width && line[1] <= sheet.height,
  );
}

/** Places in order, those that coincide once. */
function edges(values: readonly number[]): number[] {
  return [...values]
    .sort((a, b) => a - b)
    .filter((value, index, all) => index === 0 || value - (all[index - 1] ?? 0) > 0.05);
}
