import { inflateSync } from 'node:zlib';
import type { PDFDict, PDFObject, PDFStream } from '@cantoo/pdf-lib';
import { ReadBackError } from './model.js';

export type Lib = typeof import('@cantoo/pdf-lib');

/** A stream's bytes with every filter undone. */
export function decodeStream(lib: Lib, stream: PDFStream): Uint8Array {
  if (!(stream instanceof lib.PDFRawStream)) return stream.getContents();
  const { dict, contents } = stream;
  const filters = filtersOf(lib, dict);
  try {
    if (filters.length === 0) return unpacked(contents);
    // The common kind, which zlib undoes many times faster.
    if (filters.length === 1 && filters[0] === 'FlateDecode' && !dict.has(lib.PDFName.of('DecodeParms'))) {
      return inflateSync(contents);
    }
    return lib.decodePDFRawStream(stream).decode();
  } catch (error) {
    throw new ReadBackError(`a stream in it cannot be unpacked (${filters.join(', ')}: ${String(error)})`);
  }
}

/** Bytes that are said to be bare. Where they are deflated all the same a reader shows nothing of them. */
function unpacked(contents: Uint8Array): Uint8Array {
  const [first = 0, second = 0] = contents;
  if (first !== 0x78 || (first * 256 + second) % 31 !== 0) return contents;
  let isPacked = true;
  try {
    inflateSync(contents);
  } catch {
    isPacked = false;
  }
  if (isPacked) throw new Error('packed without saying so');
  return contents;
}

/** Filters that only pictures have. */
const PICTURES = ['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode'];

/** Whether a stream holds a picture, whose pixels say nothing in words. */
export function isImage(lib: Lib, { dict }: PDFStream): boolean {
  const subtype = dict.lookup(lib.PDFName.of('Subtype'));
  return subtype === lib.PDFName.of('Image') || filtersOf(lib, dict).some((name) => PICTURES.includes(name));
}

/** What a picture's file says of itself (EXIF, XMP, comments), which comes before its pixels. */
export function pictureText(lib: Lib, stream: PDFStream): string {
  const filters = filtersOf(lib, stream.dict);
  if (!filters.some((name) => PICTURES.includes(name)) || !(stream instanceof lib.PDFRawStream)) return '';
  const raw = Buffer.from(stream.contents).toString('latin1');
  // A JPEG’s pixels begin after the last marker “start of scan” (ITU-T T.81, B.2.3); a thumbnail may have one too.
  const pixels = filters.at(-1) === 'DCTDecode' ? raw.lastIndexOf('\u00ff\u00da') : 65_536;
  return raw.slice(0, pixels === -1 ? undefined : pixels).replaceAll('\0', '');
}

function filtersOf(lib: Lib, dict: PDFDict): string[] {
  const filter = dict.lookup(lib.PDFName.of('Filter'));
  const name = (one: PDFObject | undefined) => (one instanceof lib.PDFName ? one.decodeText() : '');
  if (filter instanceof lib.PDFArray) return filter.asArray().map((_, index) => name(filter.lookup(index)));
  return filter ? [name(filter)] : [];
}
