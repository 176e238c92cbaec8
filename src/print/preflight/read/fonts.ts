import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib';
import { numbersOf } from './open.js';
import { unpacked } from './streams.js';

/** A font as far as placing and reading its text needs it. */
export interface Font {
  /** As the file calls it, with the tag of a subset. */
  name: string;
  embedded: boolean;
  /** Whether only the glyphs that are used were put in (ISO 32000-1, 9.6.4), or none need be. */
  subset: boolean;
  /** Bytes to a code. */
  bytesToCode: 1 | 2;
  /** Advance of a code in thousandths of the type size. */
  widthOf(code: number): number;
  /** What a code means; undefined where the file does not say. */
  textOf(code: number): string | undefined;
}

/** Codes that a font says something of: twice as many as there are, since it may say the same again. */
const MOST_CODES = 2 * 0x10000;

/** Reads a font dictionary (ISO 32000-1, 9.5 to 9.10). */
export function readFont(dict: PDFDict): Font {
  const subtype = nameIn(dict, 'Subtype');
  const name = nameIn(dict, 'BaseFont') || nameIn(dict, 'Name') || 'a font without a name';
  const texts = toUnicode(dict);
  if (subtype === 'Type0') {
    const list = dict.lookup(PDFName.of('DescendantFonts'));
    const descendant = list instanceof PDFArray ? list.lookup(0) : undefined;
    const inner = descendant instanceof PDFDict ? descendant : undefined;
    const widths = inner ? cidWidths(inner) : new Map<number, number>();
    const usual = inner?.lookup(PDFName.of('DW'));
    const missing = usual instanceof PDFNumber ? usual.asNumber() : 1000;
    return {
      name,
      ...embedding(inner, name),
      bytesToCode: 2,
      widthOf: (code) => widths.get(code) ?? missing,
      textOf: (code) => texts?.get(code),
    };
  }
  const isType3 = subtype === 'Type3';
  const first = dict.lookup(PDFName.of('FirstChar'));
  const offset = first instanceof PDFNumber ? first.asNumber() : 0;
  const widths = numbersOf(dict.lookup(PDFName.of('Widths'))) ?? [];
  const matrix = isType3 ? (numbersOf(dict.lookup(PDFName.of('FontMatrix'))) ?? []) : [];
  const unit = (matrix[0] ?? 0.001) * 1000;
  return {
    name,
    ...(isType3 ? { embedded: true, subset: true } : embedding(dict, name)),
    bytesToCode: 1,
    widthOf: (code) => (widths[code - offset] ?? 500) * unit,
    textOf: (code) => (texts ? texts.get(code) : code >= 32 && code < 127 ? String.fromCharCode(code) : undefined),
  };
}

function embedding(dict: PDFDict | undefined, name: string): Pick<Font, 'embedded' | 'subset'> {
  const descriptor = dict?.lookup(PDFName.of('FontDescriptor'));
  const embedded =
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.lookup(PDFName.of(key)) instanceof PDFStream);
  return { embedded, subset: /^[A-Z]{6}\+/.test(name) };
}

/** Widths of a composite font (ISO 32000-1, 9.7.4.3): `c [w1 w2 …]` and `first last w`. */
function cidWidths(dict: PDFDict): Map<number, number> {
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
    if (next instanceof PDFArray) {
      const own = numbersOf(next) ?? [];
      for (const [step, width] of own.entries()) widths.set(start + step, width);
      said += own.length;
      index += 2;
    } else {
      const last = Math.min(number(index + 1), 0xffff);
      const width = number(index + 2);
      for (let code = start; code <= last; code += 1) widths.set(code, width);
      said += Math.max(0, last - start);
      index += 3;
    }
  }
  return widths;
}

/** The mapping of codes to characters (ISO 32000-1, 9.10.3). */
function toUnicode(dict: PDFDict): Map<number, string> | undefined {
  const stream = dict.lookup(PDFName.of('ToUnicode'));
  if (!(stream instanceof PDFStream)) return undefined;
  const map = Buffer.from(unpacked(stream)).toString('latin1');
  const texts = new Map<number, string>();
  let said = 0;
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of body.matchAll(/<([^>]*)>\s*<([^>]*)>/g)) {
      texts.set(Number.parseInt(code, 16), utf16(text));
    }
  }
  for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', list, text = ''] of body.matchAll(
      /<([^>]*)>\s*<([^>]*)>\s*(?:\[([^\]]*)\]|<([^>]*)>)/g,
    )) {
      const start = Number.parseInt(from, 16);
      const length = Math.min(Number.parseInt(to, 16) - start + 1, 0x10000);
      const items = list === undefined ? undefined : [...list.matchAll(/<([^>]*)>/g)].map(([, hex = '']) => utf16(hex));
      const first = utf16(text);
      said += Math.max(0, length);
      if (said > MOST_CODES) return texts;
      for (let step = 0; step < length; step += 1)
        texts.set(start + step, items ? (items[step] ?? '') : after(first, step));
    }
  }
  return texts;
}

function utf16(hex: string): string {
  const units = hex.replace(/\s/g, '').match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

/** A text whose last character is so many places further on. */
function after(text: string, step: number): string {
  const last = text.charCodeAt(text.length - 1);
  return Number.isNaN(last) ? '' : text.slice(0, -1) + String.fromCharCode(last + step);
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}
