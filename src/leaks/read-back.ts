import { pdfObjectsIn, type ReadPdfObjects } from '../memory/pdf-objects.js';
import { betweenObjects, checkFile } from './check-file.js';
import { agreesWithObjects } from './cross-references.js';
import { hiddenPages } from './hidden-pages.js';
import { type Channel, ReadBackError, type ReadBackText } from './model.js';
import { readObjects } from './objects.js';
import { type KnownTexts, ShownTexts } from './shown-texts.js';

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
 * @param known - What was read in files before it. A page that lies in this file as it did there, with its fonts and all
 * else that it uses, is not read again.
 * @param objectsIn - Gives the file's objects, where another has read them or will.
 * @throws {ReadBackError} where any of it cannot be read: the file is damaged, cut off or encrypted, or a stream is
 * packed in a way that is not known.
 */
export function readBack(
  bytes: Uint8Array,
  known?: KnownTexts,
  objectsIn: ReadPdfObjects = pdfObjectsIn(bytes),
): Promise<ReadBackText[]> {
  return readNested(bytes, { depth: 0, objectsIn, ...(known ? { known } : {}) });
}

/** How a file is read: how deep it lies in others, its objects, and what was read before. */
interface Reading {
  depth: number;
  objectsIn: ReadPdfObjects;
  known?: KnownTexts;
}

async function readNested(bytes: Uint8Array, { depth, objectsIn, known }: Reading): Promise<ReadBackText[]> {
  if (depth > DEEPEST) throw new ReadBackError('PDFs are attached within PDFs too deep to be read');
  try {
    const raw = checkFile(bytes);
    const objects = readObjects(await objectsIn());
    // What was read by one reader may be said of another only where both find the same in the file.
    const shownTexts = new ShownTexts(objects, known && agreesWithObjects(raw, objects) ? known : undefined);
    const pages = await shownTexts.read(async () => bytes, objects.pages);
    if (pages.length === 0) throw new ReadBackError('it has no pages');
    const texts: ReadBackText[] = [
      ...pages.flatMap((page, index) => inBothDirections({ channel: 'page', where: `page ${index + 1}`, ...page })),
      ...objects.texts,
    ];
    // Appearances, patterns and forms that no page shows are made pages of a copy, and read there.
    if (objects.unseen.length > 0) {
      const shown = await shownTexts.read(() => hiddenPages(objects), objects.unseen);
      shown.forEach(({ text }, index) => {
        const place = objects.unseen[index];
        if (place) texts.push(...inBothDirections({ channel: place.channel, where: place.where, text }));
      });
    }
    for (const { pdf, where } of objects.nested) {
      for (const inner of await readNested(pdf, { depth: depth + 1, objectsIn: pdfObjectsIn(pdf) })) {
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

/** Letters of a script that runs from the right may stand in a file as they are read or as they are seen. */
const FROM_RIGHT =
  /[\p{Script=Hebrew}\p{Script=Arabic}](?:[\p{Script=Hebrew}\p{Script=Arabic}\p{M}\s]*[\p{Script=Hebrew}\p{Script=Arabic}])?/gu;

function inBothDirections(found: ReadBackText): ReadBackText[] {
  const turned = found.text.replace(FROM_RIGHT, (run) => [...run].reverse().join(''));
  return turned === found.text ? [found] : [found, { ...found, text: turned }];
}
