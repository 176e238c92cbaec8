import layoutDocument from '@react-pdf/layout';
import { Document, Page, pdf } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import type { Size } from '../geometry/frame.js';
import type { ThemeFonts } from './fonts.js';
import { leanLines } from './lean-lines.js';
import { mendLineEnds } from './line-ends.js';
import type { LaidNode } from './nodes.js';
import type { ParagraphMemory } from './paragraph-memory.js';
import { readTags } from './tags.js';

/** Content for a column of a width or a page of a size, in points. */
export interface LayoutPart {
  content: ReactElement;
  size: { width: number; height?: number } | Size;
}

/** Content as react-pdf's tree, before its layout. Equal trees are laid out to equal boxes. */
export type UnlaidTree = object & { readonly unlaid: unique symbol };

/** Works the elements of several columns or pages out, so that nothing of them is a component any more. */
export function treeOf(parts: readonly LayoutPart[]): UnlaidTree {
  const pages = parts.map(({ content, size }, key) =>
    createElement(
      Page,
      { key, size: (size.height === undefined ? [size.width] : [size.width, size.height]) as [number], wrap: false },
      content,
    ),
  );
  const instance = pdf(createElement(Document, null, ...pages)) as unknown as { container: { document: UnlaidTree } };
  return instance.container.document;
}

/** react-pdf's declaration names one argument where its code takes two: the document and the font store. */
const layOut = layoutDocument as unknown as (root: unknown, fonts: ThemeFonts) => Promise<{ children: LaidNode[] }>;

/**
 * Lays the columns or pages of a tree out. A column without a height is a galley: as long as it needs to be, not yet cut
 * into pages. react-pdf does the styles, the flexbox and the paragraphs; pages are made from the galley afterwards.
 *
 * @param memory - Paragraphs as they were set before. It changes nothing of what is laid out.
 * @returns A node for each part, whose children have boxes relative to its top-left corner.
 */
export async function layOutTree(tree: UnlaidTree, fonts: ThemeFonts, memory?: ParagraphMemory): Promise<LaidNode[]> {
  const set = async (from: UnlaidTree) => {
    const { children } = await layOut(from, fonts);
    leanLines(children);
    return children;
  };
  const laid = await (memory ? memory.layOut(tree, [fonts], set) : set(tree));
  laid.forEach(readTags);
  laid.forEach(mendLineEnds);
  await forgotten();
  return laid;
}

/**
 * Answers once React has done what it put off until the program has nothing else to do. Until then it holds on to every tree that
 * was worked out.
 */
const forgotten = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Lays several independent columns or pages out in one go. */
export function layOutPages(parts: readonly LayoutPart[], fonts: ThemeFonts): Promise<LaidNode[]> {
  return layOutTree(treeOf(parts), fonts);
}
