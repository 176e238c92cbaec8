import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { programIdentity } from '../../src/cache/disk/program.js';
import { userCacheFolder } from '../../src/cache/disk/user-folder.js';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'gathering-program-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

/** Writes a program of two files and two libraries, one of which needs the other. */
async function program(name: string, changes: Record<string, string> = {}): Promise<string> {
  const root = join(parent, name);
  const files = {
    'package.json': '{"name":"gathering","version":"1.0.0","dependencies":{"one":"1.0.0"}}',
    'src/main.ts': 'main',
    'src/layout/section.ts': 'section',
    'src/layout/section.d.ts': 'types',
    'node_modules/.package-lock.json': '{}',
    'node_modules/one/package.json': '{"name":"one","version":"1.0.0","dependencies":{"two":"^1.0.0"}}',
    'node_modules/two/package.json': '{"name":"two","version":"1.0.0"}',
    'node_modules/unused/package.json': '{"name":"unused","version":"1.0.0"}',
    ...changes,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

function notebook() {
  const notes = new Map<string, string>();
  return {
    notes,
    read: (name: string) => notes.get(name),
    write: (name: string, text: string) => void notes.set(name, text),
  };
}

describe('the identity of the program', () => {
  it('is the same wherever it lies', async () => {
    expect(programIdentity(undefined, await program('a'))).toBe(programIdentity(undefined, await program('b')));
  });

  it.each([
    ['its own code', { 'src/layout/section.ts': 'Section' }],
    ['another file of code', { 'src/layout/more.ts': '' }],
    ['its version', { 'package.json': '{"name":"gathering","version":"1.0.1","dependencies":{"one":"1.0.0"}}' }],
    [
      'a library',
      { 'node_modules/one/package.json': '{"name":"one","version":"1.0.1","dependencies":{"two":"^1.0.0"}}' },
    ],
    ['a library of a library', { 'node_modules/two/package.json': '{"name":"two","version":"1.0.1"}' }],
    [
      'a library that a library has for itself',
      { 'node_modules/one/node_modules/two/package.json': '{"name":"two","version":"2.0.0"}' },
    ],
  ])('is another with %s', async (_what, changes) => {
    expect(programIdentity(undefined, await program('b', changes))).not.toBe(
      programIdentity(undefined, await program('a')),
    );
  });

  it('is the same with other types, and other packages beside it', async () => {
    const changes = {
      'src/layout/section.d.ts': 'others',
      'node_modules/unused/package.json': '{"name":"unused","version":"2.0.0"}',
    };
    expect(programIdentity(undefined, await program('b', changes))).toBe(
      programIdentity(undefined, await program('a')),
    );
  });

  it('is noted, and worked out anew when a file is another one', async () => {
    const book = notebook();
    const root = await program('a');
    const first = programIdentity(book, root);
    expect(book.notes.size).toBe(1);
    expect(programIdentity(book, root)).toBe(first);
    expect(book.notes.size).toBe(1);
    await writeFile(join(root, 'src/main.ts'), 'Main');
    await utimes(join(root, 'src/main.ts'), 1, 1);
    expect(programIdentity(book, root)).not.toBe(first);
  });

  it('is never taken from a note where no list says what is installed', async () => {
    const book = notebook();
    const root = await program('a');
    await rm(join(root, 'node_modules/.package-lock.json'));
    const first = programIdentity(book, root);
    await writeFile(join(root, 'node_modules/two/package.json'), '{"name":"two","version":"1.0.1"}');
    expect(programIdentity(book, root)).not.toBe(first);
  });

  it('is that of the program which is running', () => {
    expect(programIdentity()).toMatch(/^[0-9a-f]{64}$/);
    expect(programIdentity()).toBe(programIdentity(notebook()));
  });
});

describe('the user’s folder for caches', () => {
  it('is where each system has it', () => {
    expect(userCacheFolder({}, 'linux', '/home/ruth')).toBe('/home/ruth/.cache/gathering');
    expect(userCacheFolder({ XDG_CACHE_HOME: '/var/tmp' }, 'linux', '/home/ruth')).toBe('/var/tmp/gathering');
    expect(userCacheFolder({ XDG_CACHE_HOME: 'cache' }, 'linux', '/home/ruth')).toBe('/home/ruth/.cache/gathering');
    expect(userCacheFolder({}, 'darwin', '/Users/ruth')).toBe('/Users/ruth/Library/Caches/gathering');
    expect(userCacheFolder({}, 'win32', 'C:/Users/ruth')).toBeUndefined();
    expect(userCacheFolder({}, 'linux', '')).toBeUndefined();
  });
});
