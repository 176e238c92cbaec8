import { betweenObjects, checkFile } from './check-file.js';
import { hiddenPages } from './hidden-pages.js';
import { type Channel, ReadBackError, type ReadBackText } from './model.js';
import { readObjects } from './objects.js';
import { type PageText, pageText } from './page-text.js';
import { loadPdfjs, NO_DOCUMENT } from './pdfjs.js';

export type { Channel, ReadBackText } from './model.js';

/** How many PDFs may lie in one another. */
const DEEPEST = 3;

/**
 * Every text that some tool could read out of a PDF, seen or unseen: what its pages show by whatever means, and every
 * string, name and stream of every object, whether or not anything leads to it. Two readers share the work: pdf.js
 * knows what glyphs mean, pdf-lib gives the objects as they lie in the file.
 *
 * What is drawn is not read: pictures and letters turned into outlines.
 *
 * @throws {ReadBackError} where any of it cannot be read: the file is damaged, cut off or encrypted, or a stream is
 * packed in a way that is not known.
 */
export function readBack(bytes: Uint8Array): Promise<ReadBackText[]> {
  return readNested(bytes, 0);
}

async function readNested(bytes: Uint8Array, depth: number): Promise<ReadBackText[]> {
  if (depth > DEEPEST) throw new ReadBackError('PDFs are attached within PDFs too deep to be read');
  try {
    const raw = checkFile(bytes);
    const objects = await readObjects(bytes);
    const pages = await readPages(bytes);
    if (pages.length === 0) throw new ReadBackError('it has no pages');
    const texts: ReadBackText[] = [
      ...pages.flatMap((page, index) => inBothDirections({ channel: 'page', where: `page ${index + 1}`, ...page })),
      ...objects.texts,
    ];
    // Appearances, patterns and forms that no page shows are made pages of a copy, and read there.
    if (objects.unseen.length > 0) {
      const shown = await readPages(await hiddenPages(objects));
      shown.forEach(({ text }, index) => {
        const place = objects.unseen[index];
        if (place) texts.push(...inBothDirections({ channel: place.channel, where: place.where, text }));
      });
    }
    for (const { pdf, where } of objects.nested) {
      for (const inner of await readNested(pdf, depth + 1)) {
        texts.push({ channel: 'attachment', where: `${where}, ${inner.where}`, text: inner.text });
      }
    }
    texts.push({ channel: 'other' satisfies Channel, where: 'bytes between the objects', text: betweenObjects(raw) });
    return texts.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
  } catch (error) {
    if (error instanceof ReadBackError) throw error;
    throw new ReadBackError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The text of each page. Everything but words is left out of the work where that can be asked for. */
async function readPages(bytes: Uint8Array): Promise<PageText[]> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js takes what it is given for its own.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: false,
    ownerDocument: NO_DOCUMENT,
    stopAtErrors: true,
  });
  try {
    const file = await task.promise;
    const texts: PageText[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      texts.push(await pageText(await file.getPage(number), pdfjs));
    }
    return texts;
  } finally {
    await task.destroy();
  }
}

/** Letters of a script that runs from the right may stand in a file as they are read or as they are seen. */
const FROM_RIGHT =
  /[\p{Script=Hebrew}\p{Script=Arabic}](?:[\p{Script=Hebrew}\p{Script=Arabic}\p{M}\s]*[\p{Script=Hebrew}\p{Script=Arabic}])?/gu;

function inBothDirections(found: ReadBackText): ReadBackText[] {
  const turned = found.text.replace(FROM_RIGHT, (run) => [...run].reverse().join(''));
  return turned === found.text ? [found] : [found, { ...found, text: turned }];
}
