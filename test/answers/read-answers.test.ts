import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read-answers.js';
import { FORM_MARK } from '../../src/pdf/fields/fields.js';
import { tinyForm } from '../pdf/fields/tiny-form.js';
import { check, fill, filledForm, text } from './fill.js';

const FIELDS = [text('notes', 'Notes'), text('luke-22.q3', 'Question 3: Who asks?'), check('luke-22.reading-1')];

/** The file as another program saves it: all of it anew, and changed by hand. */
async function resaved(
  bytes: Uint8Array,
  change: (form: PDFDict, field: (name: string) => PDFDict, pdf: PDFDocument) => void,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const form = pdf.catalog.lookup(PDFName.of('AcroForm'), PDFDict);
  change(form, (name) => pdf.getForm().getField(name).acroField.dict, pdf);
  return pdf.save({ updateFieldAppearances: false });
}

const valuesOf = ({ answers }: Awaited<ReturnType<typeof readAnswers>>) =>
  Object.fromEntries(answers.map(({ id, value }) => [id, value]));

describe('readAnswers', () => {
  it('tells what was filled in with pdf.js, and what was left empty', async () => {
    const value = 'He lets us fail – but “prays” for us.\nSí, señor: 5 €.';
    const { title, answers, problems } = await readAnswers(
      await filledForm(FIELDS, { 'luke-22.q3': value, 'luke-22.reading-1': true }),
    );
    expect(problems).toEqual([]);
    expect(title).toBe('The Sifted');
    expect(answers).toEqual([
      { id: 'luke-22.q3', lesson: 'luke-22', kind: 'text', label: 'Question 3: Who asks?', value },
      { id: 'luke-22.reading-1', lesson: 'luke-22', kind: 'check', label: 'Done luke-22.reading-1', value: true },
      { id: 'notes', lesson: '', kind: 'text', label: 'Notes', value: '' },
    ]);
  });

  it('takes the last of what was saved several times', async () => {
    const first = await filledForm(FIELDS, { 'luke-22.q3': 'First', 'luke-22.reading-1': true });
    const next = await fill(first, { 'luke-22.q3': 'Then', 'luke-22.reading-1': false });
    expect(valuesOf(await readAnswers(next))).toEqual({ 'luke-22.q3': 'Then', 'luke-22.reading-1': false, notes: '' });
  });

  it('keeps characters that the font of fields does not have', async () => {
    const value = 'Λόγος, слово, 言葉 🙏';
    expect(valuesOf(await readAnswers(await filledForm(FIELDS, { 'luke-22.q3': value })))['luke-22.q3']).toBe(value);
  });

  it('knows a lesson that is called as the pages for notes are', async () => {
    const bytes = await filledForm([text('notes'), text('notes.q1')], { 'notes+2.q1': 'Yes' });
    const [answer] = (await readAnswers(bytes)).answers;
    expect(answer).toMatchObject({ id: 'notes.q1', lesson: 'notes', value: 'Yes' });
  });

  it('joins what was written on lines that go on', async () => {
    const fields = [text('a.q1'), text('a.q1'), text('a.q2')];
    const { answers } = await readAnswers(
      await filledForm(fields, { 'a.q1': 'One', 'a.q1+2': 'and two', 'a.q2': '3' }),
    );
    expect(answers.map(({ id, label, value }) => [id, label, value])).toEqual([
      ['a.q1', 'About a.q1', 'One\nand two'],
      ['a.q2', 'About a.q2', '3'],
    ]);
  });

  it('finds values where other programs put them', async () => {
    const bytes = await resaved(await tinyForm([...FIELDS, text('a.q1'), text('b.q1')]), (_, field, pdf) => {
      const { context } = pdf;
      // A widget of its own, with the value in it.
      const kid = context.register(context.obj({ Subtype: 'Widget', V: PDFString.of('in a kid') }));
      field('luke-22.q3').set(PDFName.of('Kids'), context.obj([kid]));
      // A long text as a stream, in UTF-16.
      const utf16 = Buffer.from(PDFHexString.fromText('as a stream: ž').asString(), 'hex');
      field('notes').set(PDFName.of('V'), context.register(context.stream(utf16)));
      // Only what is shown.
      const painted =
        '/Tx BMC q BT /Fields 11 Tf 1 0 0 1 0 9 Tm 2 -9 Td (only \\(shown\\)) Tj 0 -9 Td (5 \\200) Tj ET Q EMC';
      const shown = context.register(context.stream(painted));
      field('a.q1').set(PDFName.of('AP'), context.obj({ N: shown }));
    });
    const read = await readAnswers(bytes);
    expect(valuesOf(read)).toMatchObject({
      'luke-22.q3': 'in a kid',
      notes: 'as a stream: ž',
      'a.q1': 'only (shown)\n5 €',
      'b.q1': '',
    });
    expect(read.problems.map(({ rule, found }) => [rule, found])).toEqual([
      ['answers-shown-only', 'answers that only what is shown tells of: a.q1'],
    ]);
  });

  it('knows its files also where the mark is gone', async () => {
    expect(FORM_MARK.key).toBe('GATH_Fields');
    const filled = await filledForm(FIELDS, { 'luke-22.q3': 'Yes' });
    const unmarked = await resaved(filled, (form) => form.delete(PDFName.of(FORM_MARK.key)));
    expect(valuesOf(await readAnswers(unmarked))['luke-22.q3']).toBe('Yes');
    const renamed = await resaved(filled, (form, _, pdf) => {
      form.delete(PDFName.of(FORM_MARK.key));
      pdf.setCreator('Another Viewer');
    });
    expect(valuesOf(await readAnswers(renamed))['luke-22.q3']).toBe('Yes');
  });
});

describe('a file that is not one', () => {
  const problemOf = async (bytes: Uint8Array) => {
    const { answers, problems } = await readAnswers(bytes);
    expect(answers).toEqual([]);
    expect(problems).toHaveLength(1);
    return `${problems[0]?.rule}: ${problems[0]?.found}`;
  };

  it('is told', async () => {
    expect(await problemOf(new Uint8Array())).toBe('answers-unreadable: it is empty');
    expect(await problemOf(Buffer.from('# Notes'))).toBe('answers-unreadable: it is no PDF');
  });

  it('is one in which nothing can be filled in', async () => {
    expect(await problemOf(await tinyForm([]))).toBe('answers-no-form: a PDF in which nothing can be filled in');
  });

  it('is a form of another program', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    pdf.getForm().createTextField('Tax.Number').addToPage(page);
    expect(await problemOf(await pdf.save())).toBe(
      'answers-no-form: a form of another program, with fields such as “Tax.Number”',
    );
  });

  it('is locked', async () => {
    const pdf = await PDFDocument.load(await tinyForm(FIELDS));
    pdf.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    expect(await problemOf(await pdf.save())).toBe('answers-unreadable: it is locked with a password');
  });

  it('is cut off: what is left is told', async () => {
    const filled = await filledForm(FIELDS, { 'luke-22.q3': 'Not lost', 'luke-22.reading-1': true });
    const cut = filled.slice(0, filled.length - 200);
    const { problems, ...read } = await readAnswers(cut);
    expect(valuesOf({ problems, ...read })['luke-22.q3']).toBe('Not lost');
    expect(problems[0]?.rule).toBe('answers-damaged');
    expect(problems[0]?.found).toContain('its end is missing; 2 answers could be read');
    expect(await problemOf(filled.slice(0, 300))).toContain('answers-unreadable: it is damaged');
  });

  it('never brings the program down', async () => {
    const filled = await filledForm(FIELDS, { 'luke-22.q3': 'Not lost' });
    for (let at = 40; at < filled.length; at += 997) {
      await readAnswers(filled.slice(0, at));
      const broken = filled.slice();
      broken.fill(0x28, at, at + 60);
      await readAnswers(broken);
    }
  });
});
