import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryCache } from '../../src/cache/memory.js';
import { type BuiltByProcess, builtByProcess } from '../support/process.js';
import { run } from './fake.js';

const lesson = (title: string, more = '') => `---
title: ${title}
---

::scripture[Luke 11:9-10]

What **${title}** means is <b>asked</b> here, see Hebrews 7:25.

::::question
What may we ask for?

:::answer
Whatever ${title} needs.
:::
::::
${more}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gathering-jobs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Puts booklets into a folder of their own, each a lesson by its name. */
async function booklets(name: string, lessons: Record<string, string>): Promise<string> {
  for (const [id, text] of Object.entries(lessons)) {
    await mkdir(join(folder, name, 'lessons', id), { recursive: true });
    await writeFile(
      join(folder, name, 'lessons', id, 'booklet.yaml'),
      `title: ${id}\neditions: [leader, participant]\n`,
    );
    await writeFile(join(folder, name, 'lessons', id, '1-first.md'), text);
  }
  return join(folder, name);
}

const THREE = { ask: lesson('Asking'), knock: lesson('Knocking'), seek: lesson('Seeking') };

describe('booklets made by several threads', () => {
  let place: string;
  let one: BuiltByProcess;
  beforeAll(async () => {
    place = await booklets('three', THREE);
    one = await builtByProcess(place, ['--no-cache', '--jobs', '1'], { out: 'one' });
  }, 180_000);

  it('are to the byte what one thread makes, and all that is said of them', async () => {
    expect(Object.keys(one.files).sort()).toEqual(
      Object.keys(THREE).flatMap((id) =>
        ['leader.pdf', 'manifest.json', 'participant.pdf'].map((at) => `/${id}/${at}`),
      ),
    );
    expect(one.stderr.match(/html-not-rendered/g)).toHaveLength(3);
    for (const jobs of ['2', '3']) {
      const several = await builtByProcess(place, ['--no-cache', '--jobs', jobs], { out: 'one' });
      expect(several).toEqual(one);
    }
  }, 180_000);

  it('are the same as data, and for every target', async () => {
    const args = ['--no-cache', '--json', '--for', 'screen,home,press,phone', '--jobs'];
    const alone = await builtByProcess(place, [...args, '1'], { out: 'targets' });
    const shared = await builtByProcess(place, [...args, '2'], { out: 'targets' });
    expect(JSON.parse(alone.stdout).files.length).toBeGreaterThan(24);
    expect(shared).toEqual(alone);
  }, 180_000);

  it('are kept in the cache by whichever thread makes them', async () => {
    const args = ['--cache', join(folder, 'kept'), '--jobs'];
    expect(await builtByProcess(place, [...args, '2'], { out: 'one' })).toEqual(one);
    const warm = await builtByProcess(place, [...args, '2', '--json'], { out: 'one' });
    expect(JSON.parse(warm.stdout).messages).toHaveLength(3);
    // Another booklet is made beside them, and the three are taken whole.
    await booklets('three', { watch: lesson('Watching') });
    const four = await builtByProcess(place, [...args, '2'], { out: 'one' });
    expect(four.files).toMatchObject(one.files);
    expect(Object.keys(four.files)).toHaveLength(12);
    await rm(join(place, 'lessons/watch'), { recursive: true });
  }, 180_000);
});

describe('a long booklet', () => {
  it('has its files looked through by another thread, and is the same', async () => {
    const place = await booklets('long', { acts: lesson('Acting') });
    for (let number = 2; number <= 12; number += 1) {
      await writeFile(join(place, 'lessons/acts', `${number}-part${number}.md`), lesson(`Part ${number}`));
    }
    const args = ['--no-cache', '--for', 'screen,home', '--json', '--jobs'];
    const alone = await builtByProcess(place, [...args, '1']);
    expect(JSON.parse(alone.stdout).files.length).toBeGreaterThan(3);
    expect(await builtByProcess(place, [...args, '2'])).toEqual(alone);
  }, 180_000);
});

describe('errors in one of several booklets', () => {
  it('are all told, in the same words and order, and nothing of any is written', async () => {
    const place = await booklets('wrong', {
      ...THREE,
      knock: lesson('Knocking', '\n::scripture[Luke 99:1]\n'),
      seek: lesson('Seeking', '\n[nowhere](#nowhere)\n'),
    });
    const runs: BuiltByProcess[] = [];
    for (const jobs of ['1', '2']) {
      runs.push(await builtByProcess(place, ['--no-cache', '--jobs', jobs], { mayFail: true }));
    }
    const [alone, shared] = runs;
    expect(alone?.exit).toBe(1);
    expect(alone?.stderr).toContain('Luke 99:1');
    expect(alone?.stderr).toContain('nowhere');
    expect(alone?.files).toEqual({});
    expect(shared).toEqual(alone);
  }, 180_000);

  it('may be files that cannot be read', async () => {
    const place = await booklets('unreadable', THREE);
    for (const id of ['knock', 'seek']) {
      const path = join(place, 'lessons', id, '1-first.md');
      await rm(path);
      await symlink(path, path);
    }
    const alone = await builtByProcess(place, ['--no-cache', '--jobs', '1'], { mayFail: true });
    const shared = await builtByProcess(place, ['--no-cache', '--jobs', '2'], { mayFail: true });
    expect(alone.exit).not.toBe(0);
    expect(alone.stderr).toContain('knock');
    expect(alone.files).toEqual({});
    expect(shared).toEqual(alone);
  }, 180_000);
});

describe('--jobs', () => {
  /** How many threads a build is to have, or why it has none. */
  async function asked(argv: string[], hasFolder = true) {
    let jobs: number | undefined | 'not asked for' = 'not asked for';
    const { exit, stderr } = await run(['build', ...argv], {
      openCache: async () => (hasFolder ? { ...memoryCache(), folder: '/kept' } : memoryCache()),
      openWorkers: async (options) => {
        jobs = options.jobs;
        return undefined;
      },
      build: async (...[, , , , from]) => {
        await from?.openWorkers?.(from.cache);
        return { files: [], messages: [] };
      },
    });
    return { exit, stderr, jobs };
  }

  it('is how many threads there are; else the computer decides', async () => {
    expect((await asked(['--jobs', '3'])).jobs).toBe(3);
    expect((await asked([])).jobs).toBeUndefined();
  });

  it.each(['0', '-1', '1.5', 'all', '', '65'])('cannot be “%s”', async (value) => {
    const { exit, stderr } = await asked([`--jobs=${value}`]);
    expect(exit).toBe(2);
    expect(stderr).toContain('a whole number from 1 to 64');
  });

  it('is not heard where one phase is to follow the other, or where no other thread could open the cache', async () => {
    const two = ['lessons/one', 'lessons/two', '--jobs', '2'];
    expect((await asked([...two, '--timings'])).jobs).toBe('not asked for');
    expect((await asked(two, false)).jobs).toBe('not asked for');
    expect((await asked(two)).jobs).toBe(2);
  });
});
