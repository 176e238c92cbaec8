import type { FlowProps } from '../document/flow.js';

/** Where a laid-out node stands, in points, relative to the node it is in. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
  paddingTop?: number;
  paddingBottom?: number;
  borderTopWidth?: number;
  borderBottomWidth?: number;
}

/** A glyph as fontkit gives it. */
export interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

/** Advances and offsets of a glyph on its line, advances in points. Glyphs share them, so they are never changed, only replaced. */
export interface GlyphPosition {
  readonly xAdvance: number;
  readonly yAdvance?: number;
  readonly xOffset?: number;
  readonly yOffset?: number;
  /** Of the glyph itself, in units of its font. */
  readonly advanceWidth?: number;
}

/** A stretch of a line in one font, size and colour. */
export interface Run {
  glyphs: Glyph[];
  positions: GlyphPosition[];
  xAdvance: number;
  attributes: {
    font?: { unitsPerEm: number }[];
    fontSize: number;
    align?: string;
    underlineStyle?: string;
    backgroundColor?: unknown;
    /** Of the paragraph. */
    direction?: 'ltr' | 'rtl';
    /** Odd where the run itself is set from the right (Unicode Standard Annex 9). */
    bidiLevel?: number;
  };
  /** Of words that are an element of their own within a paragraph: its place among the section's tags. */
  tag?: number;
}

/** A line of a set paragraph. `box.y` runs through the whole paragraph. */
export interface Line {
  string: string;
  runs: Run[];
  box: { x: number; y: number; width: number; height: number };
  ascent: number;
  xAdvance: number;
  overflowRight?: number;
  /** Rules under and through its words. */
  decorationLines?: { rect: { x: number; width: number } }[];
}

/** What a laid-out node carries. */
export interface LaidProps extends FlowProps, Record<string, unknown> {
  /** Place of its tag among the section's. */
  tagId?: number;
  /** A table's head that is set again: it is heard once only. */
  repeated?: true;
}

/**
 * A node of react-pdf's layout: the result of its style, flexbox and text steps, ready for its painter.
 * Only what this project reads or changes is named.
 */
export interface LaidNode {
  type: string;
  box: Box;
  style: Record<string, unknown>;
  props: LaidProps;
  children?: LaidNode[];
  lines?: Line[];
}

export const isText = (node: LaidNode): boolean => node.type === 'TEXT' && node.lines !== undefined;
export const isAbsolute = (node: LaidNode): boolean => node.style?.position === 'absolute';
export const isRow = (node: LaidNode): boolean => String(node.style?.flexDirection ?? '').startsWith('row');

/** What a box adds at a page break that divides it, in points: nothing where it is open-ended. */
export function insetsAtBreak(node: LaidNode): { top: number; bottom: number } {
  return node.props?.openEnded ? { top: 0, bottom: 0 } : insets(node);
}

/** Space between a node's edge and its content at the top and the bottom: border and padding, in points. */
export function insets(node: LaidNode): { top: number; bottom: number } {
  const { paddingTop = 0, paddingBottom = 0, borderTopWidth = 0, borderBottomWidth = 0 } = node.box;
  return { top: paddingTop + borderTopWidth, bottom: paddingBottom + borderBottomWidth };
}
