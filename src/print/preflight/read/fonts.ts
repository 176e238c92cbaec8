import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib';
import type { Effort } from './effort.js';
import { numbersOf } from './open.js';
import { codesToText } from './to-unicode.js';

/** What is told of a font. */
export interface FontFacts {
  /** As the file calls it, with the tag of a subset. */
  name: string;
  embedded: boolean;
  /** Whether only the glyphs that are used were put in (ISO 32000-1, 9.6.4), or none need be. */
  subset: boolean;
}

/** A font as far as placing and reading its text needs it. */
export interface Font {
  facts: FontFacts;
  /** Bytes to a code. */
  bytesToCode: 1 | 2;
  /** Advance of a code in thousandths of the type size. */
  widthOf(code: number): number;
  /** What a code means; undefined where the file does not say. */
  textOf(code: number): string | undefined;
}

/** Codes that a font says something of: twice as many as there are, since it may say the same again. */
const MOST_CODES = 2 * 0x10000;

/** Steps that it counts for when a font says something of a code: all of that is remembered. */
const CODE = 2;

/**
 * Reads a font dictionary (ISO 32000-1, 9.5 to 9.10).
 *
 * @param bytesOf - Unpacks a stream.
 * @param step - Is told how much there is.
 */
export function readFont(dict: PDFDict, bytesOf: (stream: PDFStream) => Uint8Array, step: Effort): Font {
  const subtype = nameIn(dict, 'Subtype');
  const name = nameIn(dict, 'BaseFont') || nameIn(dict, 'Name') || 'a font without a name';
  const map = dict.lookup(PDFName.of('ToUnicode'));
  const texts = map instanceof PDFStream ? codesToText(bytesOf(map), step) : undefined;
  if (subtype === 'Type0') {
    const list = dict.lookup(PDFName.of('DescendantFonts'));
    const descendant = list instanceof PDFArray ? list.lookup(0) : undefined;
    const inner = descendant instanceof PDFDict ? descendant : undefined;
    const widths = inner ? cidWidths(inner, step) : new Map<number, number>();
    const usual = inner?.lookup(PDFName.of('DW'));
    const missing = usual instanceof PDFNumber ? usual.asNumber() : 1000;
    return {
      facts: { name, ...embedding(inner, name) },
      bytesToCode: 2,
      widthOf: (code) => widths.get(code) ?? missing,
      textOf: (code) => texts?.get(code),
    };
  }
  const isType3 = subtype === 'Type3';
  const first = dict.lookup(PDFName.of('FirstChar'));
  const offset = first instanceof PDFNumber ? first.asNumber() : 0;
  const widths = numbersOf(dict.lookup(PDFName.of('Widths')), 256) ?? [];
  const matrix = isType3 ? (numbersOf(dict.lookup(PDFName.of('FontMatrix'))) ?? []) : [];
  const unit = (matrix[0] ?? 0.001) * 1000;
  return {
    facts: { name, ...(isType3 ? { embedded: true, subset: true } : embedding(dict, name)) },
    bytesToCode: 1,
    widthOf: (code) => (widths[code - offset] ?? 500) * unit,
    textOf: (code) => (texts ? texts.get(code) : code >= 32 && code < 127 ? String.fromCharCode(code) : undefined),
  };
}

function embedding(dict: PDFDict | undefined, name: string): Omit<FontFacts, 'name'> {
  const descriptor = dict?.lookup(PDFName.of('FontDescriptor'));
  const embedded =
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.lookup(PDFName.of(key)) instanceof PDFStream);
  return { embedded, subset: /^[A-Z]{6}\+/.test(name) };
}

/** Widths of a composite font (ISO 32000-1, 9.7.4.3): `c [w1 w2 …]` and `first last w`. */
function cidWidths(dict: PDFDict, step: Effort): Map<number, number> {
  const widths = new Map<number, number>();
  const list = dict.lookup(PDFName.of('W'));
  if (!(list instanceof PDFArray)) return widths;
  const number = (index: number) => {
    const value = list.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  let said = 0;
  for (let index = 0; index + 1 < list.size() && said < MOST_CODES; ) {
    const start = number(index);
    const next = list.lookup(index + 1);
    step();
    if (next instanceof PDFArray) {
      const own = numbersOf(next, MOST_CODES) ?? [];
      step(own.length * CODE);
      for (const [place, width] of own.entries()) widths.set(start + place, width);
      said += own.length;
      index += 2;
    } else {
      const last = Math.min(number(index + 1), 0xffff);
      const width = number(index + 2);
      step(Math.max(0, last - start) * CODE);
      for (let code = start; code <= last; code += 1) widths.set(code, width);
      said += Math.max(0, last - start);
      index += 3;
    }
  }
  return widths;
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}
