/**
 * Plain react-pdf, as anyone would write it: the booklets' Markdown is read once, and each edition is one document that
 * `renderToFile` writes.
 *
 *     node main.js OUT BOOKLET...
 *     node main.js --edits COUNT OUT BOOKLET   edits the booklet so often, and prints the milliseconds that each took
 */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { renderToFile } from '@react-pdf/renderer';
import { timeEdits } from '../../corpus/edit.js';
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

const [first = '', ...rest] = process.argv.slice(2);
if (first === '--edits') {
  const [edits, out = '', booklet = ''] = rest;
  process.stdout.write(JSON.stringify(await timeEdits(booklet, Number(edits), () => render(out, [booklet]))));
} else {
  await render(first, rest);
}
