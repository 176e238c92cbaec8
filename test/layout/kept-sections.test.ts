import { create, type Font } from 'fontkit';
import { describe, expect, it, vi } from 'vitest';
import { build } from '../../src/build.js';
import type { BuildRequest } from '../../src/build-types.js';
import { memoryCache } from '../../src/cache/memory.js';
import { glyphOf } from '../../src/layout/fonts.js';
import { decode, encode } from '../../src/layout/kept/codec.js';
import { nameForAll, portableKeyOf } from '../../src/memory/identity.js';
import { diskWorld } from '../../src/world/disk.js';
import type { World } from '../../src/world/model.js';
import { INTERCESSION, ROOT } from '../support/booklet.js';
import { counted } from '../support/counted-layout.js';
import { memoryOutput } from '../support/memory-output.js';
import { lessonOf, tinyRequest, tinyWorld } from '../support/tiny.js';

vi.mock('@react-pdf/layout', async (original) => (await import('../support/counted-layout.js')).counting(original));

async function face(): Promise<Font> {
  const world = diskWorld();
  const path = await world.packageFile('@expo-google-fonts/cardo', '400Regular/Cardo_400Regular.ttf');
  return create((await world.readFile(path as string)) as Buffer) as Font;
}

describe('laid-out content that is written and read', () => {
  it('is the same, whatever is in it', async () => {
    const font = await face();
    const shared = { color: '#123456' };
    const content = {
      numbers: [0, 1, 65_535],
      others: [0, -0, Number.NaN, 65_536, 0.5, Number.POSITIVE_INFINITY],
      mixed: [1, 'two', undefined, null, true],
      nothing: [],
      undefined: undefined,
      bare: Object.assign(Object.create(null), { left: -0, inner: shared }),
      shared,
      map: new Map([['a', [1, 2]]]),
      bytes: new Uint8Array([1, 2]),
      buffer: Buffer.from([3, 4]),
      faces: [font],
      positions: [
        { xAdvance: 1.5, xOffset: -0 },
        { xAdvance: 2.5, xOffset: 0 },
      ],
      unlike: [{ a: 1 }, { a: 1, b: 2 }, { b: 2, a: 1 }],
      glyphs: [glyphOf(font, 5, [65]), glyphOf(font, 9, [102, 105]), glyphOf(font, 5, [])],
    };
    const bytes = encode(content, [font]) as Uint8Array;
    const again = await face();
    // It was first asked for as the glyph of other characters.
    again.getGlyph(5, [66]);
    const read = decode(bytes, [again]) as typeof content;
    const { faces, glyphs, ...rest } = read;
    const { faces: _faces, glyphs: before, ...whole } = content;
    expect(rest).toEqual(whole);
    expect(Object.keys(read)).toEqual(Object.keys(content));
    expect(Object.getPrototypeOf(read.bare)).toBeNull();
    expect(read.bare.inner).toBe(read.shared);
    expect(Buffer.isBuffer(read.buffer)).toBe(true);
    expect(faces[0]).toBe(again);
    const told = (all: typeof glyphs) => all.map(({ id, codePoints, advanceWidth }) => [id, codePoints, advanceWidth]);
    expect(told(glyphs)).toEqual(told(before));
  });

  it('is not written where it would not be read back as it is', async () => {
    const font = await face();
    class Picture {}
    expect(encode({ a: new Picture() }, [])).toBeUndefined();
    expect(encode({ a: Symbol('a') }, [])).toBeUndefined();
    expect(encode({ '\0': 1 }, [])).toBeUndefined();
    expect(encode([glyphOf(font, 5, [65])], [])).toBeUndefined();
  });
});

describe('a portable key', () => {
  const key = (facts: unknown) => portableKeyOf(facts);
  it('knows bytes by what they are, and functions by their names', () => {
    const named = (name: string) =>
      nameForAll(
        () => {},
        () => name,
      );
    expect(key({ a: Buffer.from('a'), b: named('n') })).toBe(key({ a: Buffer.from('a'), b: named('n') }));
    expect(key({ a: new Uint8Array([1]) })).not.toBe(key({ a: new Uint8Array([2]) }));
    expect(key([named('n')])).not.toBe(key([named('m')]));
    expect(key({ a: 1 })).not.toBe(key({ a: 2 }));
  });

  it('is none where something has no name', () => {
    expect(key({ a: () => {} })).toBeUndefined();
    expect(key({ a: new Map() })).toBeUndefined();
  });
});

/** Without what is known of whole booklets, so that only sections are found. */
function withoutBooklets(cache: ReturnType<typeof memoryCache>) {
  for (const name of cache.entries.keys()) if (!name.startsWith('section ')) cache.entries.delete(name);
  return cache;
}

async function made(world: World, request: BuildRequest, cache?: ReturnType<typeof memoryCache>) {
  counted.trees = 0;
  const output = memoryOutput();
  const { messages } = await build(world, output, request, undefined, cache ? { cache } : {});
  const files = [...output.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
  return { files: Object.fromEntries(files), messages: messages.map(String), laidOut: counted.trees };
}

function expectSame(some: Awaited<ReturnType<typeof made>>, others: typeof some): void {
  expect(some.messages).toEqual(others.messages);
  expect(Object.keys(some.files)).toEqual(Object.keys(others.files));
  // Compared without printing them.
  for (const [path, bytes] of Object.entries(others.files)) expect(some.files[path] === bytes, path).toBe(true);
}

describe('sections of the cache', () => {
  it('make the same files as those that are laid out, of the sample booklet', async () => {
    const request = {
      base: ROOT,
      booklets: [INTERCESSION],
      templates: [`${ROOT}/templates`],
      out: '/out',
      editions: ['leader', 'participant'],
    };
    const cache = memoryCache();
    const without = await made(diskWorld(), request);
    const first = await made(diskWorld(), request, cache);
    expectSame(first, without);
    const again = await made(diskWorld(), request, withoutBooklets(cache));
    expectSame(again, without);
    // Heads and folios are not sections.
    expect(again.laidOut).toBeLessThan(without.laidOut / 4);
  }, 120_000);

  const files = (words: string) => ({
    'lessons/tiny/booklet.yaml': 'title: Tiny\neditions: [leader, handout]\nback: [index-of-passages]\n',
    'lessons/tiny/1-one.md': lessonOf(
      `${words}, offering finest שָׁלוֹם and λόγος[^1] with Luke 11:9.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![A door](door.svg)\n\n[^1]: A note.`,
    ),
    'lessons/tiny/2-two.md': lessonOf(':::question\nWho *prays*?\n:::').replace('One', 'Two'),
    'lessons/tiny/door.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#123456"/></svg>',
  });
  const request = tinyRequest({ targets: ['screen', 'phone', 'home', 'copyshop', 'press'] });

  it('are laid out anew only where words have changed, for every target', async () => {
    const cache = memoryCache();
    const first = await made(tinyWorld(files('Words')), request, cache);
    const changed = await made(tinyWorld(files('Other words')), request, cache);
    expectSame(changed, await made(tinyWorld(files('Other words')), request));
    expect(changed.laidOut).toBeLessThan(first.laidOut);
    expectSame(await made(tinyWorld(files('Words')), request, withoutBooklets(cache)), first);
  }, 120_000);

  it('are others in another theme, type size or page', async () => {
    const cache = memoryCache();
    await made(tinyWorld(files('Words')), request, cache);
    for (const change of [{ theme: 'plain' }, { design: { bodySize: 12 } }, { paper: 'a4' as const }]) {
      const other = { ...request, targets: ['screen' as const], ...change };
      expectSame(await made(tinyWorld(files('Words')), other, cache), await made(tinyWorld(files('Words')), other));
    }
  }, 120_000);
});
