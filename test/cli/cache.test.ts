import { describe, expect, it } from 'vitest';
import { memoryCache } from '../../src/cache/memory.js';
import { run } from './fake.js';

/** Runs a build, and tells which folder a cache was opened in: undefined for the user's own, `none` for no cache. */
async function opened(argv: string[], env: Record<string, string> = {}) {
  const folders: (string | undefined)[] = [];
  let given: unknown;
  const cache = memoryCache();
  const { exit, stderr } = await run(['build', ...argv], {
    env,
    openCache: async (folder) => {
      folders.push(folder);
      return cache;
    },
    build: async (...[, , , , from]) => {
      given = from?.cache;
      return { files: [], messages: [] };
    },
  });
  expect(given).toBe(folders.length > 0 ? cache : undefined);
  return { exit, stderr, folder: folders.length > 0 ? folders[0] : 'none' };
}

describe('the cache of a build', () => {
  it('is the user’s own, unless another folder is named, or none is wanted', async () => {
    expect((await opened([])).folder).toBeUndefined();
    expect((await opened(['--cache', 'kept'])).folder).toBe('/work/kept');
    expect((await opened([], { GATHERING_CACHE: '/var/kept' })).folder).toBe('/var/kept');
    expect((await opened(['--cache', 'kept'], { GATHERING_CACHE: '/var/kept' })).folder).toBe('/work/kept');
    expect((await opened(['--cache', 'kept'], { GATHERING_CACHE: 'off' })).folder).toBe('/work/kept');
    expect((await opened([], { GATHERING_CACHE: '' })).folder).toBeUndefined();
    expect((await opened([], { GATHERING_CACHE: 'off' })).folder).toBe('none');
    expect((await opened(['--no-cache'], { GATHERING_CACHE: '/var/kept' })).folder).toBe('none');
  });

  it('must have a name', async () => {
    const { exit, stderr } = await opened(['--cache', '']);
    expect(exit).toBe(2);
    expect(stderr).toContain('--cache is empty');
  });

  it('tells of trouble in a line, which is no message and counts for nothing', async () => {
    const trouble = async (...argv: string[]) =>
      run(['build', ...argv], {
        openCache: async (_folder, onTrouble) => {
          onTrouble('The cache in /var/\u001b[31m is damaged');
          return undefined;
        },
      });
    const told = await trouble();
    expect(told.stderr).toContain('The cache in /var/\\u{1b}[31m is damaged.\n');
    expect(told.exit).toBe(0);
    expect((await trouble('--quiet')).stderr).toBe('');
    const json = await trouble('--json');
    expect(JSON.parse(json.stdout).messages).toEqual([]);
    expect(json.stderr).toContain('is damaged.');
  });
});
