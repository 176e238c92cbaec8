import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltByProcess, builtByProcess } from '../support/process.js';

const LESSON = `---\ntitle: Ask\n---

::scripture[Luke 11:9-10]

:::question
What may we ask for? <b>Anything</b>, says the KJV.
:::
`;

let folder: string;
let cache: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gathering-processes-'));
  cache = join(folder, 'cache');
  for (const name of ['one', 'two']) await writeBooklet(name);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => rm(cache, { recursive: true, force: true }));

async function writeBooklet(name: string): Promise<void> {
  await mkdir(join(folder, 'lessons', name), { recursive: true });
  await writeFile(join(folder, 'lessons', name, 'booklet.yaml'), `title: ${name}\neditions: [leader, participant]\n`);
  await writeFile(join(folder, 'lessons', name, '1-ask.md'), LESSON);
}

/** In a process with this, whatever loads react-pdf fails: the bundle names what it took from where. */
const WITHOUT_PAGES = `data:text/javascript,${encodeURIComponent(`
  import { register } from 'node:module';
  register('data:text/javascript,' + encodeURIComponent(\`
    export async function load(url, context, next) {
      const module = await next(url, context);
      if (String(module.source).includes('// node_modules/@react-pdf/layout/')) throw new Error('pages are made');
      return module;
    }\`));`)}`;

/** Builds both booklets in a process of its own. */
function built(
  options: { cache?: string; out?: string; withoutPages?: boolean; json?: boolean } = {},
): Promise<BuiltByProcess> {
  const { out = 'output', withoutPages = false, json = false } = options;
  const named = options.cache ?? cache;
  const args = [...(named === 'off' ? ['--no-cache'] : ['--cache', named]), ...(json ? ['--json'] : [])];
  return builtByProcess(folder, args, { out, node: withoutPages ? ['--import', WITHOUT_PAGES] : [] });
}

async function entries(): Promise<string[]> {
  const found = await readdir(cache, { recursive: true, withFileTypes: true });
  const all = found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return all.sort();
}

describe('processes with a cache', () => {
  it('make and say the same with it cold, warm, off and damaged, and make no pages when nothing has changed', async () => {
    const off = await built({ cache: 'off', out: 'off' });
    expect(Object.keys(off.files).sort()).toEqual(
      ['one', 'two'].flatMap((id) =>
        ['leader.pdf', 'manifest.json', 'participant.pdf'].map((name) => `/${id}/${name}`),
      ),
    );
    expect(off.stderr).toContain('html-not-rendered');
    const same = (run: BuiltByProcess) => {
      expect(run.stdout.replaceAll('output/', 'off/')).toBe(off.stdout);
      expect(run.stderr).toBe(off.stderr);
      expect(run.files).toEqual(off.files);
    };
    await expect(built({ withoutPages: true })).rejects.toThrow('pages are made');
    same(await built());
    const pdf = join(folder, 'output/one/leader.pdf');
    const before = await stat(pdf);
    same(await built({ withoutPages: true }));
    expect((await stat(pdf)).mtimeMs).toBe(before.mtimeMs);
    // Files that are gone or are others are written from the cache.
    await rm(join(folder, 'output/two'), { recursive: true });
    await truncate(pdf, 1000);
    same(await built({ withoutPages: true }));

    const whole = await entries();
    for (const [index, path] of whole.entries()) {
      const bytes = await readFile(path);
      // Each in another way, and the files are gone, so that all of the cache is needed.
      if (index % 3 === 0) await truncate(path, Math.floor(bytes.length / 2));
      else {
        const at = (index * 7919) % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (index % 8)), at);
        await writeFile(path, bytes);
      }
    }
    await rm(join(folder, 'output'), { recursive: true });
    const damaged = await built();
    expect(damaged.stderr.match(/is damaged/g)).toHaveLength(1);
    same({ ...damaged, stderr: damaged.stderr.replace(/^The cache in .* is damaged; .*\n/m, '') });
    same(await built({ withoutPages: true }));
  }, 180_000);

  it('make and say of one lesson that was edited what they make and say without it', async () => {
    const lesson = join(folder, 'lessons/one/2-more.md');
    await writeFile(lesson, LESSON.replace('Ask', 'More'));
    try {
      await built();
      await writeFile(lesson, LESSON.replace('Ask', 'More').replace('may we', 'might we'));
      const off = await built({ cache: 'off', out: 'off' });
      const warm = await built();
      expect(warm.stdout.replaceAll('output/', 'off/')).toBe(off.stdout);
      expect(warm.stderr).toBe(off.stderr);
      expect(warm.files).toEqual(off.files);
    } finally {
      await rm(lesson);
    }
  }, 180_000);

  it('may be two at once, with one cache and one place for what they make', async () => {
    const off = await built({ cache: 'off', out: 'off' });
    const both = await Promise.all([built({ out: 'shared' }), built({ out: 'shared' })]);
    for (const { stderr } of both) expect(stderr).toBe(off.stderr);
    const after = await built({ out: 'shared', withoutPages: true });
    expect(after.files).toEqual(off.files);
    expect((await entries()).filter((path) => path.endsWith('.partial'))).toEqual([]);
  }, 180_000);

  it('say the same as data', async () => {
    const off = await built({ cache: 'off', out: 'off', json: true });
    await built({ out: 'off' });
    const warm = await built({ out: 'off', json: true, withoutPages: true });
    expect(warm.stdout).toBe(off.stdout);
    expect(JSON.parse(warm.stdout).files).toHaveLength(4);
  }, 180_000);
});
