import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read-answers.js';
import { bytesOf, made } from '../support/booklet.js';
import { HAS_BROWSER, launchBrowser } from './browser.js';
import { type OpenedPdf, openInBrowser } from './viewer.js';

let browser: Browser;
let empty: Uint8Array;
let opened: OpenedPdf;

/** The page with the first session's questions on writing, and the one with its readings. */
const QUESTIONS = 8;
const READINGS = 12;

/** What stands in the field that has the focus: its name, and what is read out for it. */
const FOCUSED = `(() => {
  const { name, type } = document.activeElement;
  return { name, type, label: document.activeElement.closest('[title]').title };
})()`;

describe.runIf(HAS_BROWSER)('a booklet that is filled in in a browser', () => {
  beforeAll(async () => {
    browser = await launchBrowser();
    empty = bytesOf(await made({ editions: ['participant'] }), 'participant');
    opened = await openInBrowser(browser, empty);
  });
  afterAll(async () => {
    await opened?.close();
    await browser?.close();
  });

  it('has fields that a keyboard reaches in the order of the page, each with its question', async () => {
    await opened.turnTo(QUESTIONS);
    const first = `.page[data-page-number="${QUESTIONS}"] textarea`;
    await opened.page.waitForSelector(first);
    await opened.page.focus(first);
    const reached = [];
    for (let step = 0; step < 3; step += 1) {
      reached.push(await opened.page.evaluate<{ name: string; label: string; type: string }>(FOCUSED));
      await opened.page.keyboard.press('Tab');
    }
    expect(reached.map(({ name }) => name)).toEqual([
      'old-testament-intercessors.q-six',
      'old-testament-intercessors.q-table-blank-1',
      'old-testament-intercessors.q-table-blank-2',
    ]);
    expect(reached.map(({ type }) => type)).toEqual(['textarea', 'text', 'text']);
    expect(reached[0]?.label).toMatch(/^Question 1: Abraham asks six times\./);
  });

  it('keeps what was typed and ticked when it is saved, for those who collect answers', async () => {
    await opened.turnTo(QUESTIONS);
    await opened.page.focus(`.page[data-page-number="${QUESTIONS}"] textarea`);
    await opened.page.keyboard.type('Six times: “fifty”, and down to ten.');
    await opened.page.keyboard.press('Enter');
    await opened.page.keyboard.type('Señor, à bientôt.');
    await opened.turnTo(READINGS);
    await opened.page.focus(`.page[data-page-number="${READINGS}"] input[type="checkbox"]`);
    await opened.page.keyboard.press('Space');
    const saved = await opened.save();
    expect(Buffer.from(saved.subarray(0, empty.length)).equals(Buffer.from(empty))).toBe(true);
    const { answers, problems } = await readAnswers(saved);
    expect(problems).toEqual([]);
    expect(answers.filter(({ value }) => value !== '' && value !== false)).toEqual([
      expect.objectContaining({
        id: 'old-testament-intercessors.q-six',
        value: 'Six times: “fifty”, and down to ten.\nSeñor, à bientôt.',
      }),
      expect.objectContaining({ id: 'old-testament-intercessors.reading-1', value: true }),
    ]);
    expect((await readAnswers(empty)).answers.filter(({ value }) => value !== '' && value !== false)).toEqual([]);
  });
});
