/**
 * Writes booklets as source for programs that print other languages than Markdown. It is done before their clocks start.
 *
 *     node main.js OUT BOOKLET...
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readBooks } from '../reading/read-book.js';
import { asciidoc, asciidocTheme } from './asciidoc.js';
import { html } from './html.js';
import { latex } from './latex.js';

/** The languages, by the ends of their files' names. */
const WRITERS = { html, adoc: asciidoc, tex: latex };

const [out = '', ...booklets] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'theme.yml'), asciidocTheme());
for (const folder of booklets) {
  const place = join(out, basename(folder));
  mkdirSync(place, { recursive: true });
  for (const book of readBooks(folder)) {
    for (const [end, write] of Object.entries(WRITERS))
      writeFileSync(join(place, `${book.edition}.${end}`), write(book));
  }
}
