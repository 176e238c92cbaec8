import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');
export type { PDFDocumentProxy, PDFPageProxy, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';

type PdfDocument = import('pdfjs-dist/legacy/build/pdf.mjs').PDFDocumentProxy;

/** pdf.js, asked for at once and once only; the page is there before it. */
export const pdfjs: Promise<Pdfjs> = import('pdfjs-dist/legacy/build/pdf.mjs');

/** Opens a PDF. All share one worker. Nothing is fetched for it: booklets hold their fonts. */
export async function openPdf(data: Uint8Array): Promise<PdfDocument> {
  const { getDocument, VerbosityLevel } = await pdfjs;
  return getDocument({
    data,
    worker: await worker,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    stopAtErrors: false,
  }).promise;
}

const worker = pdfjs.then(({ PDFWorker }) =>
  PDFWorker.create({ port: new Worker(workerAddress, { type: 'module', name: 'pdf' }) }),
);
