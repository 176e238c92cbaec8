import type { FieldFont } from './field-font.js';
import type { FieldReference, MakeRef } from './reference.js';
import { FIRST_CODE, LAST_CODE } from './win-ansi.js';

/** Not symbolic: its characters are those of the standard Latin set (ISO 32000-1, table 123). */
const NONSYMBOLIC = 32;

/** Thickness of stems, which no font file tells: that of a text face of regular weight. */
const STEM = 80;

/**
 * Writes a font as a simple TrueType font in WinAnsiEncoding (ISO 32000-1, 9.6.3): the kind that every viewer can set
 * a field's text in anew.
 */
export function writeFont(font: FieldFont, makeRef: MakeRef): FieldReference {
  const file = makeRef({ Length1: font.bytes.length });
  file.write(font.bytes);
  file.end();
  const descriptor = makeRef({
    Type: 'FontDescriptor',
    FontName: font.name,
    Flags: NONSYMBOLIC,
    FontBBox: [...font.box],
    ItalicAngle: font.italicAngle,
    Ascent: font.ascent,
    Descent: font.descent,
    CapHeight: font.capHeight,
    StemV: STEM,
    FontFile2: file,
  });
  descriptor.end();
  const dictionary = makeRef({
    Type: 'Font',
    Subtype: 'TrueType',
    BaseFont: font.name,
    FirstChar: FIRST_CODE,
    LastChar: LAST_CODE,
    Widths: [...font.widths],
    Encoding: 'WinAnsiEncoding',
    FontDescriptor: descriptor,
  });
  dictionary.end();
  return dictionary;
}
