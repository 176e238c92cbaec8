/**
 * Typst, in one process: from the same Markdown, by way of remark and our own writer of Typst; or from source that is ready.
 *
 *     node main.js OUT BOOKLET...
 *     node main.js --ready OUT FILE.typ...
 *     node main.js --write OUT BOOKLET...     writes that source and makes nothing of it
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FONTS } from '../design.js';

const [first = '', ...rest] = process.argv.slice(2);
if (first === '--ready') {
  const [out = '', ...files] = rest;
  const compile = await compiler();
  for (const file of files) compile(readFileSync(file, 'utf8'), pdfPlace(out, file));
} else if (first === '--write') {
  const [out = '', ...booklets] = rest;
  for (const [place, source] of await sources(booklets)) writeFileSync(made(join(out, `${place}.typ`)), source);
} else {
  const compile = await compiler();
  for (const [place, source] of await sources(rest)) compile(source, join(first, `${place}.pdf`));
}

/** Starts Typst, with the typefaces that all contestants use and no others of the system's. */
async function compiler(): Promise<(source: string, file: string) => void> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontPaths = [...new Set(FONTS.map(({ file }) => dirname(file)))];
  const typst = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths }] });
  return (source, file) => writeFileSync(made(file), typst.pdf({ mainFileContent: source }));
}

/** The source of each edition of each booklet, by the place of its file: `booklet-01/leader`. */
async function sources(booklets: readonly string[]): Promise<(readonly [string, string])[]> {
  const { readBooks } = await import('../reading/read-book.js');
  const { typstSource } = await import('./source.js');
  return booklets.flatMap((folder) =>
    readBooks(folder).map((book) => [`${basename(folder)}/${book.edition}`, typstSource(book)] as const),
  );
}

function pdfPlace(out: string, file: string): string {
  return join(out, basename(dirname(file)), `${basename(file, '.typ')}.pdf`);
}

function made(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  return file;
}
