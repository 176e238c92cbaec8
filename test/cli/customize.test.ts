import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build, survey } from '../../src/build.js';
import { type Customizing, runCustomize } from '../../src/cli/customize.js';
import { diskOutput } from '../../src/output/write.js';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';
import { memoryOutput } from '../support/memory-output.js';
import { tinyWorld, WORK } from '../support/tiny.js';

const LESSON = `---
title: The Sower
memory-verse: Mark 4:20
---

:::icebreaker[Green fingers]{minutes=5}
What did you plant last?
:::

::::question{#soils}
Which four soils are there?[^soil]

:::answer
The path, the rock, the thorns, the good soil.
:::
::::

![A field](images/field.svg)

::memory-verse

:::aside
See ![a star](<images/star one.svg>).
:::

[^soil]: The word means
    earth.
`;

const FILES: Record<string, string> = {
  'lessons/harvest/booklet.yaml':
    'title: "Sowing: {{church}}"\nvariables: {church: Grace Chapel, meets: "Thursdays: 7"}\n',
  'lessons/harvest/1-sowing.md': LESSON,
  'lessons/harvest/2-reaping.md': '---\ntitle: Reaping\n---\n\n## Then\n\n:::question\nWhen?\n:::\n',
  'lessons/harvest/images/field.svg': '<svg viewBox="0 0 20 10" width="40"><path d="M0 0L20 10"/></svg>',
  'lessons/harvest/images/star one.svg': '<svg viewBox="0 0 20 10" width="40"><path d="M0 0L20 10"/></svg>',
};

type Files = Record<string, string>;

/** What a run printed and wrote, and all the files that there are afterwards. */
interface Customized {
  exit: number;
  stdout: string;
  stderr: string;
  written: Files;
  files: Files;
}

/** Runs `customize` over files below `/work` as the command does. */
async function run(asked: Customizing, files: Files = FILES, links: Files = {}): Promise<Customized> {
  const output = memoryOutput();
  const place = (all: Files) =>
    Object.fromEntries(Object.entries(all).map(([path, text]) => [`${WORK}/${path}`, text]));
  const told = { stdout: '', stderr: '' };
  const exit = await runCustomize(
    {
      stdout: { write: (text) => (told.stdout += text) },
      stderr: { write: (text) => (told.stderr += text) },
      isTTY: false,
      cwd: WORK,
      env: {},
      world: memoryWorld(place(files), { links }),
      output,
      survey,
    },
    asked,
  );
  const written = Object.fromEntries(
    [...output.files].map(([path, bytes]) => [
      path.slice(WORK.length + 1),
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    ]),
  );
  return { exit, ...told, written, files: { ...files, ...written } };
}

/** What a build says of a folder. */
async function messagesOf(files: Files, folder = 'lessons/ours'): Promise<string[]> {
  const { messages } = await build(tinyWorld(files), memoryOutput(), {
    base: WORK,
    booklets: [`${WORK}/${folder}`],
    templates: [`${WORK}/templates`],
    out: '/out',
    editions: ['leader'],
  });
  return messages.map(({ file, line, ruleId }) => `${file}:${line ?? ''} ${ruleId}`);
}

/** The line of changes.md that holds a text. */
function lineOf(files: Files, text: string): string {
  const [before = ''] = (files['lessons/ours/changes.md'] ?? '').split(text);
  return String(before.split('\n').length);
}

const made = async (change: string[] = []) => run({ booklet: 'lessons/harvest', to: 'lessons/ours', change });

describe('gathering customize --to', () => {
  it('makes an overlay that builds as it is', async () => {
    const { exit, stdout, stderr, written, files } = await made();
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      'Made lessons/ours/booklet.yaml\nMade lessons/ours/changes.md\nSay in them what is yours. To make the PDFs:\n  gathering build lessons/ours\n',
    );
    expect(Object.keys(written)).toEqual(['lessons/ours/booklet.yaml', 'lessons/ours/changes.md']);
    const yaml = written['lessons/ours/booklet.yaml'] ?? '';
    expect(yaml).toContain('\nextends: ../harvest\n');
    expect(yaml).toContain('\nvariables:\n  church: "Grace Chapel"\n  meets: "Thursdays: 7"\n');
    expect(yaml).toContain('\n# schedule:\n#   - 2027-01-07\n#   - 2027-01-14\n\n');
    expect(yaml).toContain('\n# lessons:\n#   - 1-sowing\n#   - 2-reaping\n');
    expect(written['lessons/ours/changes.md']).toContain('\n    ::::override{#sowing.soils}\n');
    expect(await messagesOf(files)).toEqual([]);
  });

  it('makes one in which every line that is prepared can be used', async () => {
    const { files } = await made();
    const yaml = (files['lessons/ours/booklet.yaml'] ?? '').replace(/^# ?(?=[a-z]+: |[a-z]+:$| {2}- )/gm, '');
    expect(yaml).toMatch(/^schedule:\n {2}- 2027/m);
    const logo = { 'lessons/ours/logo.svg': FILES['lessons/harvest/images/star one.svg'] ?? '' };
    const taught = (files['lessons/ours/changes.md'] ?? '').replace(/^ {4}/gm, '').replaceAll(/^gathering.*$/gm, '');
    const told = await messagesOf({
      ...files,
      ...logo,
      'lessons/ours/booklet.yaml': yaml,
      'lessons/ours/changes.md': taught,
    });
    expect([...new Set(told.map((line) => line.split(' ')[1]))]).toEqual(['change-unchecked']);
  });

  it('puts blocks into it that can be changed, with the notes they point to', async () => {
    const { exit, stdout, written, files } = await made([
      'sowing.soils',
      '#reaping.q1',
      'sowing.aside',
      'sowing.soils',
    ]);
    expect(exit).toBe(0);
    expect(stdout).toContain(
      'Copy images/star one.svg into lessons/ours: a picture lies beside the file that shows it\n',
    );
    expect(written['lessons/ours/changes.md']).toMatch(
      /\n:::::override\{#sowing\.soils was=[0-9a-f]{12}\}\n::::question\{#soils\}\nWhich four soils are there\?\[\^soil\]\n[\s\S]*\n::::\n:::::\n\n\[\^soil\]: The word means\n {4}earth\.\n\n::::override\{#reaping\.q1 was=[0-9a-f]{12}\}\n:::question\nWhen\?\n:::\n::::\n/,
    );
    const lock = JSON.parse(written['lessons/ours/changes.lock.json'] ?? '');
    expect(Object.keys(lock)).toEqual(['reaping.q1', 'sowing.aside', 'sowing.soils']);
    expect(lock['reaping.q1'].text).toBe(':::question\nWhen?\n:::');
    expect(await messagesOf(files)).toEqual([
      `lessons/ours/changes.md:${lineOf(written, 'images/star')} image-missing`,
    ]);
  });

  it.each([
    ['a folder with something in it', { 'lessons/ours/x.txt': '' }, 'a folder of that name, which is not empty'],
    ['a file', { 'lessons/ours': 'x' }, 'a file of that name'],
  ])('writes over nothing: %s', async (_, there: Files, found) => {
    const { exit, stderr, written } = await run(
      { booklet: 'lessons/harvest', to: 'lessons/ours' },
      { ...FILES, ...there },
    );
    expect([exit, written]).toEqual([1, {}]);
    expect(stderr).toBe(
      `lessons/ours  name-taken  ${found}; expected a name that is free; name another folder with --to; nothing was changed\n`,
    );
  });

  it('says what is wrong before it makes anything', async () => {
    const unknown = await made(['sowing.soil', 'nothing.like-it']);
    expect([unknown.exit, unknown.written]).toEqual([1, {}]);
    expect(unknown.stderr).toBe(
      'lessons/harvest  unknown-block  no block “#nothing.like-it”; expected the id of a block of this booklet; leave --change and --accept out to see them all\n' +
        'lessons/harvest  unknown-block  no block “#sowing.soil”; expected the id of a block of this booklet; did you mean “sowing.soils”?\n',
    );
    const none = await run({ booklet: 'lessons/harvst', to: 'lessons/ours' });
    expect(none.stderr).toContain('booklet-missing');
    expect(none.exit).toBe(1);
    const both = await run({ booklet: 'lessons/harvest', to: 'lessons/ours', accept: ['sowing.soils'] });
    expect(both).toMatchObject({
      exit: 2,
      written: {},
      stderr: 'error: --accept is for an overlay that there is already; leave --to out\n',
    });
  });

  it('finds the way between any two folders', async () => {
    const way = async (to: string) =>
      /^extends: (.*)$/m.exec(Object.values((await run({ booklet: 'lessons/harvest', to })).written)[0] ?? '')?.[1];
    expect(await way('ours')).toBe('../lessons/harvest');
    expect(await way('lessons/harvest/ours')).toBe('..');
    expect(await way('a/b/c')).toBe('../../../lessons/harvest');
  });
});

describe('gathering customize', () => {
  it('lists the blocks by their ids', async () => {
    const { exit, stdout, written } = await run({ booklet: 'lessons/harvest/booklet.yaml' });
    expect([exit, written]).toEqual([0, {}]);
    expect(stdout).toBe(
      [
        '#sowing.icebreaker    icebreaker    lessons/harvest/1-sowing.md:6',
        '#sowing.soils         question      lessons/harvest/1-sowing.md:10',
        '#sowing.memory-verse  memory-verse  lessons/harvest/1-sowing.md:20',
        '#sowing.aside         aside         lessons/harvest/1-sowing.md:22',
        '#reaping.then         heading       lessons/harvest/2-reaping.md:5',
        '#reaping.q1           question      lessons/harvest/2-reaping.md:7',
        '',
      ].join('\n'),
    );
  });

  it('adds to a changes.md and leaves every character that is there', async () => {
    const { files } = await made();
    const mine =
      '\uFEFF# Ours\r\n\r\n::omit{#reaping.then}\r\n\r\n[^soil]: Another.\r\n\r\n:::add{after=#sowing.soils}\r\nx[^soil]\r\n:::';
    const given = { ...files, 'lessons/ours/changes.md': mine };
    const { exit, stdout, written } = await run({ booklet: 'lessons/ours', change: ['sowing.soils'] }, given);
    expect([exit, stdout]).toEqual([0, 'Wrote #sowing.soils into lessons/ours/changes.md\n']);
    const now = written['lessons/ours/changes.md'] ?? '';
    expect(now.startsWith(`${mine}\r\n\r\n:::::override{#sowing.soils was=`)).toBe(true);
    expect(now).not.toMatch(/[^\r]\n/);
    // The name of the note is taken, so that of the copy is another.
    expect(now).toContain('Which four soils are there?[^soil-2]\r\n');
    expect(now).toContain('\r\n[^soil-2]: The word means\r\n    earth.\r\n');
    expect(await messagesOf({ ...given, ...written })).toEqual(['lessons/ours/changes.md:3 change-unchecked']);
  });

  it('makes a changes.md where there is none', async () => {
    const { files } = await made();
    const { 'lessons/ours/changes.md': _gone, ...rest } = files;
    const { written } = await run({ booklet: 'lessons/ours', change: ['reaping.q1'] }, rest);
    expect(Object.keys(written)).toEqual(['lessons/ours/changes.md', 'lessons/ours/changes.lock.json']);
    expect(await messagesOf({ ...rest, ...written })).toEqual([]);
  });

  it('tells of upstream changes until they are accepted', async () => {
    const { files } = await made(['sowing.soils']);
    const upstream: Files = {
      ...files,
      'lessons/harvest/1-sowing.md': LESSON.replace('Which four', 'Which of the four'),
    };
    expect(await messagesOf(upstream)).toEqual([
      `lessons/ours/changes.md:${lineOf(files, '{#sowing.soils was')} upstream-changed`,
    ]);
    const { exit, stdout, files: after } = await run({ booklet: 'lessons/ours', accept: ['#sowing.soils'] }, upstream);
    expect([exit, stdout]).toEqual([0, 'Accepted #sowing.soils as it is now\n']);
    expect(await messagesOf(after)).toEqual([]);
    expect(after['lessons/ours/changes.lock.json']).toContain('Which of the four');
    const without = (text = '') => text.replace(/was=[0-9a-f]+/, '');
    expect(without(after['lessons/ours/changes.md'])).toBe(without(upstream['lessons/ours/changes.md']));
    // Accepting once more changes nothing.
    const again = await run({ booklet: 'lessons/ours', accept: ['sowing.soils'] }, after);
    expect(again.files).toEqual(after);
  });

  it('writes a hash down where there was none, and only there', async () => {
    const { files } = await made();
    const mine =
      '\uFEFF::omit{#reaping.then}\r\n\r\n::::override{#sowing.soils}\r\n:::question{#a}\r\n}?\r\n:::\r\n::::\r\n';
    const { written } = await run(
      { booklet: 'lessons/ours', accept: ['reaping.then', 'sowing.soils'] },
      { ...files, 'lessons/ours/changes.md': mine },
    );
    const now = written['lessons/ours/changes.md'] ?? '';
    expect(now.replaceAll(/ was=[0-9a-f]{12}/g, '')).toBe(mine);
    expect(now).toMatch(/^\uFEFF::omit\{#reaping\.then was=\w+\}\r\n\r\n::::override\{#sowing\.soils was=\w+\}\r\n/);
  });

  it('takes the source of a block from the overlay that is extended', async () => {
    const first = await made(['reaping.q1']);
    const ours: Files = {
      ...first.files,
      'lessons/ours/changes.md': (first.files['lessons/ours/changes.md'] ?? '').replace('When?', 'When, and where?'),
    };
    const youth = await run({ booklet: 'lessons/ours', to: 'lessons/youth', change: ['reaping.q1'] }, ours);
    expect(youth.written['lessons/youth/changes.md']).toContain(':::question\nWhen, and where?\n:::');
    expect(await messagesOf(youth.files, 'lessons/youth')).toEqual([]);
  });

  it.each([
    [
      'a booklet that extends none',
      { booklet: 'lessons/harvest', change: ['sowing.soils'] },
      'lessons/harvest/booklet.yaml  missing-key  no “extends”; expected a booklet that extends another; make one first: gathering customize lessons/harvest --to DIR',
    ],
    [
      'a block that is changed already',
      { booklet: 'lessons/ours', change: ['sowing.soils'] },
      'lessons/ours/changes.md:LINE:1  duplicate-change  a change of “#sowing.soils”; expected one change of each block; edit the one that is there; nothing was changed',
    ],
    [
      'a block that is not changed',
      { booklet: 'lessons/ours', accept: ['reaping.q1'] },
      'lessons/ours/changes.md  unknown-block  no change of “#reaping.q1”; expected the id of a block that is replaced or left out here; to begin one, run customize with --change reaping.q1',
    ],
  ])('changes nothing for %s', async (_, asked, line) => {
    const { files } = await made(['sowing.soils']);
    expect(await run(asked, files)).toMatchObject({
      exit: 1,
      written: {},
      stdout: '',
      stderr: `${line.replace('LINE', lineOf(files, '{#sowing.soils was'))}\n`,
    });
  });

  it('changes nothing in a changes.md with an error in it', async () => {
    const { files } = await made();
    const broken = { ...files, 'lessons/ours/changes.md': ':::override{#sowing.soils}\nnever closed\n' };
    const { exit, stderr, written } = await run({ booklet: 'lessons/ours', change: ['reaping.q1'] }, broken);
    expect([exit, written]).toEqual([1, {}]);
    expect(stderr).toContain('lessons/ours/changes.md:1:1  unclosed-directive');
  });

  it('reads and writes nothing outside the folder', async () => {
    const { files } = await made();
    const { 'lessons/ours/changes.md': _gone, ...rest } = files;
    const { exit, stderr, written } = await run(
      { booklet: 'lessons/ours', change: ['reaping.q1'] },
      { ...rest, 'secret.md': 'x' },
      { [`${WORK}/lessons/ours/changes.md`]: `${WORK}/secret.md` },
    );
    expect([exit, written]).toEqual([1, {}]);
    expect(stderr).toContain('lessons/ours/changes.md  path-outside  a link to a file outside the folder');
  });

  it('works on a disk', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'customize-'));
    try {
      for (const [path, text] of Object.entries(FILES)) {
        await mkdir(join(cwd, path, '..'), { recursive: true });
        await writeFile(join(cwd, path), text);
      }
      const io = {
        stdout: { write: () => true },
        stderr: { write: () => true },
        isTTY: false,
        cwd,
        env: {},
        world: diskWorld(),
        output: diskOutput(),
        survey,
      };
      const booklet = 'lessons/ours';
      expect(await runCustomize(io, { booklet: 'lessons/harvest', to: booklet })).toBe(0);
      expect(await runCustomize(io, { booklet, change: ['sowing.soils'] })).toBe(0);
      expect(await runCustomize(io, { booklet, accept: ['sowing.soils'] })).toBe(0);
      expect(await runCustomize(io, { booklet: 'lessons/harvest', to: booklet })).toBe(1);
      expect(await readFile(join(cwd, booklet, 'changes.md'), 'utf8')).toMatch(/override\{#sowing\.soils was=\w{12}\}/);
    } finally {
      await rm(cwd, { recursive: true });
    }
  });
});
