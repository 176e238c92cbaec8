import { inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFName, PDFRawStream, type PDFStream } from '@cantoo/pdf-lib';
import { UnreadablePdf } from './unreadable.js';

/** So much may come out of one stream: a small file must not fill the memory. */
const MOST_BYTES = 100_000_000;

/** So much is unpacked at a time where the whole cannot be bounded at once. */
const PART = 1_000_000;

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
    return inParts(decodePDFRawStream(stream));
  } catch (error) {
    if (error instanceof UnreadablePdf) throw error;
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') throw endless();
    throw new UnreadablePdf('a stream in it cannot be unpacked', { cause: error });
  }
}

/** Filters that stand in one another hand on what they unpack bit by bit, so that none runs ahead of what is asked for. */
function inParts(stream: ReturnType<typeof decodePDFRawStream>): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    // A copy, since the stream goes on to write where this points.
    const part = Uint8Array.from(stream.getBytes(PART));
    parts.push(part);
    length += part.length;
    if (part.length < PART) break;
    if (length > MOST_BYTES) throw endless();
  }
  return Buffer.concat(parts);
}

const endless = () => new UnreadablePdf('a stream in it unpacks without end', { kind: 'endless' });
