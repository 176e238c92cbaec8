import type { PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { tableEntries } from './check-file.js';
import type { ReadObjects } from './objects.js';

/** Where an object is to be found, as the file itself says: at an offset, or in the stream of a number. */
type Said = { offset: number } | { stream: number };

/**
 * Whether a file's cross-references lead to the very objects that lie in it, each of them once. Then a reader that follows
 * them and one that takes the objects as they come see the same, and what one of them knows can be said of the other.
 *
 * @param raw - The file's bytes as characters, one each.
 */
export function agreesWithObjects(raw: string, { lib, objects }: Pick<ReadObjects, 'lib' | 'objects'>): boolean {
  const said = referencesIn(raw, { lib, objects });
  const streamOf = packedIn(lib, objects);
  const found = new Set<number>();
  for (const [ref] of objects) {
    const { objectNumber: number, generationNumber: generation } = ref;
    const place = said.get(number);
    if (!place || found.has(number)) return false;
    found.add(number);
    const isThere =
      'offset' in place
        ? raw.startsWith(`${number} ${generation} obj`, place.offset)
        : streamOf.get(ref) === place.stream;
    if (!isThere) return false;
  }
  return found.size === said.size;
}

/** What its tables say, or its streams of cross-references (ISO 32000-1, 7.5.4 and 7.5.8). */
function referencesIn(raw: string, { lib, objects }: Pick<ReadObjects, 'lib' | 'objects'>): Map<number, Said> {
  const said = new Map<number, Said>();
  for (const { number, offset } of tableEntries(raw)) said.set(number, { offset });
  for (const [, object] of objects) {
    if (!(object instanceof lib.PDFRawStream) || typeOf(lib, object) !== 'XRef') continue;
    for (const { ref, offset, deleted, inObjectStream } of lib.PDFXRefStreamParser.forStream(
      object,
    ).parseIntoContext()) {
      if (!deleted) said.set(ref.objectNumber, inObjectStream ? { stream: offset } : { offset });
    }
  }
  return said;
}

/** The number of the stream that each object may be packed in: the next in the file that holds any. */
function packedIn(lib: ReadObjects['lib'], objects: ReadObjects['objects']): Map<PDFRef, number> {
  const streams = new Map<PDFRef, number>();
  let waiting: PDFRef[] = [];
  for (const [ref, object] of objects) {
    const isStream = object instanceof lib.PDFStream;
    if (isStream && typeOf(lib, object) === 'ObjStm') {
      for (const one of waiting) streams.set(one, ref.objectNumber);
    }
    if (isStream) waiting = [];
    else waiting.push(ref);
  }
  return streams;
}

function typeOf({ PDFName }: ReadObjects['lib'], { dict }: PDFStream): string {
  const type = dict.lookup(PDFName.of('Type'));
  return type instanceof PDFName ? type.decodeText() : '';
}
