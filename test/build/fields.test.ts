import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld } from '../support/tiny.js';

const BODY = `God is :blank[good] to all.

::::question{#q1 lines=3}
Who asks, and :blank[whom]?

:::answer
Jesus.
:::
::::

::lines{count=60}

:::readings
- Luke 22:31–34
- John 17:9
:::

- [ ] Pray for one another
- [x] Read together

| Who | What |
|---|---|
| Peter | :blank[faith] |
`;

let written: Map<string, Uint8Array>;

beforeAll(async () => {
  const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf(BODY))), { targets: ['screen', 'copyshop'] });
  expect(made.messages.map(({ reason }) => reason)).toEqual([]);
  written = made.written;
});

const open = (file: string) =>
  PDFDocument.load(written.get(`/out/tiny/${file}`) ?? new Uint8Array(), { updateMetadata: false });
const namesOf = (pdf: PDFDocument) =>
  pdf
    .getForm()
    .getFields()
    .map((field) => field.getName());

describe('the file of the screen', () => {
  it('has a field for each place to write or tick, in the order of the pages', async () => {
    const names = namesOf(await open('participant.pdf'));
    expect(names.filter((name) => name.startsWith('one.'))).toEqual([
      'one.blank-1',
      'one.q1-blank-1',
      'one.q1',
      'one.lines-1',
      'one.lines-1+2',
      'one.lines-1+3',
      'one.lines-1+4',
      'one.reading-1',
      'one.reading-2',
      'one.task-1',
      'one.blank-2',
    ]);
    expect(names.slice(-2)).toEqual(['notes+4', 'notes+5']);
  });

  it('has only boxes, and room for notes, where the answers are printed', async () => {
    const kinds = namesOf(await open('leader.pdf')).map((name) => name.replace(/[+-]\d+$/, ''));
    expect([...new Set(kinds)]).toEqual(['notes', 'one.reading', 'one.task']);
  });

  it('says of each field what it is, by an element that holds nothing else', async () => {
    const pdf = await open('participant.pdf');
    const tree = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const parents = tree.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
    const elementOf = (widget: PDFDict) => {
      const key = widget.lookup(PDFName.of('StructParent'), PDFNumber).asNumber();
      const at = parents.asArray().findIndex((entry) => entry instanceof PDFNumber && entry.asNumber() === key);
      return parents.lookup(at + 1, PDFDict);
    };
    for (const field of pdf.getForm().getFields()) {
      const element = elementOf(field.acroField.dict);
      expect(element.get(PDFName.of('S'))).toBe(PDFName.of('Form'));
      expect(element.lookup(PDFName.of('K'), PDFDict).lookup(PDFName.of('Obj'))).toBe(field.acroField.dict);
    }
    const widgets = pdf.getPages().flatMap((page) => page.node.Annots()?.asArray() ?? []);
    expect(widgets.length).toBeGreaterThanOrEqual(10);
    for (const page of pdf.getPages()) expect(page.node.get(PDFName.of('Tabs'))).toBe(PDFName.of('S'));
  });

  it('has text where the lines are, and blanks in the size of their words', async () => {
    const form = (await open('participant.pdf')).getForm();
    const sizeOf = (name: string) => form.getField(name).acroField.getWidgets()[0]?.getRectangle();
    expect(sizeOf('one.q1')?.height).toBeCloseTo((3 * 8 * 72) / 25.4, 1);
    expect(sizeOf('one.blank-1')?.height).toBeLessThan(18);
    expect(sizeOf('one.task-1')?.width).toBeLessThan(14);
    // A cell that is only a blank can be written in up to its edges.
    expect(sizeOf('one.blank-2')?.width).toBeGreaterThan(100);
  });
});

describe('files for print', () => {
  it('have none', async () => {
    const pages = await open('print-pack/participant-copyshop-pages.pdf');
    expect(pages.catalog.has(PDFName.of('AcroForm'))).toBe(false);
  });
});
