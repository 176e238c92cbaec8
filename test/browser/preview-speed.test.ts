import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/booklet.js';
import { HAS_BROWSER } from './browser.js';
import { openPreview } from './preview.js';

const run = promisify(execFile);

/** Milliseconds that something takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** When the page last had drawn all that is seen, which it notes itself: to ask from outside takes longer than to draw. */
const DRAWN = `performance.timeOrigin + performance.getEntriesByName('pages-drawn').at(-1).startTime`;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

describe.runIf(HAS_BROWSER)('from a save to the picture', () => {
  it('takes a small part of the time in which the same editions are built anew', async () => {
    const opened = await openPreview({ view: 'view=single&edition=leader' });
    const out = await mkdtemp(join(tmpdir(), 'gathering-speed-'));
    try {
      await opened.status('fresh');
      await opened.drawn();
      const { page } = opened;
      await page.locator('body').press('/');
      await page.getByRole('searchbox').fill('In between, people');
      await page.locator('[data-hits="1"]').waitFor({ timeout: 60_000 });
      await page.getByRole('searchbox').press('Enter');
      await page.locator('[data-hit="current"]').first().waitFor({ state: 'attached', timeout: 30_000 });
      await page.locator('#toggle-search').click();
      await opened.drawn();

      const edits: number[] = [];
      let before = 'people suffer';
      for (const words of ['people hurt', 'people weep', 'people mourn', 'people sigh', 'people ache', 'people toil']) {
        await page.waitForTimeout(400);
        const seen = page.locator('.textLayer', { hasText: `In between, ${words}` }).first();
        const saved = performance.timeOrigin + performance.now();
        await opened.edit('intercession/4-romans-8.md', (text) => text.replace(before, words));
        await seen.waitFor({ state: 'attached' });
        await opened.drawn();
        edits.push((await page.evaluate<number>(DRAWN)) - saved);
        before = words;
      }
      const command = ['dist/cli/main.js', 'build', 'lessons/intercession', '--edition', 'leader,participant'];
      const cold = await timed(() => run(process.execPath, [...command, '--out', out], { cwd: ROOT }));
      const ratio = median(edits) / cold;
      if (process.env.GATHERING_SPEED) console.log(JSON.stringify({ edits, cold, ratio }));
      expect(ratio).toBeLessThan(0.25);
    } finally {
      await opened.close();
      await rm(out, { recursive: true, force: true });
    }
  }, 180_000);
});
