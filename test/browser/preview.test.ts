import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../src/build.js';
import { diskWorld } from '../../src/world/disk.js';
import { ROOT } from '../support/booklet.js';
import { memoryOutput } from '../support/memory-output.js';
import { readPdf, textOf } from '../support/pdf.js';
import { HAS_BROWSER } from './browser.js';
import { type OpenedPreview, openPreview } from './preview.js';

const LESSON = 'intercession/4-romans-8.md';
const WORDS = 'In between, people suffer, groan and wait.';

let opened: OpenedPreview;

/** Words of a page's text layer. */
async function wordsOf(number: number): Promise<string> {
  const layer = opened.page.locator(`[data-page="${number}"] .textLayer`).first();
  await layer.locator('span').first().waitFor({ state: 'attached' });
  return (await layer.innerText()).replace(/\s+/g, ' ');
}

/** A number that is another for another picture. */
const PICTURE = `(number) => {
  const canvas = document.querySelector('[data-page="' + number + '"] .ink canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let sum = canvas.width * 31 + canvas.height;
  for (let at = 0; at < data.length; at += 4) sum = (sum * 31 + data[at] + data[at + 1] * 7 + data[at + 2] * 13) % 1000000007;
  return sum;
}`;

/** How much of a page is seen, with all that it lies in: 1 where it is not dimmed. */
const OPACITY = `(number) => {
  let seen = 1;
  for (let at = document.querySelector('[data-page="' + number + '"] .ink'); at; at = at.parentElement) {
    seen *= Number(getComputedStyle(at).opacity);
  }
  return seen;
}`;

const pictureOf = (number: number) => opened.page.evaluate<number>(`(${PICTURE})(${number})`);

/** Turns to a page, as readers cite it. */
async function turnTo(page: string): Promise<void> {
  await opened.page.getByLabel('Page number').fill(page);
  await opened.page.getByLabel('Page number').press('Enter');
}

async function waitFor(words: string, page: number): Promise<void> {
  await opened.page
    .locator(`[data-page="${page}"] .textLayer`, { hasText: words })
    .first()
    .waitFor({ state: 'attached', timeout: 30_000 });
  await opened.drawn();
}

/** What the server says to a request that no browser would make. */
function rawRequest(lines: string[]): Promise<string> {
  const { hostname, port } = new URL(opened.url);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('data', (bytes) => {
      said += bytes.toString('latin1');
    });
    socket.on('end', () => resolve(said));
    socket.on('error', reject);
  });
}

describe.runIf(HAS_BROWSER)('the preview in a browser', () => {
  /** The page, from 1, on which the words of the lesson stand. */
  let page = 0;

  beforeAll(async () => {
    opened = await openPreview({ view: 'view=single&edition=participant' });
    await opened.status('fresh');
    await opened.drawn();
  });
  afterAll(() => opened?.close());

  it('opens on the cover, and says what the booklet comes to', async () => {
    expect(await opened.page.title()).toContain('He Always Lives to Intercede');
    expect(await opened.page.locator('main').getAttribute('data-view')).toBe('single');
    expect(await wordsOf(1)).toContain('He Always Lives to Intercede');
    const totals = await opened.page.locator('[data-totals]').first().innerText();
    expect(totals).toMatch(/64 pages.*16 sheets.*7 h 30 min/s);
  });

  it('finds words, wherever a line ends within them', async () => {
    await opened.page.locator('body').press('/');
    await opened.page.getByRole('searchbox').fill('in between, PEOPLE suffer');
    await opened.page.locator('[data-hits="1"]').waitFor({ timeout: 30_000 });
    await opened.page.getByRole('searchbox').press('Enter');
    const hit = opened.page.locator('[data-hit="current"]').first();
    await hit.waitFor({ state: 'attached', timeout: 30_000 });
    page = Number(await opened.page.locator('[data-page]', { has: hit }).first().getAttribute('data-page'));
    expect(page).toBeGreaterThan(20);
    await opened.page.locator('#toggle-search').click();
    await opened.drawn();
  });

  it('shows what was saved without a reload, at the same place, and redraws nothing else', async () => {
    await opened.page.evaluate('window.before = true');
    const scrolled = () => opened.page.evaluate(`document.querySelector('[data-pane="0"]').scrollTop`);
    const place = await scrolled();
    const other = await pictureOf(page + 1);
    const before = await pictureOf(page);
    await opened.edit(LESSON, (text) => text.replace(WORDS, 'In between, people hurt, groan and wait.'));
    await waitFor('people hurt, groan', page);
    expect(await pictureOf(page)).not.toBe(before);
    expect(await pictureOf(page + 1)).toBe(other);
    expect(await scrolled()).toBe(place);
    expect(await opened.page.evaluate('window.before')).toBe(true);
  });

  it('keeps the last good pages, dimmed, when what was saved is broken, with the message and its lines', async () => {
    await opened.edit(LESSON, (text) => text.replace(':::icebreaker[Without words]', ':::icebraker[Without words]'));
    await opened.status('stale');
    await opened.page.locator('.banner.stale').waitFor();
    expect(await wordsOf(page)).toContain('people hurt, groan');
    // It fades.
    await expect.poll(() => opened.page.evaluate(`(${OPACITY})(${page})`)).toBeLessThan(0.8);
    if ((await opened.page.locator('#toggle-messages').getAttribute('aria-expanded')) !== 'true')
      await opened.page.locator('#toggle-messages').click();
    const message = opened.page.locator('article.message[data-rule="unknown-directive"]');
    await message.waitFor();
    const said = await message.innerText();
    expect(said).toContain('lessons/intercession/4-romans-8.md:');
    expect(said).toContain('icebraker[Without words]');
    expect(said).toMatch(/\^+/);
  });

  it('leads from a message to its page', async () => {
    await opened.page.evaluate(`document.querySelector('[data-pane="0"]').scrollTo(0, 0)`);
    await opened.page
      .locator('article.message')
      .getByRole('button', { name: /Show page/ })
      .first()
      .click();
    await opened.page.waitForFunction(`document.querySelector('[data-pane="0"]').scrollTop > 1000`);
  });

  it('is as before once the mistake is mended', async () => {
    await opened.edit(LESSON, (text) => text.replace(':::icebraker', ':::icebreaker'));
    await opened.status('fresh');
    await opened.page.locator('.banner.stale').waitFor({ state: 'detached' });
    await opened.drawn();
    await opened.page.keyboard.press('Escape');
  });

  it('shows another edition', async () => {
    await opened.page.getByLabel('What people get').selectOption('leader');
    await opened.page.locator('[data-totals]', { hasText: '76 pages' }).first().waitFor({ timeout: 30_000 });
    await opened.drawn();
  });

  it('scrolls two editions together by question', async () => {
    await opened.page.locator('body').press('4');
    for (const index of [0, 1])
      await opened.page.waitForSelector(`[data-pane="${index}"][data-questions="all"]`, { timeout: 60_000 });
    for (const share of [0.25, 0.5, 0.8]) {
      await opened.page.evaluate(`(() => {
        const pane = document.querySelector('[data-pane="0"]');
        pane.scrollTo(0, pane.scrollHeight * ${share});
      })()`);
      await opened.page.waitForFunction(`(() => {
        const [a, b] = [...document.querySelectorAll('[data-pane]')].map((pane) => pane.dataset.question);
        return a !== undefined && a !== '' && a === b;
      })()`);
      expect(await opened.page.evaluate(`document.querySelector('[data-pane="1"]').scrollTop`)).toBeGreaterThan(500);
    }
    await opened.page.locator('body').press('1');
  });

  it('shows sheets as they are printed, and spreads as they are bound', async () => {
    await opened.page.locator('body').press('3');
    await opened.page.locator('main[data-view="sheets"] [data-page="1"] .ink canvas').waitFor({ timeout: 60_000 });
    expect(await opened.page.getByRole('group', { name: 'Sheet 1, front' }).count()).toBe(1);
    await opened.page.locator('body').press('2');
    await turnTo('ii');
    await opened.page.locator('main[data-view="spread"] [data-page="2"] .ink canvas').waitFor();
    const [verso, recto] = [2, 3].map((number) => opened.page.locator(`[data-page="${number}"]`).first().boundingBox());
    const [left, right] = [await verso, await recto];
    expect(left?.y).toBe(right?.y);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeCloseTo(right?.x ?? 0, 0);
    await opened.page.locator('body').press('1');
  });

  it('shows another theme and another church, once they are chosen', async () => {
    await turnTo('Cover');
    await opened.page.locator('[data-page="1"] .ink canvas').waitFor();
    await opened.drawn();
    const before = await pictureOf(1);
    if ((await opened.page.locator('#toggle-choices').getAttribute('aria-expanded')) !== 'true')
      await opened.page.locator('#toggle-choices').click();
    await opened.page.getByLabel('Theme', { exact: true }).selectOption('plain');
    await opened.page.getByLabel('Name of your church').fill('Hope Church <b>');
    await waitFor('Hope Church <b>', 1);
    expect(await pictureOf(1)).not.toBe(before);
  });

  it('gives the finished file, as a build makes it', async () => {
    await opened.page.getByLabel('What people get').selectOption('participant');
    await opened.page
      .locator('[data-totals]', { hasText: /6\d pages/ })
      .first()
      .waitFor({ timeout: 30_000 });
    const coming = opened.page.waitForEvent('download', { timeout: 60_000 });
    await opened.page.getByText('Download the PDF').click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('intercession-participant.pdf');
    const bytes = new Uint8Array(await readFile(await download.path()));
    const pdf = await readPdf(bytes);
    expect(textOf(pdf.pages[0]?.lines ?? [])).toContain('Hope Church <b>');
    expect(pdf.pages.length).toBeGreaterThan(50);
    const words = pdf.pages.map(({ lines }) => textOf(lines)).join(' ');
    const has = (some: string) => words.includes(some);
    expect(has('people hurt, groan')).toBe(true);
    expect(has('Put verse numbers on the drawing yourself')).toBe(false);
  });

  it('keeps what was chosen as a booklet of one’s own, after showing what it writes', async () => {
    const { home, page: shown } = opened;
    const lessons = join(home, 'lessons/intercession');
    const before = await filesOf(lessons);
    await shown.getByRole('button', { name: /Keep as a booklet of your own/ }).click();
    await shown.getByRole('dialog').getByRole('textbox').fill('hope');
    await shown.getByRole('button', { name: 'Show what will be written' }).click();
    await shown.getByRole('dialog').getByText('extends: ../intercession').waitFor();
    expect(await readdir(join(home, 'lessons'))).not.toContain('hope');
    await shown.getByRole('button', { name: 'Write these files' }).click();
    const yaml = () => readFile(join(home, 'lessons/hope/booklet.yaml'), 'utf8').catch(() => '');
    await expect.poll(yaml, { timeout: 10_000 }).toContain('theme: plain');
    expect(await yaml()).toContain('Hope Church <b>');
    expect(await filesOf(lessons)).toEqual(before);
    const output = memoryOutput();
    const { messages } = await build(diskWorld(), output, {
      base: home,
      booklets: [join(home, 'lessons/hope')],
      templates: [`${ROOT}/templates`],
      out: '/out',
      editions: ['participant'],
    });
    expect(messages).toEqual([]);
    expect([...output.files.keys()]).toContain('/out/hope/participant.pdf');
  });

  it('refuses other hosts, ways out of its folder, and whoever writes from elsewhere', async () => {
    const { host } = new URL(opened.url);
    const statusOf = async (...lines: string[]) => /^HTTP\/1\.1 (\d+)/.exec(await rawRequest(lines))?.[1];
    expect(await statusOf('GET /api/state HTTP/1.1', `Host: ${host}`)).toBe('200');
    expect(await statusOf('GET /api/state HTTP/1.1', 'Host: evil.example')).toBe('403');
    for (const path of ['/../package.json', '/assets/../../../package.json', '/assets/%2e%2e/%2e%2e/index.html'])
      expect(await statusOf(`GET ${path} HTTP/1.1`, `Host: ${host}`), path).toBe('404');
    const write = ['PUT /api/choices HTTP/1.1', `Host: ${host}`, 'Content-Type: application/json', 'Content-Length: 2'];
    expect(await statusOf(...write, 'Origin: http://evil.example')).toBe('403');
    expect(await statusOf(...write)).toBe('403');
  });

  it('says of pages that are of no book any more that they are gone', async () => {
    expect(await opened.page.evaluate(`fetch('/api/parts/gone.pdf').then(({ status }) => status)`)).toBe(404);
  });

  it('had no error on its page, and asked nobody else for anything', () => {
    expect(opened.troubles).toEqual([]);
  });
});

async function filesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const texts = names.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path, await readFile(path, 'base64')];
  });
  return Object.fromEntries(await Promise.all(texts));
}
