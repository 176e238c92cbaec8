import { getFile } from './api.js';
import { openPdf, type PDFDocumentProxy, type PDFPageProxy } from './pdf.js';
import type { Picture } from './picture.js';

const opened = new Map<string, Promise<PDFDocumentProxy>>();

/** The PDF at an address, fetched once. What could not be had is asked for again the next time. */
export function openPart(address: string): Promise<PDFDocumentProxy> {
  const known = opened.get(address);
  if (known) return known;
  const opening = getFile(address).then(openPdf);
  opened.set(address, opening);
  opening.catch(() => {
    if (opened.get(address) === opening) opened.delete(address);
  });
  return opening;
}

export async function openPage({ address, index }: Picture): Promise<PDFPageProxy> {
  return (await openPart(address)).getPage(index + 1);
}

/** Forgets all PDFs but these. Those that are still being drawn from are closed once they have been. */
export function keepParts(addresses: ReadonlySet<string>): void {
  for (const [address, opening] of opened) {
    if (addresses.has(address)) continue;
    opened.delete(address);
    setTimeout(() => opening.then((document) => document.loadingTask.destroy()).catch(() => {}), PATIENCE);
  }
}

/** Milliseconds in which a page that is being drawn is done. */
const PATIENCE = 10_000;
