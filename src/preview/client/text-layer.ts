import { type PDFPageProxy, pdfjs, type TextLayer } from './pdf.js';

/** A page's words over its picture, unseen: to select, to hear, and to mark what was found. */
export interface PageText {
  element: HTMLElement;
  /** The element of each run, in the order of `runsOf`. */
  runs: HTMLElement[];
}

/** Makes the text of a page. Running heads and folios are hidden from those who hear the page. */
export async function buildText(page: PDFPageProxy): Promise<PageText> {
  const { TextLayer } = await pdfjs;
  const element = document.createElement('div');
  element.className = 'textLayer';
  const viewport = page.getViewport({ scale: 1 });
  const textContentSource = page.streamTextContent({ includeMarkedContent: true });
  const layer: TextLayer = new TextLayer({ textContentSource, container: element, viewport });
  await layer.render();
  // The ids are meant for a tree of structure, and two panes may show the same page.
  for (const marked of element.querySelectorAll('[id]')) marked.removeAttribute('id');
  return { element, runs: layer.textDivs };
}
