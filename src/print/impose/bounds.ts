import type { Size } from '../../geometry/frame.js';
import type { Cell } from '../signatures/model.js';

/** A rectangle on a side of a sheet, in points from its lower left corner. */
export interface Rectangle {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** Cells this near touch each other. */
const SLACK = 0.05;

/**
 * Where on a side the content of a cell may be seen: its trimmed page, and beyond that as far as the sheet goes on every
 * edge at which no other page stands. At a fold or a cut between pages it ends.
 */
export function cellBounds({ x, y }: Cell, all: readonly Cell[], sheet: Size, trim: Size): Rectangle {
  const sameRow = all.filter((other) => Math.abs(other.y - y) < SLACK);
  const sameColumn = all.filter((other) => Math.abs(other.x - x) < SLACK);
  return {
    left: sameRow.some((other) => other.x < x - SLACK) ? x : 0,
    right: sameRow.some((other) => other.x > x + SLACK) ? x + trim.width : sheet.width,
    bottom: sameColumn.some((other) => other.y < y - SLACK) ? y : 0,
    top: sameColumn.some((other) => other.y > y + SLACK) ? y + trim.height : sheet.height,
  };
}
