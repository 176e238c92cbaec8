import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, PDFRawStream, type PDFStream } from '@cantoo/pdf-lib';
import { UnreadablePdf } from './unreadable.js';

/** So much may come out of one stream: a small file must not fill the memory. */
const MOST_BYTES = 200_000_000;

/**
 * A stream's bytes with every filter undone.
 *
 * @throws {UnreadablePdf} where that cannot be done.
 */
export function unpacked(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents();
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const hasParameters = stream.dict.has(PDFName.of('DecodeParms'));
  try {
    if (filter === undefined) return stream.contents;
    if (filter === PDFName.of('FlateDecode') && !hasParameters) {
      return inflateSync(stream.contents, { maxOutputLength: MOST_BYTES });
    }
    return decodePDFRawStream(stream).decode();
  } catch (error) {
    throw new UnreadablePdf('a stream in it cannot be unpacked', { cause: error });
  }
}
