import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLeaks } from '../../src/leaks/gate.js';
import { ReadBackError } from '../../src/leaks/model.js';
import { readBack } from '../../src/leaks/read-back.js';
import { LESSON, pdfOf, pdfWith, SECRET, withheldOf } from './make.js';

const withheld = withheldOf(LESSON);
const place = { file: 'lessons/tiny/booklet.yaml', edition: 'participant' };
const found = async (bytes: Uint8Array) => (await checkLeaks(bytes, withheld, place)).map(({ reason }) => reason);

describe('checkLeaks', () => {
  it('lets a clean PDF pass', async () => {
    expect(await found(await pdfWith())).toEqual([]);
  });

  it('tells of words that the edition must not hold', async () => {
    const [message, ...more] = await checkLeaks(await pdfOf([SECRET.slice(0, 34), SECRET.slice(34)]), withheld, place);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ ruleId: 'leak', fatal: true, file: place.file });
    expect(message?.reason).toContain('on page 2 of the participant edition’s PDF: “Nobody else will plead for the');
  });

  it('tells of each place once', async () => {
    const bytes = await pdfOf([
      SECRET,
      'Every court has a door.',
      SECRET.toUpperCase(),
      'Who stands beside you?',
      `so ${SECRET.slice(7)}`,
    ]);
    const messages = await found(bytes);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('last morning”, and 2 more there;');
  });

  it('does not change the bytes that it is given', async () => {
    const bytes = await pdfOf([SECRET]);
    const before = bytes.slice();
    await found(bytes);
    expect(bytes).toEqual(before);
  });
});

const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const back = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('a PDF that cannot be read back', () => {
  it.each<[string, (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>]>([
    ['is empty', () => new Uint8Array()],
    ['is no PDF', () => back('Dear all, here are the answers.')],
    ['lacks its last byte of the end', (bytes) => bytes.slice(0, raw(bytes).lastIndexOf('F'))],
    ['lacks its second half', (bytes) => bytes.slice(0, bytes.length / 2)],
    ['lacks its first bytes', (bytes) => bytes.slice(20)],
    ['has lost bytes in its middle', (bytes) => back(raw(bytes).replace(/(?<=stream\n[\s\S]{20})[\s\S]{40}/, ''))],
    ['has a damaged stream', (bytes) => back(raw(bytes).replace(/(?<=stream\r?\n)[\s\S]{12}/, 'xxxxxxxxxxxx'))],
    ['points to a table that is not there', (bytes) => back(raw(bytes).replace(/startxref\s+\d+/, 'startxref\n3'))],
    [
      'has an object that is no object',
      (bytes) =>
        back(
          raw(bytes)
            .replace(/endobj/, 'endobj\n99 0 obj\n<< /A ] >>\nendobj')
            .replace(/(startxref\s+)(\d+)/, (_, word, at) => `${word}${Number(at) + 33}`),
        ),
    ],
    [
      'is packed in an unknown way',
      async () =>
        pdfWith(({ doc }) => {
          const dict = doc.context.obj({ Filter: 'Secret' });
          doc.context.register(PDFRawStream.of(dict, back('abc')));
        }),
    ],
    [
      'is encrypted',
      async () => {
        const doc = await PDFDocument.load(await pdfOf([SECRET]));
        doc.encrypt({ ownerPassword: 'owner', userPassword: '' } as never);
        return doc.save({ useObjectStreams: false });
      },
    ],
    [
      'has PDFs in PDFs without end',
      async () => {
        let bytes = await pdfOf([SECRET]);
        for (let depth = 0; depth < 5; depth += 1) {
          const inner = bytes;
          bytes = await pdfWith(({ doc }) => doc.attach(inner, 'inner.pdf'));
        }
        return bytes;
      },
    ],
    ['has no catalogue', (bytes) => back(raw(bytes).replace(/\/Root \d/, '/Root 3'))],
    ['has lost an object', (bytes) => back(raw(bytes).replace(/(?<=\n\d 0 )obj(?=\s*<<\s*\/Type \/Font)/, 'xyz'))],
    ['has lost a font', (bytes) => back(raw(bytes).replace('/Resources', '/Resourcxx'))],
    ['has a font without a name', (bytes) => back(raw(bytes).replace('/BaseFont', '/BaseFnot'))],
    ['has lost the content of a page', (bytes) => back(raw(bytes).replace(/stream(?=\r?\n)/, 'strxxm'))],
    [
      'has a wrong table',
      (bytes) => back(raw(bytes).replace(/\d(?= 00000 n \s*trailer)/, (digit) => String((Number(digit) + 1) % 10))),
    ],
    ['has no pages', async (bytes) => back(raw(bytes).replaceAll('/Kids', '/Kixx'))],
  ])('is told of when it %s', async (_, damage) => {
    const bytes = await damage(await pdfWith());
    await expect(readBack(bytes)).rejects.toThrow(ReadBackError);
    const [message, ...more] = await checkLeaks(bytes, withheld, place);
    expect(more).toEqual([]);
    expect(message).toMatchObject({ ruleId: 'leak', fatal: true });
    expect(message?.actual).toMatch(/^a PDF of the participant edition that cannot be read back: \S/);
  });

  it('is never taken for a clean one, wherever it is cut', async () => {
    const bytes = await pdfOf([SECRET]);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 7), async (length) => {
        expect(await found(bytes.slice(0, length))).not.toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('is never taken for a clean one, whichever byte is changed', async () => {
    const bytes = await pdfOf([SECRET]);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.constantFrom(1, 4, 32), async (at, bit) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ bit;
        // Where the change does no harm the words are still found.
        expect(await found(changed)).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
