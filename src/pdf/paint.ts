import renderDocument from '@react-pdf/render';
import type { OutlineEntry } from '../document/flow.js';
import type { Size } from '../geometry/frame.js';
import type { BookPage } from '../layout/book.js';
import type { LaidNode } from '../layout/nodes.js';
import { extendToBleed } from './bleed.js';
import { BookletPdf } from './booklet-pdf.js';
import type { ScreenConformance } from './conformance.js';
import type { Metadata } from './metadata.js';
import { pageLabels } from './page-labels.js';
import type { KnownPages } from './replay/page-memory.js';
import { RecordedPdf } from './replay/recorded-pdf.js';
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
  /** Pages as they were painted before, of files for screens. It changes nothing of what is made. */
  known?: KnownPages;
}

/**
 * Paints finished pages with react-pdf's painter on to a pdfkit document of this project's own.
 * The same pages and options give the same bytes.
 */
export async function paint(pages: readonly BookPage[], options: PaintOptions): Promise<Uint8Array> {
  const { pdf, nodesOf } = documentOf(pages, options);
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
    children: pages.map(({ size }, index) => new PageNode(size, () => nodesOf(index))),
  };
  renderDocument(pdf as never, root as never);
  await done;
  return Buffer.concat(chunks);
}

/** A page for react-pdf's painter, which asks for what is on it once it has begun the page. */
class PageNode {
  readonly type = 'PAGE';
  readonly style = {};
  readonly props = {};
  readonly box: { left: number; top: number; width: number; height: number };
  #children: LaidNode[] | undefined;

  constructor(
    { width, height }: Size,
    private readonly nodes: () => LaidNode[],
  ) {
    this.box = { left: 0, top: 0, width, height };
  }

  get children(): LaidNode[] {
    this.#children ??= this.nodes();
    return this.#children;
  }
}

/** The document that pages are painted on to, and what is painted of each, counted from 0, once it has begun. */
function documentOf(
  pages: readonly BookPage[],
  { metadata, outline, cover, target, screen, known }: PaintOptions,
): { pdf: BookletPdf; nodesOf(page: number): LaidNode[] } {
  const labels = pageLabels(
    pages.map((page) => page.label),
    cover,
  );
  if (screen && !target) {
    const book = bindStructure(
      pages,
      () => pdf.marks,
      (page) => known?.of(page),
    );
    const nodesOf = (page: number) => book.pages[page]?.nodes ?? [];
    const pdf: TaggedPdf = known
      ? new RecordedPdf(metadata, outline, labels, book, screen, (page, record) =>
          known.set(pages[page] as BookPage, record),
        )
      : new TaggedPdf(metadata, outline, labels, book, screen);
    return { pdf, nodesOf: (page) => (pdf instanceof RecordedPdf && pdf.takesUp() ? [] : nodesOf(page)) };
  }
  const bleed = target?.sheet?.bleed ?? 0;
  return {
    pdf: target ? new TargetPdf(metadata, outline, labels, target) : new BookletPdf(metadata, outline, labels),
    nodesOf: (page) => {
      const { nodes, size } = pages[page] as BookPage;
      return bleed > 0 ? extendToBleed(nodes, size, bleed) : nodes;
    },
  };
}
