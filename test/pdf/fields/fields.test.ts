import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import type { FieldRect } from '../../../src/pdf/fields/fields.js';
import { tinyForm } from './tiny-form.js';

const LINES: FieldRect = [20, 300, 280, 368];
const GAP: FieldRect = [20, 200, 120, 214];
const BOX: FieldRect = [20, 100, 32, 112];

const text = (name: string, rect: FieldRect = LINES, size?: number) =>
  ({ kind: 'text', name, label: `About ${name}`, rect, ...(size === undefined ? {} : { size }) }) as const;
const check = (name: string, rect: FieldRect = BOX) => ({ kind: 'check', name, label: `Done ${name}`, rect }) as const;

/** The dictionary of each field by its full name, and the form's own. */
async function formOf(bytes: Uint8Array) {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const form = pdf.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  const fields = new Map(
    pdf
      .getForm()
      .getFields()
      .map((field) => [field.getName(), field.acroField.dict] as const),
  );
  return { pdf, form, fields };
}

const wordsOf = (dictionary: PDFDict | undefined, key: string) => {
  const value = dictionary?.lookup(PDFName.of(key));
  return value instanceof PDFString || (value && 'decodeText' in value)
    ? (value as PDFString).decodeText()
    : value?.toString();
};

describe('Fields', () => {
  it('are named in groups', async () => {
    const { form, fields } = await formOf(
      await tinyForm([text('luke-22.q3'), check('luke-22.reading-1'), text('luke-23.q1'), text('notes')]),
    );
    expect([...fields.keys()]).toEqual(['luke-22.q3', 'luke-22.reading-1', 'luke-23.q1', 'notes']);
    expect(form?.lookup(PDFName.of('Fields'), PDFArray).size()).toBe(3);
    expect(wordsOf(fields.get('luke-22.q3'), 'T')).toBe('q3');
  });

  it('that would have one name get a count', async () => {
    const { fields } = await formOf(await tinyForm([text('a.q1'), text('a.q1'), text('a.q1'), text('b.q1')]));
    expect([...fields.keys()]).toEqual(['a.q1', 'a.q1+2', 'a.q1+3', 'b.q1']);
    expect([...fields.values()].map((field) => wordsOf(field, 'TU'))).toEqual([
      'About a.q1',
      'About a.q1 (continued)',
      'About a.q1 (continued)',
      'About b.q1',
    ]);
  });

  it('are told from groups of their name', async () => {
    const { fields } = await formOf(await tinyForm([text('notes'), text('notes.q1'), text('a.q1'), text('a')]));
    expect([...fields.keys()]).toEqual(['notes', 'notes+2.q1', 'a.q1', 'a+2']);
  });

  it('of text have as many lines as there is room for, and the size they ask for, or whatever fits', async () => {
    const { fields } = await formOf(
      await tinyForm([text('a.q1'), text('a.blank-1', GAP), text('a.q2', LINES, 9.5), text('a.q3', LINES, 40)]),
    );
    const [lines, blank, sized, large] = [...fields.values()];
    expect(wordsOf(lines, 'Ff')).toBe('4096');
    expect(wordsOf(lines, 'DA')).toBe('/Fields 0 Tf 0 g');
    // A ground in place of the lines, which words of another size would not stand on.
    expect(lines?.lookup(PDFName.of('MK'), PDFDict).toString()).toMatch(/\/BG \[ 1 \]/);
    for (const field of [blank, sized, large]) expect(field?.has(PDFName.of('MK'))).toBe(false);
    expect(wordsOf(sized, 'Ff')).toBe('4096');
    expect(wordsOf(sized, 'DA')).toBe('/Fields 9.5 Tf 0 g');
    expect(wordsOf(large, 'Ff')).toBeUndefined();
    expect(wordsOf(blank, 'Ff')).toBeUndefined();
    expect(wordsOf(blank, 'DA')).toBe('/Fields 0 Tf 0 g');
    expect(lines?.lookup(PDFName.of('Rect'))?.toString()).toBe('[ 20 300 280 368 ]');
  });

  it('show nothing until they are filled in', async () => {
    const { pdf, fields } = await formOf(await tinyForm([text('a.q1'), check('a.done'), check('b.done')]));
    const contentOf = (name: string, ...keys: string[]) => {
      let dictionary = fields.get(name)?.lookup(PDFName.of('AP'), PDFDict);
      for (const key of keys.slice(0, -1)) dictionary = dictionary?.lookup(PDFName.of(key), PDFDict);
      const stream = dictionary?.get(PDFName.of(keys.at(-1) ?? ''));
      return { stream, words: pdf.context.lookup(stream) as PDFRawStream };
    };
    for (const [, dictionary] of fields) {
      for (const key of ['A', 'AA']) expect(dictionary.has(PDFName.of(key))).toBe(false);
      expect(wordsOf(dictionary, 'F')).toBe('4');
    }
    expect(decoded(contentOf('a.q1', 'N').words)).toBe('/Tx BMC\nEMC\n');
    expect(decoded(contentOf('a.done', 'N', 'Off').words)).toBe('q\nQ\n');
    expect(decoded(contentOf('a.done', 'N', 'Yes').words)).toContain(' l S');
    expect(wordsOf(fields.get('a.done'), 'AS')).toBe('Off');
    // Boxes of one size share what they show.
    expect(contentOf('a.done', 'N', 'Yes').stream).toBe(contentOf('b.done', 'N', 'Yes').stream);
  });

  it('have one embedded font in WinAnsiEncoding, and leave appearances to nobody', async () => {
    const { form } = await formOf(await tinyForm([text('a.q1'), text('a.q2')]));
    const font = form?.lookup(PDFName.of('DR'), PDFDict).lookup(PDFName.of('Font'), PDFDict);
    const own = font?.lookup(PDFName.of('Fields'), PDFDict);
    expect(wordsOf(own, 'Encoding')).toBe('WinAnsiEncoding');
    expect(wordsOf(own, 'BaseFont')).toBe('FIELDS+EBGaramond-Regular');
    expect(own?.lookup(PDFName.of('Widths'), PDFArray).size()).toBe(224);
    expect(own?.lookup(PDFName.of('FontDescriptor'), PDFDict).has(PDFName.of('FontFile2'))).toBe(true);
    expect(form?.has(PDFName.of('NeedAppearances'))).toBe(false);
    expect(wordsOf(form, 'GATH_Fields')).toBe('1');
  });

  it('leave a file without any as it is', async () => {
    expect((await formOf(await tinyForm([]))).form).toBeUndefined();
  });

  it('give the same bytes again', async () => {
    const fields = [text('a.q1'), check('a.done')];
    expect(Buffer.compare(await tinyForm(fields), await tinyForm(fields))).toBe(0);
  });
});

function decoded(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}
