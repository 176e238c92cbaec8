import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { PdfDigests } from './pdf-digests.js';

/** The objects of a PDF, as they lie in the file. */
export interface PdfObjects {
  lib: typeof import('@cantoo/pdf-lib');
  context: PDFContext;
  /** Everything that has a number, in the order of the file; what is packed comes right before the stream that it is packed in. */
  objects: readonly (readonly [PDFRef, PDFObject])[];
  digests: PdfDigests;
}

/** Reads the objects of a file, or gives what it read. */
export type ReadPdfObjects = () => Promise<PdfObjects>;

/**
 * Reads the objects of a PDF when they are first asked for, for all who look the same file through. They may add objects of their
 * own, but change none.
 *
 * @param bytes - The file as it was written.
 * @returns What throws, each time that it is asked, where the file cannot be read.
 */
export function pdfObjectsIn(bytes: Uint8Array): ReadPdfObjects {
  let reading: Promise<PdfObjects> | undefined;
  return () => {
    reading ??= readPdfObjects(bytes);
    return reading;
  };
}

/** Reads all objects of a PDF, those too that nothing leads to or that were replaced; an encrypted one's as they are. */
export async function readPdfObjects(bytes: Uint8Array): Promise<PdfObjects> {
  const lib = await import('@cantoo/pdf-lib');
  const parser = lib.PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true);
  // A later object may replace one of the same number, which stays in the file all the same.
  const { context } = parser as unknown as { context: PDFContext };
  const objects: [PDFRef, PDFObject][] = [];
  const assign = context.assign.bind(context);
  context.assign = (ref, object) => {
    objects.push([ref, object]);
    assign(ref, object);
  };
  await parser.parseDocument();
  context.assign = assign;
  return { lib, context, objects, digests: new PdfDigests(lib, (ref) => context.lookup(ref)) };
}
