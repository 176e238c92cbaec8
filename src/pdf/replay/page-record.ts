import type { Glyph } from '../../layout/nodes.js';

/** Place of an element's tag among those of the part that the page belongs to. */
export type TagId = number;

/** What stands for the part's own element where a tag is asked for. */
export const TOP: TagId = -1;

/** Left, bottom, right and top in points, from the page's lower left corner. */
export type Rect = readonly [number, number, number, number];

/** From 0 to 1, or what pdfkit takes for none; its key of a state tells one from the other. */
export type Opacity = number | null | undefined;

/**
 * What painting a page did to the file beside writing the page's content, in the order in which it was done: objects that it
 * made, and what it told the structure tree.
 */
export type PageEvent =
  /** A font, by its place among those of the record, was taken among the page's resources. */
  | { kind: 'font'; font: number }
  /** A graphics state of this opacity was, under this name. */
  | { kind: 'opacity'; fill: Opacity; stroke: Opacity; name: string }
  /** A stretch of marked content of an element began. */
  | { kind: 'mark'; element: TagId }
  | { kind: 'figure'; element: TagId; box: Rect }
  | { kind: 'field'; element: TagId; rect: Rect }
  /** A link to an address or a place, at a place in the system of coordinates that held then. */
  | { kind: 'link'; way: 'link' | 'goTo'; to: string; place: Rect; matrix: readonly number[] }
  /** Links that waited for words found them; theirs is the element of these words, if they have one. */
  | { kind: 'words'; element: TagId | undefined }
  | { kind: 'destination'; name: string; left: number; top: number };

/** What painted codes a page has of a font: glyphs in the order in which they came, each once. */
export interface FontUse {
  /** What react-pdf knows the font by. */
  source: unknown;
  id: string;
  glyphs: readonly Pick<Glyph, 'id' | 'advanceWidth' | 'codePoints'>[];
  codes: readonly number[];
}

/** A page as it was painted once, and all that must be the same for it to be painted so again. */
export interface PageRecord {
  /** What the page's binding asked for: elements, and those around them. */
  elements: ReadonlyMap<TagId, TagId>;
  /** Structure types of all elements that have a part in it; they stand in the content. */
  types: ReadonlyMap<TagId, string>;
  fonts: readonly FontUse[];
  events: readonly PageEvent[];
  /** The page's content stream, deflated. */
  content: Uint8Array;
}
