import { readdirSync, readFileSync } from 'node:fs';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { loadBooklet } from '../../src/booklet/load.js';
import { listBooklets } from '../../src/build/list.js';
import { themeSheet } from '../../src/build/theme-sheet/theme-sheet.js';
import { listThemes } from '../../src/build/themes.js';
import { build, check, collectAnswers, fix, plan, preflight, survey, themeValues } from '../../src/build.js';
import { runCli } from '../../src/cli/run.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { DIRECTIVES } from '../../src/markdown/directives.js';
import { parseLesson } from '../../src/markdown/parse.js';
import { loadTheme } from '../../src/theme/load.js';
import { diskWorld } from '../../src/world/disk.js';
import type { World } from '../../src/world/model.js';
import { ROOT } from '../support/booklet.js';
import { memoryOutput } from '../support/memory-output.js';
import { noPreview } from '../support/no-preview.js';
import { readPdf, textOf } from '../support/pdf.js';
import { tinyWorld, WORK } from '../support/tiny.js';

const source = readFileSync(`${ROOT}/templates/starter/lesson.md`, 'utf8');

interface Mark {
  name: string;
  attributes: Record<string, string | null | undefined>;
}

/** The directives of the starter's lesson, as the program's own parser finds them. */
function marks(): Mark[] {
  const { value, messages } = parseLesson({ file: 'lesson.md', source, variables: {} });
  expect(formatDiagnostics(messages)).toBe('');
  const found: Mark[] = [];
  visit(value.root, (node) => {
    if (!/Directive$/.test(node.type) || !('name' in node)) return;
    const { name, attributes } = node as unknown as { name: string; attributes?: Mark['attributes'] };
    found.push({ name, attributes: attributes ?? {} });
  });
  return found;
}

/** Runs the command for each line of arguments, and gives what it made as a world of its own. */
async function scaffold(...lines: string[][]): Promise<World> {
  const files: Record<string, Uint8Array> = {};
  const starter = Object.fromEntries(
    readdirSync(`${ROOT}/templates/starter`).map((name) => [
      `templates/starter/${name}`,
      readFileSync(`${ROOT}/templates/starter/${name}`),
    ]),
  );
  for (const argv of lines) {
    const output = memoryOutput();
    let said = '';
    const exit = await runCli(argv, {
      stdout: { write: () => {} },
      stderr: { write: (text) => (said += text) },
      isTTY: false,
      columns: 80,
      cwd: WORK,
      env: {},
      world: tinyWorld({ ...starter, ...files }),
      output,
      build,
      survey,
      plan,
      list: listBooklets,
      themes: listThemes,
      themeSheet,
      preflight,
      collectAnswers,
      openCache: async () => undefined,
      openWorkers: async () => undefined,
      ...noPreview,
      check,
      fix,
      themeValues,
      version: '0',
    });
    expect([exit, said]).toEqual([0, '']);
    Object.assign(files, Object.fromEntries(output.files));
  }
  return tinyWorld(files);
}

async function built(world: World, editions?: string[]) {
  const output = memoryOutput();
  const request = { base: WORK, templates: [`${WORK}/templates`], out: '/out', ...(editions && { editions }) };
  const booklets = (await world.list(`${WORK}/lessons`)).map((name) => `${WORK}/lessons/${name}`);
  const { messages } = await build(world, output, { ...request, booklets });
  return { messages: formatDiagnostics(messages), files: output.files };
}

describe('the starter', () => {
  it('shows each directive exactly once', () => {
    const names = marks().map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(DIRECTIVES).sort());
  });

  it('shows each attribute of timing and audience once', () => {
    for (const name of ['from', 'for', 'optional'])
      expect(marks().filter(({ attributes }) => name in attributes)).toHaveLength(1);
  });

  it('is planned for 45, 60 and 75 minutes', () => {
    const timed = marks().filter(({ attributes }) => attributes.minutes);
    const minutes = (path: number, all = false) =>
      timed
        .filter(({ attributes: { from, optional } }) => Number(from ?? 0) <= path && (all || optional === undefined))
        .reduce((sum, { attributes }) => sum + Number(attributes.minutes), 0);
    expect([minutes(45), minutes(60), minutes(75, true)]).toEqual([45, 60, 75]);
    expect(source).toContain('\nduration: 60\n');
  });

  it('is explained without comments, by the name of each directive', () => {
    const box = source.slice(source.indexOf(':::leader['));
    for (const name of Object.keys(DIRECTIVES)) expect(box).toContain(`\`${name}\``);
    expect(source).not.toContain('<!--');
  });

  it('uses no variables or pictures, so that its lesson fits into every booklet', () => {
    expect(source).not.toMatch(/\{\{|!\[/);
  });

  it('is no theme', async () => {
    const { messages } = await loadTheme(diskWorld(), 'starter', { folders: [`${ROOT}/templates`], base: ROOT });
    expect(formatDiagnostics(messages)).toMatch(/unknown-theme .*; use one of (?!.*starter)classic, /);
  });
});

describe('what new makes of it', () => {
  it('is a booklet that loads, with the title as it was typed', async () => {
    const world = await scaffold(['new', 'booklet', 'Asking: “Why?” #1']);
    const { value, messages } = await loadBooklet(world, `${WORK}/lessons/asking-why-1`, { base: WORK });
    expect(formatDiagnostics(messages)).toBe('');
    expect(value?.title).toBe('Asking: “Why?” #1');
    expect(value?.lessons.map(({ file }) => file)).toEqual(['lessons/asking-why-1/1-first-lesson.md']);
  });

  it('builds without any message in every edition', async () => {
    const world = await scaffold(['new', 'booklet', 'Learning to Pray']);
    const { messages, files } = await built(world);
    expect(messages).toBe('');
    expect([...files.keys()]).toEqual(
      ['leader.pdf', 'participant.pdf', 'manifest.json'].map((name) => `/out/learning-to-pray/${name}`),
    );
    expect((await built(world, ['large-print', 'handout'])).messages).toBe('');
  });

  it('builds with more lessons, and beside other booklets, whatever they are called', async () => {
    const world = await scaffold(
      ['new', 'booklet', 'Élan: 100% "Quoted" & *Starred*'],
      ['new', 'lesson', '# Not a Heading: [x](y) `code`'],
      ['new', 'lesson', '--booklet', 'lessons/elan-100-quoted-starred', '--', '--- A Line'],
      ['new', 'lesson', ':::leader'],
      ['new', 'booklet', "yes: no # 'x'"],
    );
    const { messages, files } = await built(world, ['participant']);
    expect(messages).toBe('');
    expect([...files.keys()]).toEqual([
      '/out/elan-100-quoted-starred/participant.pdf',
      '/out/yes-no-x/participant.pdf',
      '/out/elan-100-quoted-starred/manifest.json',
      '/out/yes-no-x/manifest.json',
    ]);
    const bytes = files.get('/out/elan-100-quoted-starred/participant.pdf') as Uint8Array;
    const text = textOf((await readPdf(bytes)).pages.flatMap(({ lines }) => lines));
    for (const title of ['# Not a Heading: [x](y) `code`', ':::leader', '*Starred*']) expect(text).toContain(title);
  });
});
