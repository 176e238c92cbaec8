import renderDocument from '@react-pdf/render';
import type { OutlineEntry } from '../document/flow.js';
import type { BookPage } from '../layout/book.js';
import { extendToBleed } from './bleed.js';
import { BookletPdf } from './booklet-pdf.js';
import type { Metadata } from './metadata.js';
import { pageLabels } from './page-labels.js';
import type { PaintTarget } from './target.js';
import { TargetPdf } from './target-pdf.js';

/** Everything a PDF says of itself beside its pages. */
export interface PaintOptions {
  metadata: Metadata;
  outline: OutlineEntry[];
  /** What a reader program calls the cover, which has no number. */
  cover: string;
  /** Whether readers are to show the pages one under the other, not as spreads. */
  alone?: boolean;
  /** Colours, sheet and conformance of a file for print; without it the file is one for screens. */
  target?: PaintTarget;
}

/**
 * Paints finished pages with react-pdf's painter on to a pdfkit document of this project's own.
 * The same pages and options give the same bytes.
 */
export async function paint(
  pages: readonly BookPage[],
  { metadata, outline, cover, alone, target }: PaintOptions,
): Promise<Uint8Array> {
  const labels = pageLabels(
    pages.map((page) => page.label),
    cover,
  );
  const pdf = target ? new TargetPdf(metadata, outline, labels, target) : new BookletPdf(metadata, outline, labels);
  if (alone) pdf.showInColumn();
  const bleed = target?.sheet?.bleed ?? 0;
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const root = {
    type: 'DOCUMENT',
    props: {},
    children: pages.map(({ size, nodes }) => ({
      type: 'PAGE',
      box: { left: 0, top: 0, width: size.width, height: size.height },
      style: {},
      props: {},
      children: bleed > 0 ? extendToBleed(nodes, size, bleed) : nodes,
    })),
  };
  renderDocument(pdf as never, root as never);
  await done;
  return Buffer.concat(chunks);
}
