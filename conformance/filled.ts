import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { BuiltFile } from './booklets.js';

/** Words with what a reader types: accents, quotation marks, and more than one line. */
const WORDS = 'Él ora por mí: “he always lives to intercede” – 24/7.\nThanks be to God!';

/** The same file as a reader saves it who has filled in every place of it with pdf.js, which Firefox has. */
export async function filledIn({ name, path }: BuiltFile, folder: string): Promise<BuiltFile> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    for (const { id, subtype, checkBox, multiLine } of await page.getAnnotations()) {
      if (subtype !== 'Widget') continue;
      pdf.annotationStorage.setValue(id, { value: checkBox ? true : multiLine ? WORDS : 'Él ora' });
    }
  }
  const saved = join(folder, `filled-${name.replaceAll('/', '-')}`);
  writeFileSync(saved, await pdf.saveDocument());
  await pdf.loadingTask.destroy();
  return { name: name.replace(/\.pdf$/, ', filled in'), path: saved };
}
