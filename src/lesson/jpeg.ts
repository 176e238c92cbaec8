import type { NaturalSize } from './check-image.js';

/**
 * The size of a JPEG as it is seen: from its frame header (ITU-T T.81, annex B), turned when its Exif orientation says
 * that the camera was; or what is wrong with it.
 */
export function jpegSize(bytes: Uint8Array): NaturalSize | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: NaturalSize | undefined;
  let turned = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return BROKEN;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN) {
      if (!size || size.width === 0 || size.height === 0) return BROKEN;
      return turned ? { width: size.height, height: size.width } : size;
    }
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return BROKEN;
    const segment = new DataView(bytes.buffer, bytes.byteOffset + at + 4, length - 2);
    if (isFrame(marker) && segment.byteLength >= 5)
      size ??= { height: segment.getUint16(1), width: segment.getUint16(3) };
    if (marker === EXIF) turned ||= orientation(segment) > 4;
    at += 2 + length;
  }
  return BROKEN;
}

const BROKEN = 'is a JPEG that is damaged or not whole';
const START_OF_SCAN = 0xda;
const EXIF = 0xe1;
const ORIENTATION_TAG = 0x0112;

/** Frame headers are 0xC0 to 0xCF, except the tables and the extension among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Exif orientation 1 to 8 (CIPA DC-008, 4.6.4); 1 when there is none. From 5 on the picture lies on its side. */
function orientation(segment: DataView): number {
  const tiff = 6;
  if (segment.byteLength < tiff + 8 || segment.getUint32(0) !== 0x45786966) return 1;
  const little = segment.getUint16(tiff) === 0x4949;
  const directory = tiff + segment.getUint32(tiff + 4, little);
  if (directory + 2 > segment.byteLength) return 1;
  const entries = segment.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > segment.byteLength) return 1;
    if (segment.getUint16(entry, little) === ORIENTATION_TAG) return segment.getUint16(entry + 8, little);
  }
  return 1;
}
