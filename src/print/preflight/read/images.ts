import { PDFBool, type PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { type ColorSpace, colorSpace } from './colors.js';
import { type Matrix, transformed } from './geometry.js';
import type { PaintedImage } from './painted.js';
import { type Dictionary, isName } from './tokens.js';

/** What an image says of itself. */
export interface ImageFacts {
  width: number;
  height: number;
  lineArt: boolean;
  /** Absent for a stencil, which takes the colour of fills. */
  space: ColorSpace | undefined;
}

/** An image XObject (ISO 32000-1, 8.9.5). */
export function imageFacts(dict: PDFDict, resources: PDFDict | undefined): ImageFacts {
  const number = (key: string) => {
    const value = dict.lookup(PDFName.of(key));
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  const isMask = dict.lookup(PDFName.of('ImageMask')) === PDFBool.True;
  const space = dict.lookup(PDFName.of('ColorSpace'));
  return {
    width: number('Width'),
    height: number('Height'),
    lineArt: isMask || number('BitsPerComponent') === 1,
    space: isMask || space === undefined ? undefined : colorSpace(space, resources),
  };
}

/** An inline image, whose keys may be written short (ISO 32000-1, table 93). */
export function inlineFacts({ entries }: Dictionary, resources: PDFDict | undefined): ImageFacts {
  const get = (long: string, short: string) => entries.get(long) ?? entries.get(short);
  const number = (long: string, short: string) => Number(get(long, short)) || 0;
  const isMask = get('ImageMask', 'IM') === true;
  const space = get('ColorSpace', 'CS');
  return {
    width: number('Width', 'W'),
    height: number('Height', 'H'),
    lineArt: isMask || number('BitsPerComponent', 'BPC') === 1,
    space: isMask || !isName(space) ? undefined : colorSpace(PDFName.of(space.name), resources),
  };
}

/** An image where it stands: the unit square, transformed. */
export function placedImage(facts: ImageFacts, matrix: Matrix): PaintedImage {
  const [a, b, c, d] = matrix;
  const across = (facts.width * 72) / Math.hypot(a, b);
  const down = (facts.height * 72) / Math.hypot(c, d);
  return {
    kind: 'image',
    box: transformed(matrix, { left: 0, bottom: 0, right: 1, top: 1 }),
    pixels: { width: facts.width, height: facts.height },
    resolution: Math.min(across, down),
    lineArt: facts.lineArt,
    space: facts.space,
  };
}
