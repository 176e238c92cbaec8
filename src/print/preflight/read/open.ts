import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject } from '@cantoo/pdf-lib';
import type { PdfDigests } from '../../../memory/pdf-digests.js';
import { type ReadPdfObjects, readPdfObjects } from '../../../memory/pdf-objects.js';
import { type Box, IDENTITY, type Matrix, multiply, transformed } from './geometry.js';
import { checkPackedObjects } from './packed-objects.js';
import { UnreadablePdf } from './unreadable.js';

/** The boxes that a page states (ISO 32000-1, 14.11.2), each with its corners in order, in points as it is looked at. */
export interface StatedBoxes {
  media?: Box;
  crop?: Box;
  bleed?: Box;
  trim?: Box;
  art?: Box;
}

/** A page with what it inherits. */
export interface OpenPage {
  dict: PDFDict;
  resources: PDFDict | undefined;
  boxes: StatedBoxes;
  /** From the page's own units to points of the page as it is looked at: turned by `Rotate`, enlarged by `UserUnit`. */
  view: Matrix;
}

/** So many pages are read; a file that claims more is nothing to print and fold. */
const MOST_PAGES = 5000;

/** How deep parts of the list of pages may stand in one another. */
const DEEPEST = 1000;

/**
 * Opens a PDF and lists its pages in order.
 *
 * @param objectsIn - Gives the objects of the file as it was given.
 * @throws {UnreadablePdf} where it is none, is encrypted, is cut off or goes round in circles.
 */
export async function openPdf(
  given: Uint8Array,
  objectsIn: ReadPdfObjects,
): Promise<{ pages: OpenPage[]; digests: PdfDigests }> {
  const bytes = trimmed(given);
  checkEnds(bytes);
  checkPackedObjects(bytes);
  const reading = bytes.length === given.length ? objectsIn() : readPdfObjects(bytes);
  const { context, digests } = await reading.catch((error: unknown) => {
    throw new UnreadablePdf('it is damaged: its objects cannot be read', { cause: error });
  });
  if (context.trailerInfo.Encrypt) throw new UnreadablePdf('it is encrypted', { kind: 'locked' });
  const catalogue = context.lookup(context.trailerInfo.Root);
  if (!(catalogue instanceof PDFDict)) throw new UnreadablePdf('it is damaged: its catalogue is missing');
  const pages = pagesOf(catalogue);
  if (pages.length === 0) throw new UnreadablePdf('it has no pages');
  return { pages, digests };
}

/** Within so many bytes of a file's beginning or end viewers look for its first and its last line (ISO 32000-1, annex H). */
const NEAR = 1024;

const text = (part: Uint8Array) => Buffer.from(part).toString('latin1');

/** A file without what a transfer put before it or after it: a mail's head, zeros up to a full block. */
function trimmed(bytes: Uint8Array): Uint8Array {
  const start = Math.max(0, text(bytes.subarray(0, NEAR)).indexOf('%PDF-'));
  let end = bytes.length;
  while (end > start && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(start, end);
}

/** Viewers repair a file that was cut off, and what they repair need not be all of it (ISO 32000-1, 7.5). */
function checkEnds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadablePdf('it is empty');
  if (!text(bytes.subarray(0, 5)).startsWith('%PDF-')) throw new UnreadablePdf('it is no PDF');
  const end = /startxref\s+(\d{1,12})\s+%%EOF/.exec(text(bytes.subarray(-NEAR)));
  if (!end) throw new UnreadablePdf('it is cut off: its end is missing');
  const at = Number(end[1]);
  if (!/^\s*(?:xref|\d+\s+\d+\s+obj)/.test(text(bytes.subarray(at, at + 40)))) {
    throw new UnreadablePdf('it is damaged: its table of objects is not where it should be');
  }
}

function pagesOf(catalog: PDFDict): OpenPage[] {
  const pages: OpenPage[] = [];
  const seen = new Set<PDFDict>();
  const waiting: { node: PDFObject | undefined; above: PDFDict[] }[] = [
    { node: catalog.lookup(PDFName.of('Pages')), above: [] },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, above } = next;
    if (!(node instanceof PDFDict)) throw new UnreadablePdf('it is damaged: a page of it is missing');
    const line = [node, ...above];
    if (line.length > DEEPEST)
      throw new UnreadablePdf('its list of pages is in parts without end', { kind: 'endless' });
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) {
      if (seen.has(node)) throw new UnreadablePdf('it is damaged: its list of pages goes round in a circle');
      seen.add(node);
      for (let index = kids.size() - 1; index >= 0; index -= 1) waiting.push({ node: kids.lookup(index), above: line });
    } else pages.push(openPage(node, line));
    if (pages.length > MOST_PAGES) throw new UnreadablePdf(`it has more than ${MOST_PAGES} pages`, { kind: 'endless' });
  }
  return pages;
}

function openPage(dict: PDFDict, line: readonly PDFDict[]): OpenPage {
  const inherited = (key: string) =>
    line.map((one) => one.lookup(PDFName.of(key))).find((value) => value !== undefined);
  const resources = inherited('Resources');
  const view = viewOf(inherited('Rotate'), dict.lookup(PDFName.of('UserUnit')));
  const box = (key: string, value: PDFObject | undefined) => {
    const edges = boxOf(value);
    return edges ? { [key]: transformed(view, edges) } : {};
  };
  return {
    dict,
    resources: resources instanceof PDFDict ? resources : undefined,
    boxes: {
      ...box('media', inherited('MediaBox')),
      ...box('crop', inherited('CropBox')),
      ...box('bleed', dict.lookup(PDFName.of('BleedBox'))),
      ...box('trim', dict.lookup(PDFName.of('TrimBox'))),
      ...box('art', dict.lookup(PDFName.of('ArtBox'))),
    },
    view,
  };
}

/** Quarter turns clockwise. */
const TURNS: readonly Matrix[] = [IDENTITY, [0, -1, 1, 0, 0, 0], [-1, 0, 0, -1, 0, 0], [0, 1, -1, 0, 0, 0]];

/** What a viewer does to a page before it shows it (ISO 32000-1, table 30): any other turn than a quarter's is none. */
function viewOf(rotate: PDFObject | undefined, userUnit: PDFObject | undefined): Matrix {
  const quarters = rotate instanceof PDFNumber ? rotate.asNumber() / 90 : 0;
  const unit = userUnit instanceof PDFNumber && userUnit.asNumber() > 0 ? userUnit.asNumber() : 1;
  const turn = Number.isInteger(quarters) ? (TURNS[((quarters % 4) + 4) % 4] as Matrix) : IDENTITY;
  return multiply(turn, [unit, 0, 0, unit, 0, 0]);
}

/** A rectangle (ISO 32000-1, 7.9.5): any two opposite corners. */
function boxOf(value: PDFObject | undefined): Box | undefined {
  const numbers = numbersOf(value);
  if (numbers?.length !== 4) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
}

/**
 * The numbers of an array; undefined where it is none or holds anything else.
 *
 * @param most - So many it may have: as many as a transformation, unless more are asked for.
 */
export function numbersOf(value: PDFObject | undefined, most = 6): number[] | undefined {
  if (!(value instanceof PDFArray) || value.size() > most) return undefined;
  const numbers = Array.from({ length: value.size() }, (_, index) => value.lookup(index));
  return numbers.every((number) => number instanceof PDFNumber)
    ? numbers.map((number) => number.asNumber())
    : undefined;
}
