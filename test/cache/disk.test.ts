import * as disk from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DiskCacheOptions, diskCache } from '../../src/cache/disk/disk-cache.js';
import { openCache } from '../../src/cache/disk/open.js';

let parent: string;
let folder: string;
let trouble: string[];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'gathering-cache-'));
  folder = join(parent, 'cache');
  trouble = [];
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const open = (options: DiskCacheOptions = {}, files = {}) =>
  diskCache(folder, { onTrouble: (sentence) => trouble.push(sentence), ...options }, { ...disk, ...files });
const text = async (found: Promise<Uint8Array | undefined>) => {
  const got = await found;
  return got && new TextDecoder().decode(got);
};

async function entries(): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort();
}

describe('a cache on the disk', () => {
  it('gives to the next process what was put, and nothing where nothing was', async () => {
    await open().put('a', bytes('one'));
    await open().put('empty', bytes(''));
    expect(await text(open().get('a'))).toBe('one');
    expect(await text(open().get('empty'))).toBe('');
    expect(await open().get('b')).toBeUndefined();
    await open().put('a', bytes('two'));
    expect(await text(open().get('a'))).toBe('two');
    expect(trouble).toEqual([]);
  });

  it('gives nothing that another program put', async () => {
    await open({ maker: 'one' }).put('a', bytes('one'));
    expect(await open({ maker: 'other' }).get('a')).toBeUndefined();
    expect(await text(open({ maker: 'one' }).get('a'))).toBe('one');
  });

  it('shows nobody else what is in it, nor where it came from', async () => {
    await open().put(`${parent}/lessons`, bytes('one'));
    const [entry = ''] = await entries();
    expect((await stat(entry)).mode & 0o077).toBe(0);
    expect(entry.slice(folder.length)).toMatch(/^\/[0-9a-f]{2}\/[0-9a-f]{62}$/);
    expect((await readFile(entry)).includes('lessons')).toBe(false);
  });

  it('drops a damaged entry, whatever is wrong with it, and says so once', async () => {
    const damage: [string, (whole: Buffer) => Buffer][] = [
      ['cut', (whole) => whole.subarray(0, -1)],
      ['cut to its head', (whole) => whole.subarray(0, 20)],
      ['empty', () => Buffer.alloc(0)],
      ['longer', (whole) => Buffer.concat([whole, Buffer.from('x')])],
      ...[0, 12, 20, 40, 60].map((at): [string, (whole: Buffer) => Buffer] => [
        `byte ${at} turned`,
        (whole) => Buffer.from(whole.map((byte, index) => (index === at ? byte ^ 0x10 : byte))),
      ]),
    ];
    for (const [how, change] of damage) {
      trouble = [];
      await open().put('a', bytes('some twenty bytes, or more'));
      await open().put('b', bytes('others, which are as long'));
      for (const entry of await entries()) await writeFile(entry, change(await readFile(entry)));
      const cache = open();
      expect(await cache.get('a'), how).toBeUndefined();
      expect(await cache.get('b'), how).toBeUndefined();
      expect(trouble, how).toEqual([`The cache in ${folder} is damaged; what was in the damaged places is made anew`]);
      expect(await entries(), how).toEqual([]);
      await cache.put('a', bytes('anew'));
      expect(await text(cache.get('a')), how).toBe('anew');
    }
  });

  it('knows an entry that was moved to another place as damaged', async () => {
    await open().put('a', bytes('one'));
    const [first = ''] = await entries();
    await open().put('b', bytes('two'));
    const other = (await entries()).find((entry) => entry !== first) ?? '';
    await rename(other, first);
    expect(await open().get('a')).toBeUndefined();
    expect(trouble).toHaveLength(1);
  });

  it('holds no more than it may, and parts first with what was used longest ago', async () => {
    const put = async (key: string, hoursAgo: number) => {
      const before = await entries().catch((): string[] => []);
      await open({ maxBytes: 10_000 }).put(key, bytes('x'.repeat(2000)));
      const added = (await entries()).find((entry) => !before.includes(entry)) ?? '';
      const then = new Date(Date.now() - hoursAgo * 3_600_000);
      await utimes(added, then, then);
    };
    for (const [key, hoursAgo] of [
      ['a', 4],
      ['b', 3],
      ['c', 2],
      ['d', 1],
    ] as const)
      await put(key, hoursAgo);
    expect(await text(open().get('a'))).toHaveLength(2000);
    await open({ maxBytes: 10_000 }).put('e', bytes('x'.repeat(2000)));
    const kept = async (key: string) => (await open().get(key)) !== undefined;
    expect([await kept('a'), await kept('b'), await kept('d'), await kept('e')]).toEqual([true, false, true, true]);
    await open({ maxBytes: 10_000 }).put('huge', bytes('x'.repeat(20_000)));
    expect([await kept('huge'), await kept('a')]).toEqual([false, true]);
    expect(trouble).toEqual([]);
  });

  it('touches nothing that is not its own, also in a folder that holds other things', async () => {
    await mkdir(join(folder, 'ab'), { recursive: true });
    await writeFile(join(folder, 'ab', 'thesis.md'), 'x'.repeat(9000));
    await writeFile(join(folder, 'letter.txt'), 'x'.repeat(9000));
    const cache = open({ maxBytes: 1000 });
    for (const key of ['a', 'b', 'c']) await cache.put(key, bytes('x'.repeat(600)));
    expect(await readdir(join(folder, 'ab'))).toContain('thesis.md');
    expect(await readdir(folder)).toContain('letter.txt');
  });

  it('takes away what a process left that was ended while it wrote, but not what is being written', async () => {
    const shelf = join(folder, 'ab');
    await mkdir(shelf, { recursive: true });
    const partial = (letter: string) => join(shelf, `${letter.repeat(62)}.${'0'.repeat(12)}.partial`);
    await writeFile(partial('a'), 'half');
    await writeFile(partial('b'), 'half');
    const then = new Date(Date.now() - 3_600_000);
    await utimes(partial('a'), then, then);
    await open().put('a', bytes('one'));
    expect((await readdir(shelf)).filter((name) => name.endsWith('.partial'))).toEqual([
      `${'b'.repeat(62)}.${'0'.repeat(12)}.partial`,
    ]);
  });

  it('is no cache, and says so once, where its folder cannot be used', async () => {
    await writeFile(folder, 'a file');
    const cache = open();
    await cache.put('a', bytes('one'));
    await cache.put('b', bytes('one'));
    expect(await cache.get('a')).toBeUndefined();
    expect(trouble).toHaveLength(1);
    expect(trouble[0]).toContain('cannot be used');
    expect(await readFile(folder, 'utf8')).toBe('a file');
  });

  it('leaves nothing half written when the disk is full', async () => {
    const full = async () => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    };
    const cache = open({}, { rename: full });
    await cache.put('a', bytes('one'));
    expect(await entries()).toEqual([]);
    expect(trouble).toHaveLength(1);
  });

  it('serves several who fill it at once', async () => {
    const caches = [open(), open(), open()];
    const puts = [...Array(30).keys()].map((index) =>
      (caches[index % 3] as ReturnType<typeof open>).put(`key ${index % 5}`, bytes(`value ${index % 5}`)),
    );
    await Promise.all(puts);
    for (const index of Array(5).keys()) expect(await text(open().get(`key ${index}`))).toBe(`value ${index}`);
    expect((await entries()).filter((entry) => entry.endsWith('.partial'))).toEqual([]);
    expect(trouble).toEqual([]);
  });
});

describe('this program’s cache', () => {
  it('is the same for each of its processes, and names no path', async () => {
    await openCache(folder).put('a', bytes('one'));
    expect(await text(openCache(folder).get('a'))).toBe('one');
    const all = await Promise.all((await entries()).map((entry) => readFile(entry, 'latin1')));
    for (const one of all) expect(one).not.toContain(process.cwd());
  });
});
