import { describe, expect, it } from 'vitest';
import type { BuildRequest, BuildResult } from '../../src/build.js';
import { Changes } from '../../src/cli/changes.js';
import { roundLine } from '../../src/cli/round-line.js';
import type { WatchOptions } from '../../src/preview/watch-folders.js';
import { memoryWorld } from '../../src/world/memory.js';
import { built, type Given, message, run } from './fake.js';

const at = new Date(2026, 10, 24, 9, 5, 7);

describe('roundLine', () => {
  const line = (result: BuildResult) => roundLine('prayer', result, { at, milliseconds: 1249 });

  it('says when, what, how much and how long', () => {
    expect(line({ files: [built(), built({ pages: 64 })], messages: [] })).toBe(
      '09:05:07  prayer: 2 files, 96 pages, 1.2 s',
    );
    expect(line({ files: [built({ pages: 1 })], messages: [message('timing-sum')] })).toBe(
      '09:05:07  prayer: 1 file, 1 page, 1 warning, 1.2 s',
    );
  });

  it('says that nothing was written where there are errors', () => {
    expect(line({ files: [], messages: [message('yaml-syntax'), message('leak'), message('timing-sum')] })).toBe(
      '09:05:07  prayer: 2 errors, 1 warning; nothing was written, 1.2 s',
    );
  });

  it('cannot be made to drive a terminal', () => {
    expect(roundLine('a\u001b[31m', { files: [], messages: [] }, { at, milliseconds: 0 })).not.toContain('\u001b');
  });
});

describe('changes', () => {
  it('are gathered until they are asked for, and end', async () => {
    const changes = new Changes();
    changes.add(['/a', '/b']);
    changes.add(['/a']);
    expect(await changes.next()).toEqual(['/a', '/b']);
    const later = changes.next();
    changes.add(['/c']);
    expect(await later).toEqual(['/c']);
    const last = changes.next();
    changes.end();
    expect(await last).toBeUndefined();
    changes.add(['/d']);
    expect(await changes.next()).toBeUndefined();
  });
});

/** A run of `watch` that a test drives: it saves files and stops. */
async function watching(argv: string[], given: Given, script: (drive: Drive) => Promise<void>) {
  const builds: string[][] = [];
  const watched: string[][] = [];
  const results = new Map<string, () => Promise<BuildResult>>();
  let options: WatchOptions | undefined;
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let closed = false;
  const files: Record<string, string> = {
    '/work/lessons/a/booklet.yaml': '',
    '/work/lessons/b/booklet.yaml': '',
    ...given.files,
  };
  const running = run(['watch', ...argv], {
    world: { ...memoryWorld({}), ...live(files) },
    clock: () => at,
    stopped: () => stopped,
    watchFolders: async (asked) => {
      options = asked;
      return {
        watch: async (folders) => void watched.push([...folders]),
        async close() {
          closed = true;
        },
      };
    },
    openWorkshop: async () => ({
      read: async ({ folder }) => ({
        messages: [],
        folders: folder.endsWith('/b') ? [folder, '/work/lessons/a'] : [folder],
      }),
      build: async (_output, request: BuildRequest) => {
        builds.push(request.booklets);
        const name = request.booklets[0]?.split('/').at(-1) ?? '';
        return (await results.get(name)?.()) ?? { files: [built({ booklet: name })], messages: [] };
      },
    }),
    ...given,
  });
  const drive: Drive = {
    builds,
    results,
    files,
    watched,
    save: (...paths) => options?.onChange(paths),
    until: (count) => expect.poll(() => builds.length, { interval: 1 }).toBe(count),
    options: () => options,
  };
  await script(drive);
  stop();
  const result = await running;
  expect(closed || builds.length === 0).toBe(true);
  return { ...result, builds, watched };
}

interface Drive {
  builds: string[][];
  results: Map<string, () => Promise<BuildResult>>;
  files: Record<string, string>;
  watched: string[][];
  save(...paths: string[]): void;
  until(count: number): Promise<void>;
  options(): WatchOptions | undefined;
}

/** A world whose files a test changes. */
function live(files: Record<string, string>) {
  return {
    kind: async (path: string) => memoryWorld(files).kind(path),
    list: async (path: string) => memoryWorld(files).list(path),
  };
}

describe('gathering watch', () => {
  it('builds at once, and then what was saved', async () => {
    const { stdout, stderr, exit, builds } = await watching([], {}, async ({ until, save, builds }) => {
      await until(2);
      save('/work/lessons/b/1.md');
      await until(3);
      expect(builds[2]).toEqual(['/work/lessons/b']);
      save('/work/lessons/notes.txt');
      save('/work/lessons/a/1.md');
      await until(5);
    });
    expect(exit).toBe(0);
    expect(builds.slice(3)).toEqual([['/work/lessons/a'], ['/work/lessons/b']]);
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      '09:05:07  a: 1 file, 32 pages, 0.0 s',
      '09:05:07  b: 1 file, 32 pages, 0.0 s',
    ]);
    expect(stderr).toBe('Waiting for you to save. Ctrl+C ends it.\n');
  });

  it('outlives mistakes, and tells them', async () => {
    const { stdout, stderr, exit } = await watching(['lessons/a'], {}, async ({ until, save, results }) => {
      await until(1);
      results.set('a', async () => ({ files: [], messages: [message('unknown-directive')] }));
      save('/work/lessons/a/1.md');
      await until(2);
      results.set('a', () => Promise.reject(new Error('a fault')));
      save('/work/lessons/a/1.md');
      await until(3);
      results.delete('a');
      save('/work/lessons/a/1.md');
      await until(4);
    });
    expect(exit).toBe(0);
    expect(stdout.split('\n').slice(1, 3)).toEqual([
      '09:05:07  a: 1 error; nothing was written, 0.0 s',
      '09:05:07  a: 1 file, 32 pages, 0.0 s',
    ]);
    expect(stderr).toContain('lessons/a/1.md:3:5  unknown-directive  this; expected that; mend it');
    expect(stderr).toContain('Something went wrong inside gathering: a fault');
  });

  it('builds once more for all that is saved during a build', async () => {
    const { builds } = await watching(['lessons/a'], {}, async ({ until, save, results }) => {
      await until(1);
      let finish = () => {};
      const slow = new Promise<void>((resolve) => {
        finish = resolve;
      });
      results.set('a', () => slow.then(() => ({ files: [built()], messages: [] })));
      save('/work/lessons/a/1.md');
      await until(2);
      for (let n = 0; n < 5; n++) save('/work/lessons/a/1.md');
      finish();
      await until(3);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(builds).toHaveLength(3);
  });

  it('watches what booklets are made from, but not what it writes, and finds new ones', async () => {
    const { watched, builds } = await watching(['--out', 'made'], {}, async ({ until, save, files, options }) => {
      await until(2);
      expect(options()?.except).toEqual(['/work/made']);
      files['/work/lessons/c/booklet.yaml'] = '';
      save('/work/lessons/c/booklet.yaml');
      await until(3);
    });
    expect(watched.at(-1)).toEqual(expect.arrayContaining(['/work/lessons', '/work/lessons/a', '/work/lessons/c']));
    expect(builds[2]).toEqual(['/work/lessons/c']);
  });

  it('takes the options of a build, and with --quiet prints nothing but messages', async () => {
    const asked: BuildRequest[] = [];
    const given: Given = {
      openWorkshop: async () => ({
        read: async ({ folder }) => ({ messages: [], folders: [folder] }),
        build: async (_output, request) => {
          asked.push(request);
          return { files: [built()], messages: [message('timing-sum')] };
        },
      }),
    };
    const argv = ['lessons/a', '--edition', 'leader', '--for', 'home', '--theme', 'plain', '--paper', 'a4', '--quiet'];
    const { stdout, stderr } = await watching(argv, given, async () => {
      await expect.poll(() => asked.length).toBe(1);
    });
    expect(asked[0]).toMatchObject({ editions: ['leader'], targets: ['home'], theme: 'plain', paper: 'a4' });
    expect([stdout, stderr]).toEqual([
      '',
      expect.stringMatching(/^lessons\/a\/1\.md:3:5 {2}timing-sum {2}warning.*\n$/),
    ]);
  });

  it('does not begin where no saving could help', async () => {
    const none = await watching([], { files: {}, world: memoryWorld({}) }, async () => {});
    expect([none.exit, none.stderr]).toEqual([1, expect.stringContaining('booklet-missing')]);
    const result = { files: [], messages: [message('duplicate-booklet')] };
    const twice = await watching(['lessons/a', 'other/a'], { result }, async () => {});
    expect([twice.exit, twice.stderr]).toEqual([1, expect.stringContaining('duplicate-booklet')]);
  });
});
