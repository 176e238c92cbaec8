/**
 * Plain react-pdf, as anyone would write it: the booklets' Markdown is read once, and each edition is one document that
 * `renderToFile` writes.
 *
 *     node main.js OUT BOOKLET...
 *     node main.js --edits COUNT OUT BOOKLET   edits the booklet so often, and prints the milliseconds that each took
 */
import { timeEdits } from '../../corpus/edit.js';
import { render } from './render.js';

const [first = '', ...rest] = process.argv.slice(2);
if (first === '--edits') {
  const [edits, out = '', booklet = ''] = rest;
  process.stdout.write(JSON.stringify(await timeEdits(booklet, Number(edits), () => render(out, [booklet]))));
} else {
  await render(first, rest);
}
