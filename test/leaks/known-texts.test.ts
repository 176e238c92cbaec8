import { PDFDict, PDFDocument, PDFName, PDFRawStream, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it, vi } from 'vitest';
import { checkLeaks } from '../../src/leaks/gate.js';
import * as pages from '../../src/leaks/page-text.js';
import { readBack } from '../../src/leaks/read-back.js';
import type { KnownTexts } from '../../src/leaks/shown-texts.js';
import { Recent } from '../../src/memory/recent.js';
import { LESSON, pdfOf, pdfWith, SECRET, withheldOf } from './make.js';

const memory = (): KnownTexts => new Recent(100);

/** How many pages are read while something is done. */
async function pagesRead(act: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pages, 'pageText');
  try {
    await act();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

/** Two pages that show a form by the same words, `/Shown Do`. */
async function pdfWithForm(text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { context } = document;
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const line of ['Every court has a door.', text]) {
    const form = context.stream(Buffer.from(`BT /F 10 Tf 20 500 Td (${line}) Tj ET`), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 400, 600],
      Resources: { Font: { F: font.ref } },
    });
    const page = document.addPage([400, 600]);
    page.node.set(PDFName.of('Contents'), context.register(context.stream(Buffer.from('/Shown Do'))));
    page.node.set(PDFName.of('Resources'), context.obj({ XObject: { Shown: context.register(form) } }));
  }
  return document.save({ useObjectStreams: false });
}

describe('pages that were read before', () => {
  it('are not read again, and say the same', async () => {
    const known = memory();
    const bytes = await pdfOf(['Ask, and it will be given you.']);
    const fresh = await readBack(bytes);
    expect(await pagesRead(() => readBack(bytes, known))).toBe(2);
    expect(await pagesRead(async () => expect(await readBack(bytes, known)).toEqual(fresh))).toBe(0);
  });

  it('are read again where anything of them is another', async () => {
    const known = memory();
    await readBack(await pdfOf(['Ask, and it will be given you.']), known);
    const other = await pdfOf(['Seek, and you will find.']);
    const fresh = await readBack(other);
    expect(await pagesRead(async () => expect(await readBack(other, known)).toEqual(fresh))).toBe(1);
  });

  it('do not hide a leak in what they use', async () => {
    const known = { texts: memory(), words: new Map() };
    const withheld = withheldOf(LESSON);
    const place = { file: 'lessons/tiny/booklet.yaml', edition: 'participant' };
    expect(await checkLeaks(await pdfWithForm('Who stands beside you?'), withheld, place, known)).toEqual([]);
    const leaky = await pdfWithForm(SECRET);
    const found = await checkLeaks(leaky, withheld, place, known);
    expect(found).toHaveLength(1);
    expect(found).toEqual(await checkLeaks(leaky, withheld, place));
  });

  it('leak what is withheld only later', async () => {
    const known = { texts: memory(), words: new Map() };
    const bytes = await pdfOf([SECRET]);
    const place = { file: 'lessons/tiny/booklet.yaml', edition: 'participant' };
    expect(await checkLeaks(bytes, withheldOf('Nothing is kept from anyone here.\n'), place, known)).toEqual([]);
    expect(await checkLeaks(bytes, withheldOf(LESSON), place, known)).toHaveLength(1);
  });

  it('are read each time where a page inherits what it is shown with', async () => {
    const document = await PDFDocument.load(await pdfOf(['Ask, and it will be given you.']));
    const fonts = document.context.obj({});
    for (const { node } of document.getPages()) {
      for (const [name, font] of node.Resources()?.lookup(PDFName.of('Font'), PDFDict).entries() ?? []) {
        fonts.set(name, font);
      }
      node.delete(PDFName.of('Resources'));
    }
    document.catalog.Pages().set(PDFName.of('Resources'), document.context.obj({ Font: fonts }));
    const bytes = await document.save({ useObjectStreams: false });
    const known = memory();
    await readBack(bytes, known);
    expect(await pagesRead(() => readBack(bytes, known))).toBe(2);
  });

  it('are read each time where the file’s table of objects and its objects disagree', async () => {
    const known = memory();
    const bytes = await pdfOf(['Ask, and it will be given you.']);
    await readBack(bytes, known);
    expect(await pagesRead(() => readBack(bytes, known))).toBe(0);
    // One more object, of which the table knows nothing: who trusts the table never sees it.
    const raw = Buffer.from(bytes).toString('latin1');
    const grown = raw.replace('\nxref', '\n999 0 obj\n<< /Made true >>\nendobj\nxref');
    const start = grown.lastIndexOf('\nxref') + 1;
    const other = Buffer.from(grown.replace(/startxref\s+\d+/, `startxref\n${start}`), 'latin1');
    expect(await pagesRead(() => readBack(new Uint8Array(other), known))).toBe(2);
  });

  it('are not read again in files whose objects are packed', async () => {
    const known = memory();
    const bytes = await pdfWith(({ page, font }) => page.drawText('Ask.', { x: 20, y: 500, size: 10, font }), true);
    await readBack(bytes, known);
    expect(await pagesRead(() => readBack(bytes, known))).toBe(0);
  });

  it('are read also where a stream is damaged that was whole', async () => {
    const known = memory();
    const bytes = await pdfOf(['Ask, and it will be given you.']);
    await readBack(bytes, known);
    const document = await PDFDocument.load(bytes);
    for (const [ref, object] of document.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFRawStream) || !object.dict.get(PDFName.of('Filter'))) continue;
      document.context.assign(ref, PDFRawStream.of(object.dict, object.contents.slice(0, 9)));
    }
    const damaged = await document.save({ useObjectStreams: false });
    await expect(readBack(damaged, known)).rejects.toThrow();
  });
});
