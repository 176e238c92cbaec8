import { beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../../src/build.js';
import type { BuildRequest, BuildResult } from '../../src/build-types.js';
import { type MemoryCache, memoryCache } from '../../src/cache/memory.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import type { World } from '../../src/world/model.js';
import { counted } from '../support/counted-layout.js';
import { memoryOutput } from '../support/memory-output.js';
import { lessonOf, tinyRequest, tinyWorld, WORK } from '../support/tiny.js';

vi.mock('@react-pdf/layout', async (original) => (await import('../support/counted-layout.js')).counting(original));

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#123456"/></svg>';

/** A booklet with a warning about a lesson, one about a picture, and changes to lessons of another. */
function files(changes: Record<string, string | undefined> = {}): Record<string, string> {
  const all = {
    'lessons/tiny/booklet.yaml': 'title: Tiny\neditions: [leader, participant]\n',
    'lessons/tiny/1-one.md': lessonOf('Words with Luke 11:9.\n\n<b>Words in HTML.</b>\n\n![](door.svg)'),
    'lessons/tiny/door.svg': DRAWING,
    'lessons/other/booklet.yaml': 'title: Other\nextends: ../tiny\n',
    ...changes,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
}

interface Given {
  world?: World;
  output?: ReturnType<typeof memoryOutput>;
  request?: Partial<BuildRequest>;
}

async function made(cache: MemoryCache | undefined, { world, output = memoryOutput(), request }: Given = {}) {
  counted.trees = 0;
  const result = await build(
    world ?? tinyWorld(files()),
    output,
    tinyRequest(request),
    undefined,
    cache ? { cache } : {},
  );
  return { ...plain(result), written: [...output.files], laidOut: counted.trees };
}

function plain({ files: made, messages }: BuildResult) {
  const told = made.map(({ milliseconds: _milliseconds, ...file }) => file);
  return { files: told, messages: formatDiagnostics(messages), places: messages.map(({ place }) => place) };
}

/** All but how much work it was. */
const result = ({ laidOut: _laidOut, ...rest }: Awaited<ReturnType<typeof made>>) => rest;

let cache: MemoryCache;
beforeEach(() => {
  cache = memoryCache();
});

describe('a booklet of which nothing has changed', () => {
  it('is given as it was, with all that was said of it, and no page is made', async () => {
    const without = await made(undefined);
    const first = await made(cache);
    const again = await made(cache);
    expect(without.laidOut).toBeGreaterThan(0);
    expect(again.laidOut).toBe(0);
    expect(first.messages).toContain('html-not-rendered');
    expect(result(first)).toEqual(result(without));
    expect(result(again)).toEqual(result(without));
    expect([...again.written.map(([path]) => path)]).toContain('/out/tiny/manifest.json');
  });

  it('is written only where it does not lie already, and where it does not lie as it was', async () => {
    const output = memoryOutput();
    await made(cache, { output });
    const whole = [...output.files];
    const stage = vi.spyOn(output, 'stage');
    await made(cache, { output });
    expect(stage).not.toHaveBeenCalled();
    output.files.set('/out/tiny/leader.pdf', new Uint8Array(5));
    output.files.delete('/out/tiny/manifest.json');
    expect((await made(cache, { output })).laidOut).toBe(0);
    expect(stage.mock.calls.map(([path]) => path)).toEqual(['/out/tiny/leader.pdf', '/out/tiny/manifest.json']);
    expect(new Map(output.files)).toEqual(new Map(whole));
  });

  it('is made anew where its files are no longer in the cache', async () => {
    const first = await made(cache);
    for (const key of cache.entries.keys()) if (key.startsWith('file ')) cache.entries.delete(key);
    const again = await made(cache);
    expect(again.laidOut).toBeGreaterThan(0);
    expect(result(again)).toEqual(result(first));
    expect((await made(cache)).laidOut).toBe(0);
  });

  it('is found again once what was changed is changed back', async () => {
    await made(cache);
    const changed = tinyWorld(files({ 'lessons/tiny/1-one.md': lessonOf('Other words.') }));
    expect((await made(cache, { world: changed })).laidOut).toBeGreaterThan(0);
    expect((await made(cache)).laidOut).toBe(0);
    expect((await made(cache, { world: changed })).laidOut).toBe(0);
  });

  it('is known in another place, where all is told by the names that it has there', async () => {
    await made(cache);
    const moved = Object.entries(files()).map(([path, text]) => [`/home/ruth/studies/${path.slice(8)}`, text]);
    const request = {
      base: '/home/ruth',
      booklets: ['/home/ruth/studies/tiny'],
      templates: ['/work/templates'],
    };
    const there: Given = { world: tinyWorld(Object.fromEntries(moved)), request };
    const without = await made(undefined, there);
    expect(without.messages).toContain('studies/tiny/1-one.md');
    expect(result(await made(cache, there))).toEqual(result(without));
    // The same folders elsewhere are the same booklet, as long as the program lies in none of them.
    const placed = async (root: string): Promise<Given> => {
      const elsewhere = Object.entries(files()).map(([path, text]) => [`${root}/${path}`, text]);
      return {
        world: tinyWorld({ ...Object.fromEntries(elsewhere), ...(await templateTexts(root)) }),
        request: { base: root, booklets: [`${root}/lessons/tiny`], templates: [`${root}/templates`] },
      };
    };
    await made(cache, await placed('/srv/own'));
    const carried = await made(cache, await placed('/srv/ci'));
    expect(carried.laidOut).toBe(0);
    expect(result(carried)).toEqual(result(await made(undefined, await placed('/srv/ci'))));
  });

  it('leaves no path of the computer in the cache', async () => {
    const outside = { base: '/home/ruth/else', booklets: [`${WORK}/lessons/tiny`, `${WORK}/lessons/other`] };
    const without = await made(undefined, { request: outside });
    expect(without.messages).toContain('/work/lessons/tiny/1-one.md');
    expect(result(await made(cache, { request: outside }))).toEqual(result(without));
    const again = await made(cache, { request: outside });
    expect(again.laidOut).toBe(0);
    expect(result(again)).toEqual(result(without));
    const records = [...cache.entries].filter(([key]) => key.startsWith('booklet '));
    expect(records).toHaveLength(2);
    for (const [, bytes] of records) expect(new TextDecoder().decode(bytes)).not.toMatch(/"\/|\/work|\/home|\/srv/);
  });
});

async function templateTexts(root: string): Promise<Record<string, string>> {
  const world = tinyWorld({});
  const found: Record<string, string> = {};
  const walk = async (folder: string): Promise<void> => {
    for (const name of await world.list(folder)) {
      const path = `${folder}/${name}`;
      if ((await world.kind(path)) === 'folder') await walk(path);
      else found[path.replace(WORK, root)] = new TextDecoder().decode(await world.readFile(path));
    }
  };
  await walk(`${WORK}/templates`);
  return found;
}

describe('a booklet of which something has changed', () => {
  const worlds: [string, () => World][] = [
    ['a lesson', () => tinyWorld(files({ 'lessons/tiny/1-one.md': lessonOf('Other words.') }))],
    ['a picture', () => tinyWorld(files({ 'lessons/tiny/door.svg': DRAWING.replace('#123456', '#654321') }))],
    ['a lesson more', () => tinyWorld(files({ 'lessons/tiny/2-two.md': lessonOf('More.').replace('One', 'Two') }))],
    ['a picture less', () => tinyWorld(files({ 'lessons/tiny/door.svg': undefined }))],
    ['booklet.yaml', () => tinyWorld(files({ 'lessons/tiny/booklet.yaml': 'title: Small\n' }))],
    ['the theme', () => tinyWorld(files({ 'templates/classic/theme.yaml': 'extends: plain\n' }))],
    ['the date', () => tinyWorld(files(), { SOURCE_DATE_EPOCH: '1234567890' })],
  ];
  it.each(worlds)('is made anew: %s', async (_what, world) => {
    await made(cache);
    const changed = await made(cache, { world: world() });
    expect(result(changed)).toEqual(result(await made(undefined, { world: world() })));
    expect(result(changed)).not.toEqual(result(await made(cache)));
  });

  const requests: [string, Partial<BuildRequest>][] = [
    ['an edition', { editions: ['participant'] }],
    ['a theme', { theme: 'plain' }],
    ['the paper', { paper: 'a4' }],
    ['a translation', { translation: 'KJV' }],
    ['the targets', { targets: ['screen', 'phone'] }],
    ['the design', { design: { accent: '#004488' } }],
  ];
  it.each(requests)('is made anew when something else is asked for: %s', async (_what, request) => {
    await made(cache);
    const other = await made(cache, { request });
    expect(other.laidOut).toBeGreaterThan(0);
    expect(result(other)).toEqual(result(await made(undefined, { request })));
    expect((await made(cache, { request })).laidOut).toBe(0);
  });

  /** The usual world, in which a file of the package of fonts reads as it does with more at its end. */
  function withOther(file: string): World {
    const usual = tinyWorld(files());
    return {
      ...usual,
      readFile: async (path) => {
        const bytes = await usual.readFile(path);
        return bytes && path.endsWith(file) ? new Uint8Array([...bytes, 10]) : bytes;
      },
    };
  }

  it('is made anew with another version of a package', async () => {
    await made(cache);
    expect((await made(cache, { world: withOther('/eb-garamond/package.json') })).laidOut).toBeGreaterThan(0);
  });

  it('is made anew with another file of a package that is only linked, whatever its version', async () => {
    const linked = (world: World): World => ({
      ...world,
      realPath: async (path) =>
        (await world.realPath(path))?.replace('/node_modules/@expo-google-fonts/', '/home/ruth/fonts/'),
    });
    await made(cache, { world: linked(tinyWorld(files())) });
    expect((await made(cache, { world: linked(tinyWorld(files())) })).laidOut).toBe(0);
    const other = await made(cache, { world: linked(withOther('/EBGaramond_400Regular.ttf')) });
    expect(other.laidOut).toBeGreaterThan(0);
  });

  it('is made anew with what lies below it, and alone', async () => {
    const request = { booklets: [`${WORK}/lessons/apart`, `${WORK}/lessons/tiny`, `${WORK}/lessons/other`] };
    const apart = { 'lessons/apart/booklet.yaml': 'title: Apart\n', 'lessons/apart/1-one.md': lessonOf('Apart.') };
    const before = tinyWorld(files(apart));
    const world = tinyWorld(
      files({ ...apart, 'lessons/tiny/1-one.md': lessonOf('Other <i>words</i>, KJV: Luke 1:1.') }),
    );
    const all = await made(cache, { request, world: before });
    const changed = await made(cache, { request, world });
    expect(changed.laidOut).toBeLessThan(all.laidOut);
    expect(changed.laidOut).toBeGreaterThan(0);
    expect(result(changed)).toEqual(result(await made(undefined, { request, world })));
    expect(changed.files.map(({ booklet }) => booklet)).toEqual(['apart', 'apart', 'tiny', 'tiny', 'other', 'other']);
    expect((await made(cache, { request, world })).laidOut).toBe(0);
  });

  it('is not kept with errors, and keeps nobody from hearing of others', async () => {
    const request = { booklets: [`${WORK}/lessons/tiny`, `${WORK}/lessons/wrong`] };
    const world = tinyWorld(files({ 'lessons/wrong/booklet.yaml': 'title: Wrong\nlessons: [none]\n' }));
    await made(cache);
    const wrong = await made(cache, { request, world });
    expect(wrong.files).toEqual([]);
    expect(wrong.messages).toContain('unknown-lesson');
    expect(result(wrong)).toEqual(result(await made(undefined, { request, world })));
    expect(result(await made(cache, { request, world }))).toEqual(result(wrong));
  });

  it('is not kept where the same was answered in two ways', async () => {
    const answers = [...Array(100).keys()].map((second) => String(1_000_000_000 + second));
    const world: World = { ...tinyWorld(files()), env: () => answers.pop() };
    await made(cache, { world });
    expect([...cache.entries.keys()].filter((key) => key.startsWith('booklet '))).toEqual([]);
    expect((await made(cache, { world })).laidOut).toBeGreaterThan(0);
  });
});
