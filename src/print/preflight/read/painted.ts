import type { Color, ColorSpace } from './colors.js';
import type { FontFacts } from './fonts.js';
import type { Box } from './geometry.js';

interface Placed {
  /** What of it can be seen, in points of the page. */
  box: Box;
}

/** Words set by one operator. */
export interface PaintedText extends Placed {
  kind: 'text';
  /** Where it stands, also what is cut off of it: from its first glyph to its last, a little below the baseline to the height of capitals. */
  whole: Box;
  /** Where most of its ink is: from the baseline to the height of small letters. */
  body: Box;
  text: string;
  font: FontFacts;
  /** Type size in points as it is seen. */
  size: number;
  /** Whether its lines run along a side of the page. */
  square: boolean;
  color: Color;
  /** Whether what is below shows through. */
  clear: boolean;
}

export interface PaintedFill extends Placed {
  kind: 'fill';
  /** Whether it is a rectangle, so that its box is what it covers. */
  rectangle: boolean;
  /** Breadth of its thinner side in points, where it is a rectangle. */
  thickness: number;
  color: Color;
  clear: boolean;
}

export interface PaintedStroke extends Placed {
  kind: 'stroke';
  /** Breadth of the line in points as it is seen. */
  width: number;
  color: Color;
}

export interface PaintedImage extends Placed {
  kind: 'image';
  /** Its pixels: across and down. */
  pixels: { width: number; height: number };
  /** Pixels to the inch at its size on the page, in the coarser direction. */
  resolution: number;
  /** Whether it has two tones only. */
  lineArt: boolean;
  space: ColorSpace | undefined;
}

/** A gradient or a pattern. */
export interface PaintedShading extends Placed {
  kind: 'shading';
  space: ColorSpace;
}

/** One thing that a page shows. They stand in the order in which they are painted. */
export type Painted = PaintedText | PaintedFill | PaintedStroke | PaintedImage | PaintedShading;
