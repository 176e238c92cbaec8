import { PDFArray, PDFDocument, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { ObjectStreams } from '../../src/pdf/object-streams.js';

/** A file of so many numbers in objects of their own, and what is needed to be a PDF. */
function fileOf(count: number): Uint8Array {
  const chunks: Buffer[] = [];
  const file = {
    offset: () => chunks.reduce((sum, { length }) => sum + length, 0),
    write: (data: string | Uint8Array) => void chunks.push(Buffer.from(data as string, 'latin1')),
  };
  file.write('%PDF-1.7\n');
  const streams = new ObjectStreams(file);
  streams.pack(1, '<<\n/Type /Catalog\n/Pages 2 0 R\n/Numbers 3 0 R\n>>');
  streams.pack(2, '<< /Type /Pages /Kids [] /Count 0 >>');
  streams.pack(3, `[${Array.from({ length: count }, (_, index) => `${index + 4} 0 R`).join(' ')}]`);
  for (let index = 0; index < count; index += 1) {
    if (index % 7 === 6) {
      streams.placeHere(index + 4);
      file.write(`${index + 4} 0 obj\n${index}\nendobj\n`);
    } else streams.pack(index + 4, String(index));
  }
  streams.finish(count + 4, '/Root 1 0 R');
  return Buffer.concat(chunks);
}

describe('object streams', () => {
  it.each([0, 1, 7, 250, 1000])('hold %i objects that a reader finds', async (count) => {
    const file = await PDFDocument.load(fileOf(count), { updateMetadata: false, throwOnInvalidObject: true });
    const numbers = file.catalog.lookup(PDFName.of('Numbers'), PDFArray).asArray();
    const found = numbers.map((ref) => file.context.lookup(ref as PDFRef, PDFNumber).asNumber());
    expect(found).toEqual(Array.from({ length: count }, (_, index) => index));
  });

  it('make the file smaller than its objects', () => {
    const plain = Array.from({ length: 1000 }, (_, index) => `${index + 4} 0 obj\n${index}\nendobj\n`).join('').length;
    expect(fileOf(1000).length).toBeLessThan(plain);
  });

  it('miss an object that was never written', () => {
    const file = { offset: () => 0, write: () => {} };
    const streams = new ObjectStreams(file);
    streams.pack(1, '<< >>');
    expect(() => streams.finish(3, '/Root 1 0 R')).toThrow('object 2 was never written');
  });
});
