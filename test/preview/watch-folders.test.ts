import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FolderWatch, isPassedOver, watchFolders } from '../../src/preview/watch-folders.js';

let home: string;
let watch: FolderWatch;
let told: string[][];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gathering-watch-'));
  for (const folder of ['a/images', 'a/.git', 'a/node_modules/x', 'a/out', 'b', 'away']) {
    mkdirSync(join(home, folder), { recursive: true });
  }
  writeFileSync(join(home, 'a/1.md'), 'one');
  told = [];
  watch = watchFolders({ onChange: (paths) => told.push(paths), except: [`${home}/a/out`] });
});

afterEach(async () => {
  await watch.close();
  rmSync(home, { recursive: true });
});

const path = (name: string) => `${home}/${name}`;
const write = (name: string, text = String(Math.random())) => writeFileSync(path(name), text);

/** What is told until a path is among it. */
async function until(name: string): Promise<string[]> {
  await expect.poll(() => told.flat(), { timeout: 5000, interval: 5 }).toContain(path(name));
  return [...new Set(told.splice(0).flat())];
}

describe('a watch of folders', () => {
  it('lets nobody wait for a folder that is no longer watched before it was', async () => {
    const beginning = watch.watch([path('a'), path('b')]);
    await Promise.resolve();
    await Promise.all([watch.watch([path('b')]), beginning]);
    write('b/2.md');
    await until('b/2.md');
  });

  it('that is closed before it has begun hears nothing', async () => {
    const beginning = watch.watch([path('a'), path('b')]);
    await watch.close();
    await beginning;
    write('a/1.md');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(told).toEqual([]);
  });

  it('tells what is saved, however an editor does it', async () => {
    await watch.watch([path('a')]);
    write('a/1.md');
    await until('a/1.md');
    // As vim and many others: the old file is moved away, or the new one is moved over it.
    write('a/1.md.new');
    renameSync(path('a/1.md.new'), path('a/1.md'));
    await until('a/1.md');
    renameSync(path('a/1.md'), path('a/1.md~'));
    write('a/1.md');
    await until('a/1.md');
    write('a/1.md');
    await until('a/1.md');
    write('a/2.md');
    await until('a/2.md');
    unlinkSync(path('a/2.md'));
    await until('a/2.md');
    mkdirSync(path('a/new'));
    write('a/new/3.md');
    await until('a/new/3.md');
    write('a/images/p.png');
    await until('a/images/p.png');
  });

  it('tells of the second of two writes, however soon it follows the first', async () => {
    await watch.watch([path('a')]);
    for (const gap of [5, 20, 40, 60]) {
      write('a/1.md', '');
      await new Promise((resolve) => setTimeout(resolve, gap));
      const before = told.length;
      write('a/1.md', `whole after ${gap}`);
      await expect.poll(() => told.length, { timeout: 5000, interval: 5 }).toBeGreaterThan(before);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });

  it('tells together what is saved together', async () => {
    await watch.watch([path('a')]);
    const names = Array.from({ length: 20 }, (_, number) => `a/${number}.md`);
    for (const name of names) write(name);
    await expect.poll(() => new Set(told.flat()).size, { timeout: 5000 }).toBe(names.length);
    expect(told.length).toBeLessThan(names.length / 2);
  });

  it('passes over what no author writes', async () => {
    await watch.watch([path('a')]);
    for (const name of [
      '.git/index',
      'node_modules/x/y.md',
      'out/leader.pdf',
      '4913',
      '1.md~',
      '.1.md.swp',
      '#1.md#',
    ]) {
      write(`a/${name}`);
    }
    write('a/last.md');
    expect(await until('a/last.md')).toEqual([path('a/last.md')]);
  });

  it('watches folders that are named, also from their links and before they are there, and no others', async () => {
    symlinkSync(path('b'), path('link'));
    symlinkSync(path('away'), path('a/elsewhere'));
    await watch.watch([path('a'), path('link'), path('later'), path('a/images')]);
    write('link/1.md');
    await until('link/1.md');
    mkdirSync(path('later'));
    write('later/1.md');
    await until('later/1.md');
    write('away/1.md');
    write('a/images/x.md');
    expect(await until('a/images/x.md')).not.toContain(path('a/elsewhere/1.md'));
    await watch.watch([path('link')]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    told.length = 0;
    write('a/1.md');
    write('link/2.md');
    expect(await until('link/2.md')).toEqual([path('link/2.md')]);
  });
});

describe('isPassedOver', () => {
  it.each([
    'a/.git/x',
    'node_modules/x',
    '1.md~',
    '.1.md.swp',
    '1.md.swx',
    '4913',
    '#a#',
    '.#a',
    'x.tmp',
    'a.md___jb_tmp___',
  ])('says so of %s', (name) => expect(isPassedOver(name)).toBe(true));

  it.each(['1.md', 'images/a.png', 'temperance.md', '4913.md', 'bible/01-GEN.usfm', 'swp.md', '../a', ''])(
    'does not of %s',
    (name) => expect(isPassedOver(name)).toBe(false),
  );
});
