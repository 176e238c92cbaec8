import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { greyOf } from '../color/light.js';
import type { Rgb } from '../color/rgb.js';
import { cmykOf } from './ink.js';

/** A picture as samples of eight bits a component, row after row. */
export interface Samples {
  width: number;
  height: number;
  space: 'DeviceGray' | 'DeviceCMYK';
  color: Uint8Array;
  /** How opaque each pixel is; absent where all are. */
  alpha?: Uint8Array;
}

/**
 * A JPEG or PNG picture of any kind (palette, 16 bits, interlaced) as grey or four-ink samples. A picture without any
 * colour becomes grey for both. Throws on bytes that are no such picture; lessons' pictures are checked long before.
 */
export function samplesOf(bytes: Uint8Array, colors: 'grey' | 'cmyk'): Samples {
  const { width, height, data } = isJpeg(bytes)
    ? jpeg.decode(bytes, { useTArray: true, formatAsRGBA: true, maxMemoryUsageInMB: 2048, maxResolutionInMP: 400 })
    : PNG.sync.read(Buffer.from(bytes));
  const pixels = width * height;
  const grey = colors === 'grey' || isColorless(data);
  const color = new Uint8Array(pixels * (grey ? 1 : 4));
  const alpha = new Uint8Array(pixels);
  const known = new Map<number, readonly number[]>();
  for (let at = 0; at < pixels; at++) {
    const [red = 0, green = 0, blue = 0, opaque = 255] = data.subarray(at * 4, at * 4 + 4);
    const key = (red << 16) | (green << 8) | blue;
    let ink = known.get(key);
    if (!ink) {
      const rgb: Rgb = [red / 255, green / 255, blue / 255];
      ink = (grey ? [greyOf(rgb)] : cmykOf(rgb)).map((value) => Math.round(value * 255));
      if (known.size < 1 << 18) known.set(key, ink);
    }
    color.set(ink, at * ink.length);
    alpha[at] = opaque;
  }
  const seen = alpha.some((value) => value !== 255);
  return { width, height, space: grey ? 'DeviceGray' : 'DeviceCMYK', color, ...(seen ? { alpha } : {}) };
}

/** Whether bytes begin as a JPEG does. */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

function isColorless(data: Uint8Array): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  }
  return true;
}
