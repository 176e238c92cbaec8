import renderDocument from '@react-pdf/render';
import type { OutlineEntry } from '../document/flow.js';
import type { BookPage } from '../layout/book.js';
import type { LaidNode } from '../layout/nodes.js';
import { extendToBleed } from './bleed.js';
import { BookletPdf } from './booklet-pdf.js';
import type { ScreenConformance } from './conformance.js';
import type { Metadata } from './metadata.js';
import { pageLabels } from './page-labels.js';
import { bindStructure } from './structure/bind.js';
import { TaggedPdf } from './tagged-pdf.js';
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
  /** Colours, sheet and conformance of a file for print. */
  target?: PaintTarget;
  /** Makes the file one for screens: tagged, PDF/UA-1 and PDF/A-2a. Not with a target. */
  screen?: ScreenConformance;
}

/**
 * Paints finished pages with react-pdf's painter on to a pdfkit document of this project's own.
 * The same pages and options give the same bytes.
 */
export async function paint(pages: readonly BookPage[], options: PaintOptions): Promise<Uint8Array> {
  const { pdf, nodes } = documentOf(pages, options);
  if (options.alone) pdf.showInColumn();
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  const root = {
    type: 'DOCUMENT',
    props: {},
    children: pages.map(({ size }, index) => ({
      type: 'PAGE',
      box: { left: 0, top: 0, width: size.width, height: size.height },
      style: {},
      props: {},
      children: nodes[index],
    })),
  };
  renderDocument(pdf as never, root as never);
  await done;
  return Buffer.concat(chunks);
}

/** The document that pages are painted on to, and what is painted of each. */
function documentOf(
  pages: readonly BookPage[],
  { metadata, outline, cover, target, screen }: PaintOptions,
): { pdf: BookletPdf; nodes: LaidNode[][] } {
  const labels = pageLabels(
    pages.map((page) => page.label),
    cover,
  );
  if (screen && !target) {
    const book = bindStructure(pages, () => pdf.marks);
    const pdf = new TaggedPdf(metadata, outline, labels, book, screen);
    return { pdf, nodes: book.pages.map(({ nodes }) => nodes) };
  }
  const bleed = target?.sheet?.bleed ?? 0;
  return {
    pdf: target ? new TargetPdf(metadata, outline, labels, target) : new BookletPdf(metadata, outline, labels),
    nodes: pages.map(({ nodes, size }) => (bleed > 0 ? extendToBleed(nodes, size, bleed) : nodes)),
  };
}
