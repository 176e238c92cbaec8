import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib';
import type { Effort } from './effort.js';
import { type Box, heightOf, IDENTITY, type Matrix, widthOf } from './geometry.js';
import { numbersOf } from './open.js';
import { Path } from './path.js';

/** Steps that an annotation counts for. */
const ANNOTATION = 20;

const HIDDEN = 2;
const PRINT = 4;

/**
 * The appearances of annotations that are printed, each with the way to its place (ISO 32000-1, 12.5.5).
 *
 * @param step - Is told of each annotation.
 */
export function appearances(page: PDFDict, step: Effort): { stream: PDFStream; matrix: Matrix }[] {
  const list = page.lookup(PDFName.of('Annots'));
  if (!(list instanceof PDFArray)) return [];
  const found: { stream: PDFStream; matrix: Matrix }[] = [];
  for (let index = 0; index < list.size(); index += 1) {
    step(ANNOTATION);
    const annotation = list.lookup(index);
    if (!(annotation instanceof PDFDict)) continue;
    const flags = annotation.lookup(PDFName.of('F'));
    const flag = flags instanceof PDFNumber ? flags.asNumber() : 0;
    const normal = normalAppearance(annotation);
    const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(annotation.lookup(PDFName.of('Rect'))) ?? [];
    if (!normal || (flag & PRINT) === 0 || (flag & HIDDEN) !== 0) continue;
    const own = matrixOf(numbersOf(normal.dict.lookup(PDFName.of('Matrix'))));
    const [a = 0, b = 0, c = 0, d = 0] = numbersOf(normal.dict.lookup(PDFName.of('BBox'))) ?? [];
    const path = new Path();
    path.rectangle(own, a, b, c - a, d - b);
    const box = path.box as Box;
    if (widthOf(box) === 0 || heightOf(box) === 0) continue;
    const [x, y] = [(right - left) / widthOf(box), (top - bottom) / heightOf(box)];
    found.push({ stream: normal, matrix: [x, 0, 0, y, left - box.left * x, bottom - box.bottom * y] });
  }
  return found;
}

function normalAppearance(annotation: PDFDict): PDFStream | undefined {
  const all = annotation.lookup(PDFName.of('AP'));
  const normal = all instanceof PDFDict ? all.lookup(PDFName.of('N')) : undefined;
  if (normal instanceof PDFStream) return normal;
  const state = annotation.lookup(PDFName.of('AS'));
  const chosen = normal instanceof PDFDict && state instanceof PDFName ? normal.lookup(state) : undefined;
  return chosen instanceof PDFStream ? chosen : undefined;
}

/** The transformation that six numbers are; where there are others, none. */
export function matrixOf(numbers: readonly number[] | undefined): Matrix {
  return numbers?.length === 6 ? (numbers as unknown as Matrix) : IDENTITY;
}
