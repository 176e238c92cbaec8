import layoutDocument from '@react-pdf/layout';
import { Document, Page, pdf } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import type { Size } from '../geometry/frame.js';
import type { ThemeFonts } from './fonts.js';
import { mendLineEnds } from './line-ends.js';
import type { LaidNode } from './nodes.js';

/**
 * Lays content out as a galley: one column of the given width, as long as it needs to be, not yet cut into pages.
 * react-pdf does the styles, the flexbox and the paragraphs; pages are made from the galley afterwards.
 *
 * @param width - Measure in points.
 * @returns The column's top-level nodes with boxes relative to its top-left corner.
 */
export async function layOutGalley(content: ReactElement, width: number, fonts: ThemeFonts): Promise<LaidNode[]> {
  const [page] = await layOutPages([{ content, size: { width } }], fonts);
  return page?.children ?? [];
}

/** react-pdf's declaration names one argument where its code takes two: the document and the font store. */
const layOut = layoutDocument as unknown as (root: unknown, fonts: ThemeFonts) => Promise<{ children: LaidNode[] }>;

/**
 * Lays several independent columns or pages out in one go.
 *
 * @param parts - Content with its width and, for a page of fixed size, its height, in points.
 */
export async function layOutPages(
  parts: readonly { content: ReactElement; size: { width: number; height?: number } | Size }[],
  fonts: ThemeFonts,
): Promise<LaidNode[]> {
  const pages = parts.map(({ content, size }, key) =>
    createElement(
      Page,
      { key, size: (size.height === undefined ? [size.width] : [size.width, size.height]) as [number], wrap: false },
      content,
    ),
  );
  const instance = pdf(createElement(Document, null, ...pages)) as unknown as { container: { document: unknown } };
  const laid = await layOut(instance.container.document, fonts);
  laid.children.forEach(mendLineEnds);
  return laid.children;
}
