import {
  clip,
  concatTransformationMatrix,
  drawObject,
  endPath,
  PDFDocument,
  PDFObjectCopier,
  type PDFOperator,
  type PDFPage,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
} from '@cantoo/pdf-lib';
import type { Size } from '../../geometry/frame.js';
import type { Cell, Signature } from '../signatures/model.js';
import { cellBounds, type Rectangle } from './bounds.js';
import { describe } from './describe.js';
import { drawMarks } from './marks.js';
import { pageForm } from './page-form.js';
import { trimMarks } from './trim-marks.js';

/** How pages are put on sheets. */
export interface ImposeOptions {
  /** The finished page in points; the plan was made for the same. */
  trim: Size;
}

/**
 * Puts the pages of a PDF on sheets, two PDF pages a sheet: its front and its back. Each page becomes one form, so fonts,
 * pictures and drawings stay what they are and are stored once; colors are left alone. What a page has beyond its
 * TrimBox is kept where the sheet has room for it, and cut off where it would reach the neighbor or the fold. Links and
 * outline are dropped, since nobody clicks on paper. The same bytes and plan give the same bytes.
 *
 * @param bytes - A PDF whose pages have the plan's trim as their TrimBox, or failing that as their CropBox.
 */
export async function impose(
  bytes: Uint8Array,
  plan: readonly Signature[],
  { trim }: ImposeOptions,
): Promise<Uint8Array> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  const target = await PDFDocument.create({ updateMetadata: false });
  const pages = source.getPages();
  const copier = PDFObjectCopier.for(source.context, target.context);
  const forms = pages.map((page) => pageForm(page, target.context, copier));
  for (const { sheets } of plan) {
    for (const sheet of sheets) {
      for (const cells of [sheet.front, sheet.back]) {
        const side = target.addPage([sheet.size.width, sheet.size.height]);
        const filled = cells.filter(({ page }) => page !== undefined);
        side.pushOperators(
          ...filled.flatMap((cell) => placed(cell, cells, forms, side, trim)),
          ...drawMarks(trimMarks(cells, sheet.size, trim)),
        );
      }
    }
  }
  describe(source, target);
  return target.save({ useObjectStreams: true, addDefaultPage: false });
}

function placed(cell: Cell, all: readonly Cell[], forms: readonly PDFRef[], side: PDFPage, trim: Size): PDFOperator[] {
  const form = forms[(cell.page ?? 0) - 1];
  if (!form) throw new RangeError(`the plan asks for page ${cell.page} of a PDF with ${forms.length}`);
  const { left, bottom, right, top }: Rectangle = cellBounds(cell, all, side.getSize(), trim);
  const turned = cell.rotation === 180;
  // Towards the spine, as the page is looked at upright.
  const shift = cell.spine === 'left' ? -cell.creep : cell.creep;
  const x = turned ? cell.x + trim.width - shift : cell.x + shift;
  const y = turned ? cell.y + trim.height : cell.y;
  const sign = turned ? -1 : 1;
  return [
    pushGraphicsState(),
    rectangle(left, bottom, right - left, top - bottom),
    clip(),
    endPath(),
    concatTransformationMatrix(sign, 0, 0, sign, x, y),
    drawObject(side.node.newXObject('Page', form)),
    popGraphicsState(),
  ];
}
