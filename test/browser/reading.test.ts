import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, made } from '../support/booklet.js';
import { HAS_BROWSER, launchBrowser } from './browser.js';
import { type OpenedPdf, openInBrowser } from './viewer.js';

let browser: Browser;
let opened: OpenedPdf;

/** Selects from one place of the page to another, in the browser. */
const SELECT = `([first, last]) => {
  const spans = [...document.querySelectorAll('.textLayer span[role="presentation"]')];
  const holder = (words) => spans.find(({ textContent }) => textContent.includes(words)).firstChild;
  const [start, end] = [holder(first), holder(last)];
  const range = document.createRange();
  range.setStart(start, start.textContent.indexOf(first));
  range.setEnd(end, end.textContent.indexOf(last) + last.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  return String(getSelection());
}`;

/** The words that a reader gets who selects the page's text from one place to another and copies it. */
function copied(from: string, to: string): Promise<string> {
  return opened.page.evaluate<string>(`(${SELECT})(${JSON.stringify([from, to])})`);
}

/** The headings of a page as a browser tells them to a screen reader: their levels, and whether they have words. */
const HEADINGS = `[...document.querySelectorAll('.page[data-page-number="5"] .structTree [role="heading"]')].map(
  (heading) => [heading.getAttribute('aria-level'), heading.matches('[aria-owns], :has([aria-owns])')],
)`;

describe.runIf(HAS_BROWSER)('a booklet in a browser', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    opened = await openInBrowser(browser, bytesOf(await made({ editions: ['participant'] }), 'participant'));
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  it('gives the verse to whoever copies a verse', async () => {
    await opened.turnTo(6);
    const verse = await copied('Yahweh went his way', 'returned to his place.');
    expect(verse.replace(/\s+/g, ' ')).toBe(
      'Yahweh went his way, as soon as he had finished communing with Abraham, and Abraham returned to his place.',
    );
  });

  it('is a tree of headings, paragraphs and links for those who hear it', async () => {
    await opened.turnTo(5);
    await opened.page.waitForSelector('.page[data-page-number="5"] .structTree', { state: 'attached' });
    expect(await opened.page.evaluate(HEADINGS)).toEqual([
      ['1', true],
      ['2', true],
      ['3', true],
      ['3', true],
    ]);
  });
});
