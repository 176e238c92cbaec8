import {
  concatTransformationMatrix,
  drawObject,
  fill,
  PDFDocument,
  PDFObjectCopier,
  type PDFOperator,
  type PDFPage,
  type PDFRef,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFillingRgbColor,
  setLineWidth,
  setStrokingRgbColor,
  stroke,
} from '@cantoo/pdf-lib';
import type { Size } from '../../geometry/frame.js';
import { describe } from '../impose/describe.js';
import { pageForm } from '../impose/page-form.js';
import type { Place } from './plan.js';

/** A page of a PDF, at a place of a sheet whose proportions are its own. */
export interface PlacedPage {
  /** Which of the PDFs, from 0, and which of its pages, from 0. */
  source: number;
  page: number;
  at: Place;
  /** Whether it is shown as a leaf of paper, with an edge and a shadow. */
  leaf?: true;
}

/**
 * Puts pages of several PDFs in small on sheets. Each becomes a form, so type stays type. The same PDFs and places give
 * the same bytes.
 *
 * @param sources - The first one says what the sheets say of themselves.
 */
export async function contactSheets(
  sources: readonly Uint8Array[],
  size: Size,
  sheets: readonly (readonly PlacedPage[])[],
): Promise<Uint8Array> {
  const target = await PDFDocument.create({ updateMetadata: false });
  const opened: PDFDocument[] = [];
  for (const bytes of sources) opened.push(await PDFDocument.load(bytes, { updateMetadata: false }));
  const copiers = opened.map((source) => PDFObjectCopier.for(source.context, target.context));
  const forms = new Map<string, Form>();
  const formOf = ({ source, page }: PlacedPage): Form => {
    const key = `${source} ${page}`;
    const [document, copier] = [opened[source], copiers[source]];
    const original = document?.getPages()[page];
    if (!original || !copier) throw new RangeError(`there is no page ${page} in PDF ${source}`);
    const { width, height } = original.getTrimBox();
    const form = forms.get(key) ?? { ref: pageForm(original, target.context, copier), width, height };
    forms.set(key, form);
    return form;
  };
  for (const placed of sheets) {
    const side = target.addPage([size.width, size.height]);
    for (const one of placed) side.pushOperators(...drawn(one, formOf(one), side));
  }
  const [first] = opened;
  if (first) describe(first, target);
  return target.save({ useObjectStreams: true, addDefaultPage: false });
}

interface Form extends Size {
  ref: PDFRef;
}

const SHADOW = { offset: 1.4, grey: 0.88 };
const EDGE = { width: 0.4, grey: 0.72 };

function drawn({ at, leaf }: PlacedPage, { ref, width, height }: Form, side: PDFPage): PDFOperator[] {
  const bottom = side.getHeight() - at.top - at.height;
  const form = [
    pushGraphicsState(),
    concatTransformationMatrix(at.width / width, 0, 0, at.height / height, at.left, bottom),
    drawObject(side.node.newXObject('Page', ref)),
    popGraphicsState(),
  ];
  if (!leaf) return form;
  const { offset } = SHADOW;
  return [
    ...grey(SHADOW.grey, rectangle(at.left + offset, bottom - offset, at.width, at.height)),
    ...grey(1, rectangle(at.left, bottom, at.width, at.height)),
    ...form,
    pushGraphicsState(),
    setLineWidth(EDGE.width),
    setStrokingRgbColor(EDGE.grey, EDGE.grey, EDGE.grey),
    rectangle(at.left, bottom, at.width, at.height),
    stroke(),
    popGraphicsState(),
  ];
}

function grey(value: number, shape: PDFOperator): PDFOperator[] {
  return [pushGraphicsState(), setFillingRgbColor(value, value, value), shape, fill(), popGraphicsState()];
}
