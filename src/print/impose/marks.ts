import {
  lineTo,
  moveTo,
  type PDFOperator,
  popGraphicsState,
  pushGraphicsState,
  setLineWidth,
  setStrokingGrayscaleColor,
  stroke,
} from '@cantoo/pdf-lib';
import type { MarkLine } from './trim-marks.js';

/** Thickness of a mark in points. */
const WEIGHT = 0.5;

/** Draws marks in black. */
export function drawMarks(lines: readonly MarkLine[]): PDFOperator[] {
  if (lines.length === 0) return [];
  return [
    pushGraphicsState(),
    setStrokingGrayscaleColor(0),
    setLineWidth(WEIGHT),
    ...lines.flatMap(([x1, y1, x2, y2]) => [moveTo(x1, y1), lineTo(x2, y2), stroke()]),
    popGraphicsState(),
  ];
}
