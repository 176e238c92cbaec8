import { gunzipSync, unzipSync } from 'fflate';
import { ReadBackError } from './model.js';

/** A text in a file, or a PDF in it that has to be read for itself. */
export type Found = { text: string } | { pdf: Uint8Array };

/** How many times an archive may lie in an archive. */
const DEEPEST = 3;

/** More than this from one archive is no booklet’s, and could fill the computer’s memory. */
const LARGEST = 50_000_000;

/**
 * The texts in a file of any kind: plain text in UTF-8 or UTF-16, the words between the tags of XML and HTML, what is
 * in ZIP archives (which word processors and e-books are) and gzip, and in any other file whatever can be read of it.
 */
export function textsOf(bytes: Uint8Array, depth = 0): Found[] {
  if (startsWith(bytes, '%PDF-')) return [{ pdf: bytes }];
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, '\u001f\u008b')) {
    if (depth >= DEEPEST) throw new ReadBackError('an attachment holds archives within archives');
    return unpacked(bytes).flatMap(([name, inside]) => [{ text: name }, ...textsOf(inside, depth + 1)]);
  }
  return withoutTags(decoded(bytes)).map((text) => ({ text }));
}

function unpacked(bytes: Uint8Array): [string, Uint8Array][] {
  let size = 0;
  const filter = ({ originalSize }: { originalSize: number }) => {
    size += originalSize;
    if (size > LARGEST) throw new ReadBackError('an attachment unpacks to more than can be read');
    return true;
  };
  try {
    if (bytes[0] === 0x50) return Object.entries(unzipSync(bytes, { filter }));
    // The last four bytes of gzip tell the size of what is inside.
    const length = new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
    filter({ originalSize: length });
    return [['', gunzipSync(bytes)]];
  } catch (error) {
    if (error instanceof ReadBackError) throw error;
    throw new ReadBackError(`an attached archive is damaged (${String(error)})`);
  }
}

/** Bytes as text. Of bytes that are no text, whatever letters there are; UTF-16 without its mark is read that way too. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (!bytes.includes(0)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // No UTF-8.
    }
  }
  return Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
}

/** A text, and if it has tags also what is between them. */
export function withoutTags(text: string): string[] {
  if (!/<[a-z!?/][^<>]*>/i.test(text)) return /&[#\w]+;/.test(text) ? [text, plain(text)] : [text];
  // Some tags part words and some stand within them.
  const spaced = plain(text.replace(/<[^<>]*>/g, ' '));
  return [text, spaced];
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

function plain(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function startsWith(bytes: Uint8Array, sign: string): boolean {
  return [...sign].every((character, index) => bytes[index] === character.charCodeAt(0));
}
