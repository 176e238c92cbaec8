import { createHash } from 'node:crypto';
import type * as PdfLib from '@cantoo/pdf-lib';

/** What is asked of pdf-lib, which is handed in by whoever has loaded it. */
type Lib = Pick<typeof PdfLib, 'PDFArray' | 'PDFDict' | 'PDFRef' | 'PDFStream'>;

/** What is no longer than a digest stands for itself. */
const LENGTH_OF_DIGEST = 43;

/** How deep objects may stand in one another. */
const DEEPEST = 100;

/**
 * Digests of a file's objects, each with everything that it leads to: the same for objects that say the same, in whatever
 * file and under whatever numbers they lie. Streams count by the bytes that lie in the file.
 */
export class PdfDigests {
  readonly #lib: Lib;
  readonly #lookup: (ref: PdfLib.PDFRef) => PdfLib.PDFObject | undefined;
  /** Undefined also for what is being worked out. */
  readonly #known = new Map<PdfLib.PDFObject, string | undefined>();

  /** @param lookup - Gives the object that a reference leads to. */
  constructor(lib: Lib, lookup: (ref: PdfLib.PDFRef) => PdfLib.PDFObject | undefined) {
    this.#lib = lib;
    this.#lookup = lookup;
  }

  /** The digest of several objects together; undefined where any of them has none. */
  ofAll(objects: readonly (PdfLib.PDFObject | undefined)[]): string | undefined {
    const parts = objects.map((object) => this.of(object));
    return parts.includes(undefined) ? undefined : hashOf(JSON.stringify(parts));
  }

  /** Undefined for what leads back to itself, or too deep. */
  of(object: PdfLib.PDFObject | undefined, depth = 0): string | undefined {
    const target = object instanceof this.#lib.PDFRef ? this.#lookup(object) : object;
    if (target === undefined) return 'nothing';
    const { PDFArray, PDFDict, PDFStream } = this.#lib;
    const isPlain = !(target instanceof PDFArray || target instanceof PDFDict || target instanceof PDFStream);
    if (isPlain) return target.toString();
    if (this.#known.has(target)) return this.#known.get(target);
    this.#known.set(target, undefined);
    const parts = depth < DEEPEST ? this.#partsOf(target, depth + 1) : [undefined];
    const digest = parts.includes(undefined) ? undefined : hashOf(JSON.stringify(parts));
    this.#known.set(target, digest);
    return digest;
  }

  #partsOf(object: PdfLib.PDFObject, depth: number): (string | undefined)[] {
    const { PDFArray, PDFDict, PDFStream } = this.#lib;
    if (object instanceof PDFArray) return ['array', ...object.asArray().map((item) => this.of(item, depth))];
    if (object instanceof PDFDict) {
      return ['dictionary', ...object.entries().flatMap(([key, value]) => [key.toString(), this.of(value, depth)])];
    }
    return object instanceof PDFStream
      ? ['stream', this.of(object.dict, depth), hashOf(object.getContents())]
      : [undefined];
  }
}

function hashOf(data: string | Uint8Array): string {
  if (typeof data === 'string' && data.length <= LENGTH_OF_DIGEST) return data;
  return createHash('sha256').update(data).digest('base64url');
}
