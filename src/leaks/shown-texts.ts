import type { PDFObject } from '@cantoo/pdf-lib';
import type { PdfDigests } from '../memory/pdf-digests.js';
import type { Remembered } from '../memory/turn-memory.js';
import type { ReadObjects } from './objects.js';
import { type PageText, pageText } from './page-text.js';
import { loadPdfjs, NO_DOCUMENT } from './pdfjs.js';

/** The text of pages, by all that decides it as it lies in a file. */
export type KnownTexts = Remembered<string, PageText>;

/** What a page shows, and what with. */
interface Shown {
  contents: PDFObject | undefined;
  resources: PDFObject | undefined;
}

/** Reads the text of pages, and spares those that are known. */
export class ShownTexts {
  readonly #known: KnownTexts | undefined;
  readonly #digests: PdfDigests;

  /** @param known - What was read in files before. */
  constructor({ digests }: Pick<ReadObjects, 'digests'>, known?: KnownTexts) {
    this.#known = known;
    this.#digests = digests;
  }

  /**
   * The text of each page of a file.
   *
   * @param file - Gives its bytes, if they are needed.
   * @param pages - What its pages show, in order.
   */
  async read(file: () => Promise<Uint8Array>, pages: readonly Shown[]): Promise<PageText[]> {
    const known = this.#known;
    // What a page inherits is not among what it shows, so such a page is read each time.
    const keys = pages.map(({ contents, resources }) =>
      known && resources ? this.#digests.ofAll([contents, resources]) : undefined,
    );
    const texts = keys.map((key) => (key === undefined ? undefined : known?.get(key)));
    if (texts.length > 0 && texts.every((text) => text !== undefined)) return texts;
    const read = await readPages(await file(), texts);
    // What pdf.js takes for the pages must be the same ones.
    if (read.length === pages.length) {
      read.forEach((text, index) => {
        const key = keys[index];
        if (key !== undefined) known?.set(key, text);
      });
    }
    return read;
  }
}

/**
 * The text of each page. Everything but words is left out of the work where that can be asked for.
 *
 * @param texts - Those that are known, at their places.
 */
async function readPages(bytes: Uint8Array, texts: readonly (PageText | undefined)[]): Promise<PageText[]> {
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
    const isSame = file.numPages === texts.length;
    const read: PageText[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const known = isSame ? texts[number - 1] : undefined;
      read.push(known ?? (await pageText(await file.getPage(number), pdfjs)));
    }
    return read;
  } finally {
    await task.destroy();
  }
}
