import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { build, openWorkshop } from '../../src/build.js';
import type { World } from '../../src/world/model.js';
import { counted } from '../support/counted-layout.js';
import { memoryOutput } from '../support/memory-output.js';
import { readPdf, textOf } from '../support/pdf.js';
import { lessonOf, tinyWorld, WORK } from '../support/tiny.js';

vi.mock('@react-pdf/layout', async (original) => (await import('../support/counted-layout.js')).counting(original));

const FOLDER = `${WORK}/lessons/tiny`;
const QUESTION = ':::question{#q-who}\nWho prays?\n\n:::answer\nChrist does.\n:::\n:::\n'.replace(
  ':::question{#q-who}',
  '::::question{#q-who}',
);

const ART =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40" fill="#777"/></svg>';

const lesson = (title: string, body: string) => lessonOf(body).replace('title: One', `title: ${title}`);

function files(changes: Record<string, string> = {}): Record<string, string> {
  return {
    'lessons/tiny/booklet.yaml': 'title: Tiny\nback: [index-of-passages]\n',
    'lessons/tiny/1-one.md': lesson('One', `Words of the first, with Hebrews 7:25.\n\n${QUESTION.trim()}:\n`),
    'lessons/tiny/2-two.md': lesson('Two', '## A heading\n\nWords of the second.'),
    'lessons/tiny/3-three.md': lesson('Three', 'Words of the third, as in Luke 22:32.'),
    ...changes,
  };
}

/** A world whose files can be changed. */
function changingWorld(): { world: World; change(files: Record<string, string>): void } {
  let now = tinyWorld(files());
  const world = new Proxy({} as World, {
    get: (_, name: keyof World) => now[name],
  });
  return { world, change: (changed) => (now = tinyWorld(changed)) };
}

const request = { base: WORK, templates: [`${WORK}/templates`] };
const asked = { ...request, booklets: [FOLDER], out: '/out' };

beforeEach(() => {
  counted.trees = 0;
});

describe('a workshop', () => {
  it('builds what a new process would, after every change', async () => {
    const { world, change } = changingWorld();
    const workshop = openWorkshop(world);
    const steps: Record<string, string>[] = [
      {},
      { 'lessons/tiny/2-two.md': lesson('Two', '## A heading\n\nOther words of the second.') },
      { 'lessons/tiny/2-two.md': lesson('Another Title', `${'A longer text. '.repeat(600)}`) },
      { 'lessons/tiny/booklet.yaml': 'title: Larger\npaper: a4\ntheme: plain\n' },
      { 'lessons/tiny/2-two.md': lesson('Two', ':::nothing\n:::') },
      {},
    ];
    for (const step of steps) {
      change(files(step));
      const [output, fresh] = [memoryOutput(), memoryOutput()];
      const built = await workshop.build(output, asked);
      const expected = await build(tinyWorld(files(step)), fresh, asked);
      expect(built.messages.map(String)).toEqual(expected.messages.map(String));
      expect([...output.files.keys()]).toEqual([...fresh.files.keys()]);
      for (const [path, bytes] of fresh.files) expect(Buffer.compare(output.files.get(path) ?? bytes, bytes)).toBe(0);
    }
  });

  it('takes what stands on no page: how a picture is described, what language words are in, what a link is called', async () => {
    const { world, change } = changingWorld();
    const workshop = openWorkshop(world);
    const body = ([description, language, address]: readonly [string, string, string]) =>
      `![${description}](art.svg)\n\nThe word [:lang[pain]{lang=${language}}](https://example.org/${address}).`;
    for (const words of [
      ['A lamp', 'fr', 'a'],
      ['A candle', 'fr', 'a'],
      ['A candle', 'en', 'a'],
      ['A candle', 'en', 'b'],
    ] as const) {
      const step = { 'lessons/tiny/2-two.md': lesson('Two', body(words)), 'lessons/tiny/art.svg': ART };
      change(files(step));
      const [output, fresh] = [memoryOutput(), memoryOutput()];
      await workshop.build(output, asked);
      await build(tinyWorld(files(step)), fresh, asked);
      expect([...output.files.keys()]).toContain('/out/tiny/leader.pdf');
      for (const [path, bytes] of fresh.files) expect(Buffer.compare(output.files.get(path) ?? bytes, bytes)).toBe(0);
    }
  });

  it('lays out nothing twice, and after an edit only what it changed', async () => {
    const { world, change } = changingWorld();
    const workshop = openWorkshop(world);
    const layBoth = async () => {
      const { booklet } = await workshop.read({ ...request, folder: FOLDER });
      return [await booklet?.lay('participant', 'screen'), await booklet?.lay('leader', 'screen')];
    };
    await layBoth();
    const first = counted.trees;
    await layBoth();
    expect(counted.trees).toBe(first);
    change(files({ 'lessons/tiny/2-two.md': lesson('Two', '## A heading\n\nWords of the second, changed.') }));
    const [participant, leader] = await layBoth();
    // The lesson, which both editions show alike, and nothing else: not the contents, nor the index, nor any head or folio.
    expect(counted.trees).toBe(first + 1);
    expect(participant?.pages.length).toBeGreaterThan(6);
    expect(leader?.pages.length).toBeGreaterThan(6);
  });

  it('gives parts ids by which unchanged pages are known, and paints them', async () => {
    const { world, change } = changingWorld();
    const workshop = openWorkshop(world);
    const lay = async () => (await workshop.read({ ...request, folder: FOLDER })).booklet?.lay('leader', 'screen');
    const before = await lay();
    change(files({ 'lessons/tiny/2-two.md': lesson('Two', '## A heading\n\nCompletely new.') }));
    const after = await lay();
    const changed = after?.pages.flatMap(({ part }, page) => (before?.pages[page]?.part === part ? [] : page));
    const part = after?.pages[after.anchors.two as number]?.part ?? '';
    expect(changed).toEqual(after?.pages.flatMap((one, page) => (one.part === part ? page : [])));
    const [page] = (await readPdf((await after?.paint(part)) as Uint8Array)).pages;
    expect(textOf(page?.lines ?? [])).toContain('Completely new.');
    await expect(after?.paint('none')).rejects.toThrow(RangeError);
  });

  it('says where questions and lines came to stand, and what the editions come to', async () => {
    const { world } = changingWorld();
    const { booklet } = await openWorkshop(world).read({ ...request, folder: FOLDER });
    const book = await booklet?.lay('participant', 'screen');
    expect(booklet?.made).toEqual(['leader', 'participant']);
    expect(booklet?.editions.map(({ name }) => name)).toContain('large-print');
    expect(book?.questions).toEqual(['one.q-who']);
    const page = book?.anchors['one.q-who'];
    expect(book?.places).toContainEqual({ file: 'lessons/tiny/1-one.md', line: 7, page });
    expect(book?.outline.find(({ title }) => title.includes('Three'))).toMatchObject({ page: book?.anchors.three });
    expect(book?.sheets?.count).toBe(Math.ceil((book?.pages.length ?? 0) / 4));
    expect(await book?.paintSheets().then((bytes) => bytes.length)).toBeGreaterThan(1000);
  });

  it('tells of mistakes, and goes on once they are mended', async () => {
    const { world, change } = changingWorld();
    const workshop = openWorkshop(world);
    change(files({ 'lessons/tiny/2-two.md': lesson('Two', ':::nothing\n:::') }));
    const broken = await workshop.read({ ...request, folder: FOLDER });
    expect(broken.booklet).toBeUndefined();
    expect(broken.messages.map(({ ruleId }) => ruleId)).toEqual(['unknown-directive']);
    expect(broken.folders).toContain(FOLDER);
    change(files());
    expect((await workshop.read({ ...request, folder: FOLDER })).messages).toEqual([]);
  });

  it('stays level over many edits', async () => {
    const { world, change } = changingWorld();
    const workshop = openWorkshop(world);
    const edit = async (count: number) => {
      change(files({ 'lessons/tiny/2-two.md': lesson('Two', `Edit ${count}. ${'More words. '.repeat(count % 7)}`) }));
      const { booklet } = await workshop.read({ ...request, folder: FOLDER });
      const book = await booklet?.lay('participant', 'screen');
      await book?.paint(book.pages[book.anchors.two as number]?.part ?? '');
    };
    // Every lesson laid out and painted takes some hundred kilobytes; 120 that were not forgotten would take far more.
    expect(await growth(edit, { before: 40, counted: 120 })).toBeLessThan(5e6);
  });

  it('stays level over many builds, with what it read in their files', async () => {
    const { world, change } = changingWorld();
    const workshop = openWorkshop(world);
    const edit = async (count: number) => {
      change(files({ 'lessons/tiny/2-two.md': lesson('Two', `Edit ${count}. ${'More words of it. '.repeat(600)}`) }));
      const { files: made } = await workshop.build(memoryOutput(), asked);
      expect(made.length).toBeGreaterThan(0);
    };
    // What is read in 24 times the pages that an edit changes takes three megabytes; streams that were deflated are remembered longer.
    expect(await growth(edit, { before: 10, counted: 24 })).toBeLessThan(2e6);
  }, 180_000);
});

/** How many bytes are in use more after some edits than after those before them. */
async function growth(
  edit: (count: number) => Promise<void>,
  { before, counted: more }: { before: number; counted: number },
): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = async (from: number, to: number) => {
    for (let count = from; count < to; count++) {
      await edit(count);
      // React lets go of what it has finished in a task of its own.
      await new Promise(setImmediate);
    }
    collect();
    return process.memoryUsage().heapUsed;
  };
  const start = await used(0, before);
  return (await used(before, before + more)) - start;
}
