import type { ImageProblem } from './image-problem.js';
import { isImageProblem } from './image-problem.js';
import { jpegSize } from './jpeg.js';
import type { ImageSource } from './model.js';
import { pngSize } from './png.js';
import { checkSvg } from './svg.js';

/** Pixels an image may have: what unpacks to more than a poster's worth is a slip or an attack. */
const MAX_PIXELS = 100_000_000;

/**
 * Looks at an image's bytes: what it is, whatever its name says, and its natural size; or why it cannot be printed.
 * Only PNG, JPEG, and SVG that neither runs nor fetches anything and holds only what can be drawn.
 *
 * @param path as written in the lesson, for messages.
 */
export function checkImage(path: string, bytes: Uint8Array): ImageSource | ImageProblem {
  const format = formatOf(bytes);
  if (!format) return unusable(path, `is ${kindOf(bytes)}`, 'export it as one of these');
  const size = format === 'png' ? pngSize(bytes) : format === 'jpeg' ? jpegSize(bytes) : checkSvg(textOf(bytes));
  if (typeof size === 'string')
    return unusable(path, size, format === 'svg' ? 'export it as plain SVG, or as PNG' : 'export it again');
  if (isImageProblem(size)) return size;
  if (size.width * size.height > MAX_PIXELS)
    return unusable(path, `has ${size.width} by ${size.height} pixels`, 'make it smaller');
  return { path, format, data: bytes, ...size };
}

/** A natural size in pixels, 96 to the inch. */
export interface NaturalSize {
  width: number;
  height: number;
}

function formatOf(bytes: Uint8Array): ImageSource['format'] | undefined {
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  // The renderer knows an SVG by these two beginnings only.
  return /^\s*(?:<\?xml\s|<svg[\s>])/.test(textOf(bytes.subarray(0, 4096))) ? 'svg' : undefined;
}

function kindOf(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'empty';
  if (begins(bytes, [0x47, 0x49, 0x46, 0x38])) return 'a GIF';
  if (begins(bytes, [0x52, 0x49, 0x46, 0x46])) return 'a WebP';
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return 'a PDF';
  if (textOf(bytes.subarray(0, 4096)).includes('<svg')) return 'an SVG with something before its <svg> element';
  return 'of a kind that is not known';
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function unusable(path: string, what: string, advice: string): ImageProblem {
  return {
    rule: 'image-format',
    found: `the image “${path}” ${what}`,
    expected: 'a PNG, a JPEG or a plain SVG',
    advice,
  };
}
