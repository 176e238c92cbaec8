import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Field } from '../../../src/document/tag.js';
import { BookletPdf } from '../../../src/pdf/booklet-pdf.js';
import { fieldFont } from '../../../src/pdf/fields/field-font.js';
import { type FieldRect, Fields } from '../../../src/pdf/fields/fields.js';
import type { MakeRef } from '../../../src/pdf/fields/reference.js';

const { resolve } = createRequire(import.meta.url);

/** Bytes of a font that the themes of this package use. */
export function packagedFont(path: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(`@expo-google-fonts/${path}`)));
}

export const GARAMOND = packagedFont('eb-garamond/400Regular/EBGaramond_400Regular.ttf');

/** A booklet's file of one empty page that has these fields. */
export async function tinyForm(fields: readonly (Field & { rect: FieldRect })[]): Promise<Uint8Array> {
  const pdf = new FormPdf(
    new Fields((entries) => pdf.ref(entries) as unknown as ReturnType<MakeRef>, {
      font: await fieldFont([GARAMOND]),
      continued: (label) => `${label} (continued)`,
    }),
  );
  pdf.addPage({ size: [300, 400], margin: 0 });
  pdf.addContent('q Q');
  for (const { rect, ...field } of fields) pdf.addField(field, rect);
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((end) => pdf.on('end', end));
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A document with fields and no structure. */
class FormPdf extends BookletPdf {
  constructor(private readonly fields: Fields) {
    const date = new Date('2026-11-22T01:02:03Z');
    super({ title: 'The Sifted', authors: [], language: 'en', date, creator: 'Gathering', subject: '' }, [], []);
  }

  addField(field: Field, rect: FieldRect): void {
    const { page } = this as unknown as { page: { dictionary: unknown; annotations: unknown[] } };
    const widget = this.fields.add(field, rect, page.dictionary);
    page.annotations.push(widget);
    widget.end();
  }

  override endMarkings(): void {
    this.fields.finish((this as unknown as { _root: { data: Record<string, unknown> } })._root.data);
  }

  override endAcroForm(): this {
    return this;
  }
}
