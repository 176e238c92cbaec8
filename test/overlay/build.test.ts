import { describe, expect, it } from 'vitest';
import { survey } from '../../src/build.js';
import type { BuildRequest } from '../../src/build-types.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';
import { bytesOf, made, ROOT } from '../support/booklet.js';
import { readPdf, textOf } from '../support/pdf.js';
import { buildTiny, lessonOf, tinyWorld, WORK } from '../support/tiny.js';

const BASE = {
  'lessons/tiny/booklet.yaml': 'title: Tiny\nvariables: {church: Anywhere}\n',
  'lessons/tiny/1-one.md': `---
title: One
passages: Mark 4:1-20
duration: 10
---

:::question{minutes=10}
Which soil?
:::

:::leader
Only you see this.
:::

Words for {{church}}. See [the second](#two.q1).
`,
  'lessons/tiny/2-two.md': lessonOf(':::question\nWhen?\n:::'),
  'lessons/ours/booklet.yaml': 'extends: ../tiny\nvariables: {church: Grace Chapel}\n',
};

type Files = Record<string, string>;

const buildOurs = (files: Files, request: Partial<BuildRequest> = {}) =>
  buildTiny(tinyWorld({ ...BASE, ...files }), { booklets: [`${WORK}/lessons/ours`], ...request });

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'));

async function wordsOf(built: Awaited<ReturnType<typeof buildOurs>>, edition: string): Promise<string> {
  const pdf = await readPdf(bytesOf(built, edition));
  return pdf.pages
    .map((page) => textOf(page.lines))
    .join('\n')
    .replace(/\s+/g, ' ');
}

describe('a build of an overlay', () => {
  it('prints what is changed in both guides, and to each only what is for it', async () => {
    const built = await buildOurs({
      'lessons/ours/changes.md': `
:::::override{#one.q1 was=${await hashOf('one.q1')}}
::::question{minutes=10}
Which seed? See verse 5.

:::answer
Our own answer.
:::
::::
:::::

:::::add{after=#one}
:::leader
Our own note.
:::

For everyone at {{church}}.
:::::
`,
    });
    expect(formatDiagnostics(built.messages)).toBe('');
    expect(built.files.map(({ path }) => path)).toEqual(['/out/ours/leader.pdf', '/out/ours/participant.pdf']);
    const leader = await wordsOf(built, 'leader');
    const participant = await wordsOf(built, 'participant');
    for (const words of [leader, participant]) {
      expect(words).toContain('Which seed?');
      expect(words).toContain('Words for Grace Chapel.');
      expect(words).toContain('For everyone at Grace Chapel.');
      expect(words).not.toContain('Which soil?');
      expect(words).not.toContain('Anywhere');
    }
    expect(leader).toContain('Our own answer.');
    expect(leader).toContain('Our own note.');
    expect(participant).not.toContain('Our own answer.');
    expect(participant).not.toContain('Our own note.');
  });

  it('tells every problem in the file in which it stands', async () => {
    const built = await buildOurs({
      'lessons/ours/changes.md': `:::::override{#one.q1 was=${await hashOf('one.q1')}}
:::question{minutes=15}
See Mark 4:99 and [there](#three). \u{1F642}

::scripture[Mark 77:1]
:::

"Behold, the sower went out to sew" (Mark 4:3, WEB).
:::::

:::add{after=#one}
And of [nothing](#one.q9).
:::
`,
    });
    const told = linesOf(formatDiagnostics(built.messages)).map((line) => line.split('  ').slice(0, 2).join('  '));
    expect(told).toEqual([
      'lessons/ours/changes.md:1:1  timing-sum',
      'lessons/ours/changes.md:3:5  reference-missing',
      'lessons/ours/changes.md:3:19  link-target',
      'lessons/ours/changes.md:3:36  unprintable-character',
      'lessons/ours/changes.md:5:1  reference-missing',
      'lessons/ours/changes.md:8:38  quotation-differs',
      'lessons/ours/changes.md:12:8  link-target',
    ]);
    expect(built.written.size).toBe(0);
    expect(formatDiagnostics(built.messages).split('\n')[0]).toBe(
      'lessons/ours/changes.md:1:1  timing-sum  warning: “one” is to take 10 minutes, and with its changes the parts that are not optional take 15; expected the same number; plan 5 fewer in what you change or add, or make a part optional',
    );
  });

  it('leaves out the links to lessons that it leaves out', async () => {
    const yaml = 'extends: ../tiny\nlessons: [1-one]\nvariables: {church: Grace}\n';
    const built = await buildOurs({ 'lessons/ours/booklet.yaml': yaml }, { editions: ['participant'] });
    expect(formatDiagnostics(built.messages)).toBe(
      'lessons/ours/booklet.yaml:2:10  link-lost  warning: a link in lessons/tiny/1-one.md:15 to “#two.q1”, and “two” is not in this booklet; only its words are printed; expected words that are still true; read that place, and change its block too if it no longer fits',
    );
    expect(await wordsOf(built, 'participant')).toContain('See the second.');
    // A link of one's own is an error, since it can be mended.
    const own = await buildOurs({
      'lessons/ours/booklet.yaml': yaml,
      'lessons/ours/1-one.md': BASE['lessons/tiny/1-one.md'],
    });
    expect(formatDiagnostics(own.messages)).toMatch(/^lessons\/ours\/1-one\.md:15:\d+ {2}link-target/);
  });

  it('reads nothing from outside the folders, links followed', async () => {
    for (const name of ['changes.md', 'changes.lock.json']) {
      const files = Object.fromEntries(Object.entries(BASE).map(([path, text]) => [`${WORK}/${path}`, text]));
      const world = memoryWorld(
        { ...files, [`${WORK}/secret`]: 'x' },
        { packages: diskWorld(), links: { [`${WORK}/lessons/ours/${name}`]: `${WORK}/secret` } },
      );
      const { messages } = await survey(world, `${WORK}/lessons/ours`, { base: WORK });
      expect(formatDiagnostics(messages)).toBe(
        `lessons/ours/${name}  path-outside  a link to a file outside the folder; expected a file in the folder; copy the file here`,
      );
    }
  });

  it('reports a changes.md that is no text', async () => {
    const { messages } = await survey(
      tinyWorld({ ...BASE, 'lessons/ours/changes.md': new Uint8Array([0x61, 0xff]) }),
      `${WORK}/lessons/ours`,
      { base: WORK },
    );
    expect(formatDiagnostics(messages)).toMatch(/^lessons\/ours\/changes\.md {2}file-unreadable/);
  });
});

describe('the overlay of Grace Chapel', () => {
  const folder = `${ROOT}/lessons/intercession-at-grace-chapel`;

  it('is up to date with the booklet that it extends', async () => {
    const { value, messages } = await survey(diskWorld(), folder, { base: ROOT });
    expect(formatDiagnostics(messages)).toBe('');
    expect(value?.lessons.map(({ name }) => name)).toEqual([
      '1-old-testament-intercessors',
      '2-luke-22',
      '3-hebrews-7',
      '4-our-town',
    ]);
    expect(value?.changes.map(({ kind, target }) => `${kind} ${target}`)).toEqual([
      'override luke-22.q-sort',
      'omit hebrews-7.q-again',
      'add hebrews-7.q-bold',
    ]);
    const upstream = new Map(value?.upstream.map((block) => [block.id, block]));
    for (const [id, entry] of value?.lock ?? []) expect([id, entry.hash]).toEqual([id, upstream.get(id)?.hash]);
    expect(value?.lock.size).toBe(2);
  });

  it('builds without a message, with what is its own in it', async () => {
    const built = await made({ booklets: [folder], editions: ['leader', 'participant'] });
    expect(formatDiagnostics(built.messages)).toBe('');
    const [leader, participant] = [await wordsOf(built, 'leader'), await wordsOf(built, 'participant')];
    for (const words of [leader, participant]) {
      expect(words).toContain('Take this month’s prayer list of Grace Chapel.');
      expect(words).not.toContain('List six things');
      expect(words).not.toContain('I think I have used up my chances');
      expect(words).toContain('For the Place Where We Live');
      expect(words).toContain('The kettle is on from seven');
      expect(words).toContain('January 28, 2027');
      expect(words).not.toMatch(/six (?:studies|sessions)/i);
    }
    expect(leader).toContain('people who need it will not ask where to go');
    expect(participant).not.toContain('people who need it will not ask where to go');
  });
});

async function hashOf(id: string): Promise<string> {
  const { value } = await survey(tinyWorld(BASE), `${WORK}/lessons/ours`, { base: WORK });
  return value?.upstream.find((block) => block.id === id)?.hash ?? '';
}
