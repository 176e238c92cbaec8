import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import type { PdfDigests } from '../../../memory/pdf-digests.js';
import type { OpenPage } from './open.js';

/** What of an annotation decides how it is printed. */
const OF_ANNOTATION = ['Rect', 'F', 'AP', 'AS'] as const;

/** A text that is the same for pages that show the same; undefined where that cannot be told. */
export function pageKey({ dict, resources, view }: OpenPage, digests: PdfDigests): string | undefined {
  const list = dict.lookup(PDFName.of('Annots'));
  const annotations = list instanceof PDFArray ? list.asArray().map((_, index) => list.lookup(index)) : [];
  const shown = annotations.flatMap((one) =>
    one instanceof PDFDict ? OF_ANNOTATION.map((key) => one.get(PDFName.of(key))) : [],
  );
  const digest = digests.ofAll([dict.get(PDFName.of('Contents')), resources, ...shown]);
  return digest && `${digest} ${view.join(' ')}`;
}
