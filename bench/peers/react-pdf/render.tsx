import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { renderToFile } from '@react-pdf/renderer';
import { readBooks } from '../reading/read-book.js';
import { Booklet } from './booklet.js';

/** Writes both editions of each booklet. */
export async function render(out: string, booklets: readonly string[]): Promise<void> {
  for (const folder of booklets) {
    const place = join(out, basename(folder));
    mkdirSync(place, { recursive: true });
    for (const book of readBooks(folder)) {
      await renderToFile(<Booklet book={book} />, join(place, `${book.edition}.pdf`));
    }
  }
}
