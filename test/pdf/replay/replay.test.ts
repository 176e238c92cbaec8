import { beforeEach, describe, expect, it, vi } from 'vitest';
import { build, openWorkshop } from '../../../src/build.js';
import { memoryCache } from '../../../src/cache/memory.js';
import { RecordedPdf } from '../../../src/pdf/replay/recorded-pdf.js';
import type { World } from '../../../src/world/model.js';
import { memoryOutput } from '../../support/memory-output.js';
import { lessonOf, tinyWorld, WORK } from '../../support/tiny.js';

const lesson = (title: string, body: string) => lessonOf(body).replace('title: One', `title: ${title}`);

/** What a page may do to a file beside its words: fields, links, places, tables, quotations, notes, art, several fonts. */
const RICH = `## A heading

See [the first](#one), [a place](https://example.org) and Hebrews 7:25, *with* **every** \`font\`.[^1]

:::icebreaker[Begin]
Say who you are, by :blank[name].
:::

::::question{#q-who}
Who prays? :blank[Christ]

:::answer
He does.
:::
::::

### A heading below

- [ ] to tick
- [ ] to tick too

| a | b |
|---|---|
| c | d |

> Words of another.

[^1]: A note.
`;

const files = (changes: Record<string, string> = {}): Record<string, string> => ({
  'lessons/tiny/booklet.yaml': 'title: Tiny\nback: [index-of-passages]\n',
  'lessons/tiny/1-one.md': lesson('One', 'Words of the first.'),
  'lessons/tiny/2-two.md': lesson('Two', RICH),
  'lessons/tiny/3-three.md': lesson('Three', 'Words of the third, as in Luke 22:32.'),
  ...changes,
});

const asked = {
  base: WORK,
  templates: [`${WORK}/templates`],
  booklets: [`${WORK}/lessons/tiny`],
  out: '/out',
};

/** Pages that were taken as they were painted before, and pages that were not. */
let taken: [taken: number, painted: number];
const takesUp = RecordedPdf.prototype.takesUp;
beforeEach(() => {
  taken = [0, 0];
  vi.spyOn(RecordedPdf.prototype, 'takesUp').mockImplementation(function (this: RecordedPdf) {
    const answer = takesUp.call(this);
    taken[answer ? 0 : 1] += 1;
    return answer;
  });
});

/** Holds what was made to what a process makes that knows nothing. */
async function expectFresh({ files: made }: ReturnType<typeof memoryOutput>, changes: Record<string, string>) {
  const fresh = memoryOutput();
  await build(tinyWorld(files(changes)), fresh, asked);
  expect([...made.keys()]).toEqual([...fresh.files.keys()]);
  for (const [path, bytes] of fresh.files)
    expect(Buffer.compare(made.get(path) ?? new Uint8Array(), bytes), path).toBe(0);
}

/** Builds the same booklet again and again in one process, with other files each time. */
function rebuilding() {
  let now = tinyWorld(files());
  const workshop = openWorkshop(new Proxy({} as World, { get: (_, name: keyof World) => now[name] }));
  return async (changes: Record<string, string> = {}) => {
    now = tinyWorld(files(changes));
    const output = memoryOutput();
    taken = [0, 0];
    const { messages } = await workshop.build(output, asked);
    const [again, painted] = taken;
    await expectFresh(output, changes);
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    return { again, painted };
  };
}

describe('pages that were painted before', () => {
  it('are taken as they are where nothing has changed, all but those with pictures', async () => {
    const rebuild = rebuilding();
    const first = await rebuild();
    // A page of both editions that are alike may be painted for one only.
    expect(first.painted).toBeGreaterThan(first.again);
    const second = await rebuild();
    expect(second.again + second.painted).toBe(first.again + first.painted);
    expect(second.painted).toBeLessThanOrEqual(2);
  });

  it('are taken as they are where another page has changed, before them or after', async () => {
    const rebuild = rebuilding();
    await rebuild();
    const after = await rebuild({
      'lessons/tiny/3-three.md': lesson('Three', 'Words of the third, as in Luke 22:31.'),
    });
    expect(after.again).toBeGreaterThan(after.painted);
    const before = await rebuild({ 'lessons/tiny/1-one.md': lesson('One', 'Words, first of the words.') });
    expect(before.again).toBeGreaterThan(before.painted);
  });

  it.each([
    ['letters that no page before had, so that codes of later ones are others', 'Žluťoučký kůň, ŵ and ﬁ „Αβγ“.'],
    ['another font first', '`code` **bold** *italic* words.'],
    ['more pages, so that folios and sides are others', 'A longer text. '.repeat(400)],
    ['fields, whose names go on', 'Say :blank[one] and :blank[two].\n\n- [ ] to tick'],
    ['links and notes', 'See [a place](https://example.org/x), Luke 22:32.[^1]\n\n[^1]: A note of its own.'],
    ['headings', '## One\n\nWords.\n\n#### Deep\n\nWords.'],
  ])('are as a new process makes them after %s', async (_, body) => {
    const rebuild = rebuilding();
    await rebuild();
    await rebuild({ 'lessons/tiny/1-one.md': lesson('One', body) });
    await rebuild();
    const again = await rebuild({ 'lessons/tiny/1-one.md': lesson('One', body) });
    expect(again.again).toBeGreaterThan(0);
  });

  it('are as a new process makes them when the same page stands twice, and on other sides', async () => {
    const yaml = (more: string) => ({ 'lessons/tiny/booklet.yaml': `title: Tiny\n${more}` });
    const rebuild = rebuilding();
    await rebuild(yaml('fit: notes\n'));
    await rebuild(yaml('fit: notes\nback: [index-of-passages]\n'));
    await rebuild(yaml('fit: notes\n'));
  });

  it('are painted again in another theme, size or language', async () => {
    const rebuild = rebuilding();
    const yaml = (more: string) => ({ 'lessons/tiny/booklet.yaml': `title: Tiny\n${more}` });
    await rebuild(yaml(''));
    for (const more of ['theme: plain\n', 'paper: a4\n', 'language: es\n', 'design: {accent: "#204060"}\n', ''])
      await rebuild(yaml(more));
  });
});

describe('pages that another process painted', () => {
  it('are taken from the cache as they are, and give the same files', async () => {
    const cache = memoryCache();
    const make = async (changes: Record<string, string>) => {
      const output = memoryOutput();
      taken = [0, 0];
      await build(tinyWorld(files(changes)), output, asked, undefined, { cache });
      const [again, painted] = taken;
      await expectFresh(output, changes);
      return { again, painted };
    };
    const first = await make({});
    expect(first.again).toBe(0);
    const changed = { 'lessons/tiny/1-one.md': lesson('One', 'Words, first of the words.') };
    const second = await make(changed);
    expect(second.again).toBeGreaterThan(second.painted);
    // What was painted the second time was kept as well.
    const third = await make({ ...changed, 'lessons/tiny/3-three.md': lesson('Three', 'Words of the third.') });
    expect(third.again).toBeGreaterThan(third.painted);
    // Letters that no page before had: all codes behind them are others.
    await make({ 'lessons/tiny/1-one.md': lesson('One', 'Žluťoučký kůň, ŵ and ﬁ „Αβγ“.') });
    await make({});
  });
});
