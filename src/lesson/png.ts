import type { NaturalSize } from './check-image.js';

/**
 * The size of a PNG from its header, once its chunks are whole (PNG specification, third edition, sections 5 and 11);
 * or what is wrong with it.
 */
export function pngSize(bytes: Uint8Array): NaturalSize | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: NaturalSize | undefined;
  let pictured = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return BROKEN;
    if (type === 'IHDR' && length >= 13) size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (type === 'IDAT') pictured = true;
    if (type === 'IEND') return size && pictured && size.width > 0 && size.height > 0 ? size : BROKEN;
    at += 12 + length;
  }
  return BROKEN;
}

const BROKEN = 'is a PNG that is damaged or not whole';
