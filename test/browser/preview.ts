import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openWorkshop, themes } from '../../src/build.js';
import { diskOutput } from '../../src/output/write.js';
import { startPreview } from '../../src/preview/start.js';
import { watchFolders } from '../../src/preview/watch-folders.js';
import { diskWorld } from '../../src/world/disk.js';
import { ROOT } from '../support/booklet.js';
import { launchBrowser } from './browser.js';

/** A copy of the sample booklets whose preview is open in a browser. */
export interface OpenedPreview {
  page: Page;
  url: string;
  /** Absolute path of the folder that `lessons/` lies in. */
  home: string;
  /** Errors of the page, what its policy refused among them, and requests that went elsewhere. */
  troubles: string[];
  /** Changes a file below `lessons/`, as an editor saves it. */
  edit(file: string, change: (text: string) => string): Promise<void>;
  /** Waits until every page in sight is drawn as it is now. */
  drawn(): Promise<void>;
  /** Waits for a state, `fresh` or `stale`. */
  status(status: string): Promise<void>;
  close(): Promise<void>;
}

/** How the window is. */
export interface WindowOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  /** What follows `#` in the address: `view=spread&edition=leader`. */
  view?: string;
}

/** Copies the sample booklets to a folder of their own and opens the preview of the first. */
export async function openPreview({
  width = 1280,
  height = 860,
  dark,
  view,
}: WindowOptions = {}): Promise<OpenedPreview> {
  const home = await mkdtemp(join(tmpdir(), 'gathering-preview-'));
  await cp(join(ROOT, 'lessons'), join(home, 'lessons'), { recursive: true });
  const faults: unknown[] = [];
  const running = await startPreview({
    world: diskWorld(),
    output: diskOutput(),
    openWorkshop,
    listThemes: themes,
    watchFolders,
    folder: join(home, 'lessons/intercession'),
    base: home,
    templates: [`${ROOT}/templates`],
    port: 0,
    // The page as it was built last.
    client: `${ROOT}/dist/preview/client`,
    onFault: (error) => faults.push(error),
  });
  const browser: Browser = await launchBrowser();
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error' && !isAnswer(message.text(), url)) troubles.push(`${message.text()} (${url})`);
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(running.url) || /^(?:data|blob):/.test(request.url());
    if (!isOwn) troubles.push(`asked for ${request.url()}`);
  });
  await page.goto(running.url + (view === undefined ? '' : `#${view}`));
  return {
    page,
    url: running.url,
    home,
    troubles,
    async edit(file, change) {
      const path = join(home, 'lessons', file);
      await writeFile(path, change(await readFile(path, 'utf8')));
    },
    drawn: async () => void (await page.waitForSelector('html[data-drawn]', { state: 'attached' })),
    status: async (status) => void (await page.waitForSelector(`[data-status="${status}"]`, { state: 'attached' })),
    async close() {
      await browser.close();
      await running.close();
      await rm(home, { recursive: true, force: true });
      if (faults.length > 0) throw faults[0];
    },
  };
}

/**
 * Whether a browser complains of what the preview answers in its ordinary course: pages may be asked for while a later
 * reading takes their place, and are then of no book any more, whereupon the book is asked for again.
 */
function isAnswer(complaint: string, url: string): boolean {
  return complaint.includes('404') && /\/api\/parts\/[^/]+\.pdf$/.test(url);
}
