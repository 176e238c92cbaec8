import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Field } from '../../src/document/tag.js';
import type { FieldRect } from '../../src/pdf/fields/fields.js';
import { tinyForm } from '../pdf/fields/tiny-form.js';

type Placed = Field & { rect: FieldRect };

const LINES: FieldRect = [20, 300, 280, 368];

export const text = (name: string, label = `About ${name}`): Placed => ({ kind: 'text', name, label, rect: LINES });
export const check = (name: string, label = `Done ${name}`): Placed => ({
  kind: 'check',
  name,
  label,
  rect: [20, 100, 32, 112],
});

/** Fills fields in by their names and saves, as a reader does with a viewer that is built on pdf.js. */
export async function fill(bytes: Uint8Array, values: Readonly<Record<string, string | boolean>>): Promise<Uint8Array> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const page = await pdf.getPage(1);
  for (const { id, fieldName } of await page.getAnnotations()) {
    const value = values[fieldName];
    if (value !== undefined) pdf.annotationStorage.setValue(id, { value });
  }
  const saved = await pdf.saveDocument();
  await pdf.loadingTask.destroy();
  return saved;
}

/** A booklet's file with these fields, filled in. */
export async function filledForm(
  fields: readonly Placed[],
  values: Readonly<Record<string, string | boolean>>,
): Promise<Uint8Array> {
  return fill(await tinyForm(fields), values);
}
