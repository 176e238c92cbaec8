import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themes, themeValues } from '../../src/build.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';
import { ROOT } from '../support/booklet.js';
import { memoryOutput } from '../support/memory-output.js';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld } from '../support/tiny.js';
import { run } from './fake.js';

const disk = diskWorld();
const PACKAGED = Object.fromEntries(
  readdirSync(`${ROOT}/templates`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:yaml|svg)$/.test(path))
    .map((path) => [
      `${ROOT}/templates/${path.replaceAll('\\', '/')}`,
      readFileSync(`${ROOT}/templates/${path}`, 'utf8'),
    ]),
);

/** Runs `gathering new theme …` in `/work`, with the themes that come with Gathering and these files of the author's. */
async function make(argv: string[], files: Record<string, string> = {}, env: Record<string, string> = {}) {
  const output = memoryOutput();
  const placed = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/work/${path}`, text]));
  const world = memoryWorld({ ...PACKAGED, ...placed }, { packages: disk });
  const done = await run(['new', 'theme', ...argv], { world, output, themes, themeValues, env });
  const made = Object.fromEntries([...output.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  return { ...done, made };
}

/** What a theme says, read with those that come with Gathering. */
async function valuesOf(name: string, yaml?: string) {
  const own = yaml === undefined ? {} : { [`/work/templates/${name}/theme.yaml`]: yaml };
  const world = memoryWorld({ ...PACKAGED, ...own }, { packages: disk });
  const { value, messages } = await themeValues(world, name, {
    folders: ['/work/templates', `${ROOT}/templates`],
    base: '/work',
  });
  return { value, told: formatDiagnostics(messages) };
}

describe('gathering new theme', () => {
  it('makes a theme that extends classic and says how to see it', async () => {
    const { exit, stdout, stderr, made } = await make(['Harvest Green']);
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      'Made templates/harvest-green/theme.yaml\n' +
        'It looks as “classic” does until you change it. To see a booklet in it:\n' +
        '  gathering build --theme harvest-green\n',
    );
    const [[path, text = ''] = []] = Object.entries(made);
    expect(path).toBe('/work/templates/harvest-green/theme.yaml');
    expect(text.match(/^[^#\n].*$/gm)).toEqual(['extends: classic', 'description: Harvest Green, made from classic']);
    expect(text).toContain('\n#leading: 1.32\n');
    expect(text).toContain('\n#color: {accent: "#6b1f2a", ');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(140);
  });

  it('makes one that builds at once', async () => {
    const { made } = await make(['Harvest']);
    const world = tinyWorld({ ...tinyBooklet(lessonOf('Words.'), 'title: T\ntheme: harvest\n'), ...made });
    const { files, messages } = await buildTiny(world);
    expect(formatDiagnostics(messages)).not.toMatch(/theme/);
    expect(Object.keys(files)).toHaveLength(2);
  });

  it.each(['classic', 'plain'])('shows the values that %s has at present', async (base) => {
    const { made } = await make(['Trial', '--extends', base]);
    const uncommented = (made['/work/templates/trial/theme.yaml'] ?? '').replace(/^#(?=[a-z]| {2})/gm, '');
    const trial = await valuesOf('trial', uncommented);
    const { value } = await valuesOf(base);
    expect(trial.told).toBe('');
    expect(trial.value?.size.body).toBe(value?.size.body);
    // Colours are shown without their inks, which a changed colour must not keep.
    const plain = (values: typeof value) => ({
      ...values,
      extends: undefined,
      description: undefined,
      color: Object.entries(values?.color ?? {}).map(([name, color]) => [
        name,
        typeof color === 'string' ? color : color.rgb,
      ]),
    });
    expect(plain(trial.value)).toEqual(plain(value));
  });

  it('suggests a theme where there is none of the name', async () => {
    const { exit, stdout, stderr, made } = await make(['A', '--extends', 'clasic']);
    expect([exit, stdout, made]).toEqual([1, '', {}]);
    expect(stderr).toBe(
      '--extends  unknown-theme  the theme “clasic”; expected the name of a theme that exists; did you mean “classic”?\n',
    );
    expect((await make(['A', '--extends', '../classic'])).exit).toBe(1);
  });

  it('begins from a theme of the author’s, and from one of a package', async () => {
    const own = { 'templates/mine/theme.yaml': 'extends: plain\nsize: {body: 12}\n' };
    expect((await make(['A', '--extends', 'mine'], own)).made['/work/templates/a/theme.yaml']).toContain(
      '#size: {body: 12, ',
    );
    const packaged = { 'node_modules/@grace/gathering-theme-b/theme.yaml': 'extends: plain\nleading: 1.5\n' };
    const { made } = await make(['A', '--extends', '@grace/gathering-theme-b'], packaged);
    expect(made['/work/templates/a/theme.yaml']).toContain('\nextends: "@grace/gathering-theme-b"\n');
    expect(made['/work/templates/a/theme.yaml']).toContain('\n#leading: 1.5\n');
  });

  it('tells what is wrong with the theme to begin from', async () => {
    const own = { 'templates/mine/theme.yaml': 'extends: plain\nsize: {bodi: 12}\n' };
    expect((await make(['A', '--extends', 'mine'], own)).stderr).toMatch(
      /^templates\/mine\/theme.yaml:2:8 {2}unknown-key/,
    );
  });

  it.each([
    ['one that comes with Gathering', ['Classic'], {}, 'templates/classic  name-taken  a theme of that name'],
    [
      'one of the author’s',
      ['Mine'],
      { 'templates/mine/theme.yaml': '' },
      'templates/mine  name-taken  a theme of that name',
    ],
    [
      'one of a package',
      ['harvest'],
      { 'node_modules/gathering-theme-harvest/theme.yaml': '' },
      'templates/harvest  name-taken  a theme of that name',
    ],
    ['a folder', ['Mine'], { 'templates/mine/notes.txt': '' }, 'templates/mine  name-taken  a folder of that name'],
    ['a file', ['Mine'], { 'templates/MINE': '' }, 'templates/mine  name-taken  a file of that name'],
    ['a file called templates', ['Mine'], { templates: '' }, 'name-taken  a file where the folder for it should be'],
    ['a path', ['../x'], {}, 'templates  name-unusable  “../x”, which has a slash in it'],
    ['another script', ['Χαρά'], {}, 'templates/χαρά  name-unusable  “χαρά”, which has letters in it'],
    ['a device', ['con'], {}, 'name-unusable'],
  ])('refuses the name of %s', async (_, argv, files, line) => {
    const { exit, stdout, stderr, made } = await make(argv, files);
    expect([exit, stdout, made]).toEqual([1, '', {}]);
    expect(stderr).toContain(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('keeps whatever the name may hold out of YAML', async () => {
    const { made } = await make(['Green: "a" # b', '-', '{c}']);
    const [[, text = ''] = []] = Object.entries(made);
    const { value, told } = await valuesOf('trial', text);
    expect([told, value?.description]).toEqual(['', 'Green: "a" # b - {c}, made from classic']);
  });

  it('names the command as it was run', async () => {
    expect((await make(['a'], {}, { npm_command: 'exec' })).stdout).toContain('\n  npx gathering build --theme a\n');
  });

  it.each([
    [['new', 'theme'], 'missing required argument'],
    [['new', 'theme', 'x', '--extends='], '--extends is empty'],
  ])('%j leaves with 2', async (argv, said) => {
    const { exit, stderr } = await run(argv);
    expect(exit).toBe(2);
    expect(stderr).toContain(said);
  });
});
