import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

const PDFJS = fileURLToPath(new URL('.', import.meta.resolve('pdfjs-dist/package.json')));

const TYPES: Record<string, string> = { '.mjs': 'text/javascript', '.css': 'text/css', '.pdf': 'application/pdf' };

/** A page with the viewer that Firefox shows PDFs in: text to select, links, and fields to fill in. */
const PAGE = `<!doctype html>
<meta charset="utf-8">
<title>Viewer</title>
<link rel="stylesheet" href="/pdfjs/legacy/web/pdf_viewer.css">
<div id="container" style="position: absolute; inset: 0; overflow: auto"><div class="pdfViewer"></div></div>
<script type="module">
  import * as pdfjs from '/pdfjs/legacy/build/pdf.mjs';
  globalThis.pdfjsLib = pdfjs;
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdfjs/legacy/build/pdf.worker.mjs';
  const { EventBus, PDFLinkService, PDFViewer } = await import('/pdfjs/legacy/web/pdf_viewer.mjs');
  const eventBus = new EventBus();
  const linkService = new PDFLinkService({ eventBus });
  const container = document.getElementById('container');
  const viewer = new PDFViewer({ container, eventBus, linkService, annotationMode: pdfjs.AnnotationMode.ENABLE_FORMS });
  linkService.setViewer(viewer);
  const file = await pdfjs.getDocument('/file.pdf').promise;
  viewer.setDocument(file);
  linkService.setDocument(file);
  await viewer.pagesPromise;
  globalThis.viewer = viewer;
  globalThis.saved = async () => Array.from(await file.saveDocument());
  document.body.dataset.ready = 'yes';
</script>`;

/** A PDF open in a browser. */
export interface OpenedPdf {
  page: Page;
  /** Turns to a page, counted from 1, and waits until its text and fields are there. */
  turnTo(number: number): Promise<void>;
  /** The file as the viewer saves it, with what was filled in. */
  save(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a PDF in pdf.js' viewer in a real browser, which reaches nothing but this one file and the viewer. */
export async function openInBrowser(browser: Browser, bytes: Uint8Array): Promise<OpenedPdf> {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://viewer');
    const file = pathname.startsWith('/pdfjs/') && !pathname.includes('..') ? PDFJS + pathname.slice(7) : undefined;
    const body = pathname === '/' ? PAGE : pathname === '/file.pdf' ? bytes : file && (await readFile(file));
    response.writeHead(body ? 200 : 404, { 'Content-Type': TYPES[extname(pathname)] ?? 'text/html' });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForSelector('body[data-ready]', { state: 'attached' });
  return {
    page,
    turnTo: async (number) => {
      await page.evaluate(`viewer.currentPageNumber = ${number}`);
      await page.waitForSelector(`.page[data-page-number="${number}"] .textLayer span`, { state: 'attached' });
    },
    save: async () => new Uint8Array(await page.evaluate<number[]>('saved()')),
    close: async () => {
      await page.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
