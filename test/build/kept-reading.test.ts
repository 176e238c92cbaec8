import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { loadBooklet } from '../../src/booklet/load.js';
import { readLessons } from '../../src/build/lessons.js';
import { BuildMemories, BuildMemory } from '../../src/build/memory.js';
import { readScripture } from '../../src/build/scripture.js';
import { type MemoryCache, memoryCache } from '../../src/cache/memory.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { setScripture } from '../../src/scripture/set-scripture.js';
import { diskWorld } from '../../src/world/disk.js';
import type { World } from '../../src/world/model.js';
import { INTERCESSION, ROOT } from '../support/booklet.js';
import { lessonOf, tinyWorld, WORK } from '../support/tiny.js';
import { spanishBible } from '../support/usfm.js';

const expand = promisify(inflateRaw);

const counted = vi.hoisted(() => ({ lessons: 0, sentences: 0 }));

vi.mock('../../src/markdown/parse.js', async (original) => {
  const module = await original<typeof import('../../src/markdown/parse.js')>();
  const parseLesson: typeof module.parseLesson = (source) => {
    counted.lessons += 1;
    return module.parseLesson(source);
  };
  return { ...module, parseLesson };
});

vi.mock('bible-passage-reference-parser/esm/bcv_parser.js', async (original) => {
  const module = await original<typeof import('bible-passage-reference-parser/esm/bcv_parser.js')>();
  class Counting extends module.bcv_parser {
    override parse(text: string) {
      counted.sentences += 1;
      return super.parse(text);
    }
  }
  return { ...module, bcv_parser: Counting };
});

/** What is read of a booklet, with how many lessons and sentences were parsed for it. */
async function read(world: World, folder: string, cache?: MemoryCache, base = WORK) {
  counted.lessons = 0;
  counted.sentences = 0;
  const memories = new BuildMemories(cache);
  const memory = cache ? memories.of(folder) : new BuildMemory();
  const { value: booklet } = await loadBooklet(world, folder, { base });
  if (!booklet) throw new Error(folder);
  const { value, messages } = await readLessons(world, booklet, base, memory);
  const scripture = await readScripture(world, booklet, value.lessons, base, memory);
  const set = value.lessons.map((lesson) => setScripture(lesson, scripture.value));
  await memories.settled();
  const all = [...messages, ...scripture.messages, ...set.flatMap((one) => one.messages)];
  return { result: { ...value, set: set.map((one) => one.value), messages: all }, ...counted };
}

let cache: MemoryCache;
beforeEach(() => {
  cache = memoryCache();
});

const drawing = (color: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="${color}"/></svg>`;

/** A lesson with something to say of its words, of a picture and of references. */
const LESSON = lessonOf(`Ask {{who}} in Luke 11:9, Luke 99:1 and v. 3, "as it is" (Luke 11:9, KJV).[^1]

<b>Words in HTML.</b> ![A door](door.svg) ![None](none.svg) ![](door.svg)

:::question{minutes=200}
Who *asks* in Romans 8:26?
:::

[^1]: A note on Rom 8.`);

/** Two lessons, the second without anything that is found in the first. */
function files(changes: Record<string, string> = {}): Record<string, string> {
  return {
    'lessons/tiny/booklet.yaml': 'title: Tiny\nvariables:\n  who: him\n',
    'lessons/tiny/1-one.md': LESSON,
    'lessons/tiny/2-two.md': lessonOf('Words of Hebrews 7:25. No more.').replace('One', 'Two'),
    'lessons/tiny/door.svg': drawing('#123456'),
    ...changes,
  };
}

const tiny = (changes?: Record<string, string>) => read(tinyWorld(files(changes)), `${WORK}/lessons/tiny`, cache);
const fresh = (changes?: Record<string, string>) => read(tinyWorld(files(changes)), `${WORK}/lessons/tiny`);

const fixture = (name: string) => readFileSync(`${ROOT}/test/fixtures/spanish/${name}`, 'utf8');

const SAMPLES: Record<string, () => [world: World, folder: string, base: string]> = {
  'the sample booklet': () => [diskWorld(), INTERCESSION, ROOT],
  'a booklet that changes another': () => [diskWorld(), `${INTERCESSION}-at-grace-chapel`, ROOT],
  'a booklet in Spanish with a translation of its own': () => [
    tinyWorld({
      'lessons/spanish/booklet.yaml': fixture('booklet.yaml'),
      'lessons/spanish/1-simon.md': fixture('1-simon.md'),
      ...spanishBible('lessons/spanish/biblia'),
    }),
    `${WORK}/lessons/spanish`,
    WORK,
  ],
  'a booklet with much to say of it': () => [tinyWorld(files()), `${WORK}/lessons/tiny`, WORK],
};

describe.each(Object.entries(SAMPLES))('%s', (_, sample) => {
  it('is read from the cache as it is read from its files, and nothing is parsed for it', async () => {
    const [world, folder, base] = sample();
    const without = await read(world, folder, undefined, base);
    const first = await read(world, folder, cache, base);
    expect(first.lessons).toBe(without.lessons);
    expect(first.sentences).toBeGreaterThan(0);
    expect(first.result).toStrictEqual(without.result);
    const put = vi.spyOn(cache, 'put');
    const again = await read(world, folder, cache, base);
    expect([again.lessons, again.sentences]).toEqual([0, 0]);
    expect(put).not.toHaveBeenCalled();
    expect(again.result).toStrictEqual(without.result);
  });
});

describe('what was read of a booklet before', () => {
  const shown = (messages: readonly Diagnostic[]) => formatDiagnostics(messages);

  it.each([
    ['words of a lesson', { 'lessons/tiny/1-one.md': LESSON.replace('A note', 'Another note') }, 1],
    ['its front matter', { 'lessons/tiny/1-one.md': LESSON.replace('title: One', 'title: One\nid: first') }, 1],
    ['what a variable stands for', { 'lessons/tiny/booklet.yaml': 'title: Tiny\nvariables:\n  who: her\n' }, 2],
    ['a picture', { 'lessons/tiny/door.svg': drawing('#654321') }, 1],
    ['a picture that cannot be printed', { 'lessons/tiny/door.svg': 'no picture' }, 1],
    ['a picture that was missing', { 'lessons/tiny/none.svg': drawing('#654321') }, 1],
    ['a picture that nothing uses', { 'lessons/tiny/other.svg': drawing('#654321') }, 0],
    ['a lesson before the others', { 'lessons/tiny/0-zero.md': lessonOf('Words.').replace('One', 'Zero') }, 3],
    [
      'the translation',
      { 'lessons/tiny/booklet.yaml': `${files()['lessons/tiny/booklet.yaml']}translation: KJV\n` },
      0,
    ],
    ['the language', { 'lessons/tiny/booklet.yaml': `${files()['lessons/tiny/booklet.yaml']}language: es\n` }, 0],
  ])('is read anew where it depends on %s', async (_, changes: Record<string, string>, lessons) => {
    await tiny();
    const [changed, without] = [await tiny(changes), await fresh(changes)];
    expect(changed.lessons).toBe(lessons);
    expect(changed.result).toStrictEqual(without.result);
    // Changed back, all is as it was.
    expect((await tiny()).result).toStrictEqual((await fresh()).result);
  });

  it('names the file that it was found in, wherever that lies', async () => {
    await tiny();
    const elsewhere = Object.fromEntries(
      Object.entries(files()).map(([path, text]) => [`/home/ann/${path.replace('lessons/tiny', 'mine')}`, text]),
    );
    const moved = await read(tinyWorld(elsewhere), '/home/ann/mine', cache, '/srv/a/b/c');
    expect(moved.lessons).toBe(0);
    expect(shown(moved.result.messages)).toContain('/home/ann/mine/1-one.md');
    expect(moved.result).toStrictEqual(
      (await read(tinyWorld(elsewhere), '/home/ann/mine', undefined, '/srv/a/b/c')).result,
    );
    cache.entries.clear();
    await read(tinyWorld(elsewhere), '/home/ann/mine', cache, '/srv/a/b/c');
    expect(cache.entries.size).toBe(3);
    for (const bytes of cache.entries.values()) {
      const text = await expand(bytes).catch(() => Buffer.from(bytes));
      expect(text.includes('/home')).toBe(false);
    }
  });

  it('spares the parser all sentences but those that are others', async () => {
    const edited = (from: string, to: string) => tiny({ 'lessons/tiny/1-one.md': LESSON.replace(from, to) });
    await tiny();
    expect((await edited('A note on', 'A word on')).sentences).toBe(1);
    expect((await edited('Words in', 'Letters in')).sentences).toBe(1);
    expect((await edited('Words in', 'Nothing in')).sentences).toBe(0);
  });

  it('keeps no sentences that are gone', async () => {
    await tiny();
    const sizes = () =>
      [...cache.entries].filter(([key]) => key.startsWith('sentences ')).map(([, { length }]) => length);
    const [before] = sizes();
    await tiny({ 'lessons/tiny/2-two.md': lessonOf('Words.') });
    expect(sizes()).toHaveLength(1);
    expect(sizes()[0]).toBeLessThan(before as number);
  });
});
