import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themes } from '../../src/build.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { loadTheme } from '../../src/theme/load.js';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';
import { ROOT } from '../support/booklet.js';

const disk = diskWorld();
const CLASSIC = Object.fromEntries(
  ['theme.yaml', 'cover.svg'].map((name) => [
    `/gathering/templates/classic/${name}`,
    readFileSync(`${ROOT}/templates/classic/${name}`, 'utf8'),
  ]),
);
const FONT = new Uint8Array(
  readFileSync(`${ROOT}/node_modules/@expo-google-fonts/cardo/400Regular/Cardo_400Regular.ttf`),
);
const FOLDERS = ['/w/templates', '/gathering/templates'];
const MODULES = '/w/node_modules';

type Files = Record<string, string | Uint8Array>;

/** A world with packages in `/w/node_modules` (of `below` a path that begins with `/`) beside the theme `classic`. */
function worldOf(packages: Files, links: Record<string, string> = {}) {
  const placed = Object.entries(packages).map(([path, text]) => [
    path.startsWith('/') ? path : `${MODULES}/${path}`,
    text,
  ]);
  return memoryWorld({ ...CLASSIC, ...Object.fromEntries(placed) }, { packages: disk, links });
}

async function load(name: string, packages: Files, links: Record<string, string> = {}, base = '/w') {
  const { value, messages } = await loadTheme(worldOf(packages, links), name, { folders: FOLDERS, base });
  return { value, told: formatDiagnostics(messages) };
}

const theme = (description: string, more = '') => `extends: classic\ndescription: ${description}\n${more}`;
const font = (packageName: string) =>
  theme('x', `fonts:\n  label: {family: X, package: "${packageName}", faces: [{weight: 400, file: a.ttf}]}\n`);

describe('a theme in an npm package', () => {
  it('is found by its short name and by the package’s', async () => {
    const plain = { 'gathering-theme-harvest/theme.yaml': theme('Plain') };
    const scoped = { '@grace/gathering-theme-harvest/theme.yaml': theme('Scoped') };
    for (const name of ['harvest', 'gathering-theme-harvest'])
      expect(await load(name, plain)).toMatchObject({ told: '', value: { name, description: 'Plain' } });
    for (const name of ['harvest', '@grace/gathering-theme-harvest'])
      expect(await load(name, scoped)).toMatchObject({ told: '', value: { name, description: 'Scoped' } });
    expect((await load('harvest', { ...plain, ...scoped })).value?.description).toBe('Plain');
  });

  it('comes after the author’s own and after those of Gathering', async () => {
    const packages = {
      'gathering-theme-harvest/theme.yaml': theme('Packed'),
      'gathering-theme-classic/theme.yaml': '',
    };
    const own = { '/w/templates/harvest/theme.yaml': theme('Own', '') };
    expect((await load('harvest', { ...packages, ...own })).value?.description).toBe('Own');
    expect((await load('classic', packages)).value?.description).toMatch(/^An old-style/);
    expect((await load('gathering-theme-harvest', { ...packages, ...own })).value?.description).toBe('Packed');
  });

  it('is looked for in the folders above, the nearest first', async () => {
    const packages = {
      'gathering-theme-a/theme.yaml': theme('far'),
      '/w/deep/node_modules/gathering-theme-a/theme.yaml': theme('near'),
    };
    expect((await load('a', packages, {}, '/w/deep/er')).value?.description).toBe('near');
    expect((await load('a', packages, {}, '/w/other/er')).value?.description).toBe('far');
  });

  it('extends themes of Gathering and of other packages, and is extended', async () => {
    const packages = {
      'gathering-theme-a/theme.yaml': 'extends: "@grace/gathering-theme-b"\nsize: {h2: 20}\n',
      '@grace/gathering-theme-b/theme.yaml': theme('B', 'cover: {art: c.svg}\ncolor: {accent: "#1f4a3d"}\n'),
      '@grace/gathering-theme-b/c.svg': '<svg viewBox="0 0 1 1"><rect fill="{accent}"/></svg>',
      '/w/templates/mine/theme.yaml': 'extends: a\n',
    };
    const { value, told } = await load('mine', packages);
    expect(told).toBe('');
    expect(value).toMatchObject({
      size: { h2: 20 },
      description: 'B',
      cover: { art: expect.stringContaining('#1f4a3d') },
    });
  });

  it('tells circles, also where one theme goes by two names', async () => {
    const { told } = await load('a', { 'gathering-theme-a/theme.yaml': 'extends: gathering-theme-a\n' });
    expect(told).toMatch(
      /^node_modules\/gathering-theme-a\/theme.yaml:1:10 {2}theme-cycle .*circle: a, gathering-theme-a; /,
    );
  });

  it('tells which packages there are of one name', async () => {
    const { told } = await load('a', {
      '@one/gathering-theme-a/theme.yaml': theme('1'),
      '@two/gathering-theme-a/theme.yaml': theme('2'),
    });
    expect(told).toBe(
      '--theme  unknown-theme  the theme “a”, which is in 2 packages: @one/gathering-theme-a, @two/gathering-theme-a; expected a name that only one theme has; write the whole name of the package that you mean, between quotation marks',
    );
  });

  it('is suggested for a name that is nearly right', async () => {
    const { told } = await load('harvst', { '@grace/gathering-theme-harvest/theme.yaml': theme('x') });
    expect(told).toContain('did you mean “harvest”?');
  });
});

describe('fonts of a theme in a package', () => {
  const deep = { 'gathering-theme-a/theme.yaml': font('own-font') };

  it('come from the packages it depends on, wherever npm has put them', async () => {
    for (const place of [
      'gathering-theme-a/node_modules/own-font/a.ttf',
      'own-font/a.ttf',
      '/node_modules/own-font/a.ttf',
    ]) {
      const { value, told } = await load('a', { ...deep, [place]: FONT });
      expect([place, told]).toEqual([place, '']);
      expect(value?.fonts.label.faces[0]?.path).toBe(place.startsWith('/') ? place : `${MODULES}/${place}`);
    }
  });

  it('come from beside the place where a linked package really lies', async () => {
    const store = '/w/node_modules/.pnpm/a@1/node_modules';
    const { told } = await load(
      'a',
      { [`${store}/gathering-theme-a/theme.yaml`]: font('own-font'), [`${store}/own-font/a.ttf`]: FONT },
      { [`${MODULES}/gathering-theme-a`]: `${store}/gathering-theme-a` },
    );
    expect(told).toBe('');
  });

  it('come from its own folder', async () => {
    const yaml = theme('x', 'fonts:\n  label: {family: X, faces: [{weight: 400, file: fonts/a.ttf}]}\n');
    const files = { 'gathering-theme-a/theme.yaml': yaml, 'gathering-theme-a/fonts/a.ttf': FONT };
    expect((await load('a', files)).told).toBe('');
  });

  it('say what to install where they are missing', async () => {
    expect((await load('a', deep)).told).toMatch(
      /the package own-font is not installed; .*; run npm install own-font$/,
    );
  });
});

describe('a package that means harm', () => {
  const secret = { '/home/ann/.ssh/id': 'secret', '/home/ann/fonts/a.ttf': FONT };

  it.each([
    ['theme.yaml that is a link out of it', {}, { 'gathering-theme-a/theme.yaml': '/home/ann/.ssh/id' }],
    ['theme.yaml that is a folder', { 'gathering-theme-a/theme.yaml/x': '' }, {}],
    ['no theme.yaml', { 'gathering-theme-a/package.json': '{}' }, {}],
  ])('with %s is no theme', async (_, files, links) => {
    const placed = Object.fromEntries(Object.entries(links).map(([path, to]) => [`${MODULES}/${path}`, to]));
    const { value, told } = await load('a', { ...secret, ...files }, placed);
    expect(value).toBeUndefined();
    expect(told).toContain('the theme “a”, whose package gathering-theme-a has no theme.yaml at its root');
    expect(told).not.toContain('secret');
  });

  it('is not read beyond a sensible length', async () => {
    const { told } = await load('a', { 'gathering-theme-a/theme.yaml': `# ${'x'.repeat(300_000)}` });
    expect(told).toBe(
      'node_modules/gathering-theme-a/theme.yaml  file-unreadable  a theme.yaml of 293 KB; expected at most 256 KB; take out of it what is no theme',
    );
  });

  it.each([
    ['a way up', '../../../home/ann/.ssh/id', {}, 'path-outside  “../../../home/ann/.ssh/id”'],
    ['an absolute path', '/home/ann/.ssh/id', {}, 'path-outside  “/home/ann/.ssh/id”'],
    [
      'a link',
      'c.svg',
      { 'gathering-theme-a/c.svg': '/home/ann/.ssh/id' },
      'path-outside  c.svg, a link to a file outside',
    ],
    [
      'a linked folder',
      'x/id',
      { 'gathering-theme-a/x': '/home/ann/.ssh' },
      'path-outside  x/id, a link to a file outside',
    ],
  ])('cannot draw what lies elsewhere by %s', async (_, art, links, line) => {
    const placed = Object.fromEntries(Object.entries(links).map(([path, to]) => [`${MODULES}/${path}`, to]));
    const files = { ...secret, 'gathering-theme-a/theme.yaml': theme('x', `cover: {art: "${art}"}\n`) };
    const { value, told } = await load('a', files, placed);
    expect(value).toBeUndefined();
    expect(told).toContain(`node_modules/gathering-theme-a/theme.yaml:3:14  ${line}`);
  });

  it.each([
    ['a linked package of its own', { 'gathering-theme-a/node_modules/own-font': '/home/ann/fonts' }],
    ['linked node_modules', { 'gathering-theme-a/node_modules': '/home/ann', 'gathering-theme-a/own-font': '/x' }],
  ])('cannot take fonts from elsewhere by %s', async (_, links) => {
    const placed = Object.fromEntries(Object.entries(links).map(([path, to]) => [`${MODULES}/${path}`, to]));
    const files = { ...secret, '/home/ann/own-font/a.ttf': FONT, 'gathering-theme-a/theme.yaml': font('own-font') };
    expect((await load('a', files, placed)).told).toContain('the package own-font is not installed');
  });

  it.each([
    ['../x'],
    ['gathering-theme-../x'],
    ['@grace/../gathering-theme-a'],
    ['gathering-theme-a/../../x'],
    ['gathering-theme-'],
    ['@/gathering-theme-a'],
    ['@grace/other'],
    ['own-font'],
    ['gathering-theme-a\u0000'],
    ['__proto__'],
    ['constructor'],
    [`gathering-theme-${'x'.repeat(5000)}`],
  ])('has no power over the name %j', async (name) => {
    const files = {
      'gathering-theme-a/theme.yaml': theme('x'),
      'own-font/theme.yaml': theme('x'),
      '/w/x/theme.yaml': '',
    };
    const { value, told } = await load(name, files);
    expect(value).toBeUndefined();
    expect(told).toMatch(/^--theme {2}unknown-theme {2}/);
  });

  it('never has its code looked at', async () => {
    const files = {
      'gathering-theme-a/theme.yaml': theme('A'),
      'gathering-theme-a/package.json': '{"main": "index.js", "scripts": {"postinstall": "x"}}',
      'gathering-theme-a/index.js': 'throw new Error()',
    };
    const world = worldOf(files);
    const read: string[] = [];
    const readFile = (path: string) => {
      read.push(path);
      return world.readFile(path);
    };
    await loadTheme({ ...world, readFile }, 'a', { folders: FOLDERS, base: '/w' });
    expect(read.filter((path) => path.includes('gathering-theme-a'))).toEqual([
      `${MODULES}/gathering-theme-a/theme.yaml`,
    ]);
  });
});

describe('the list of themes', () => {
  it('has those of packages under the names that booklets can give them', async () => {
    const world = worldOf({
      '@one/gathering-theme-both/theme.yaml': theme('One'),
      '@two/gathering-theme-both/theme.yaml': theme('Two'),
      '@grace/gathering-theme-quiet/theme.yaml': theme('Quiet'),
      '@grace/gathering-theme-loud/theme.yaml': theme('Loud, of a scope'),
      'gathering-theme-loud/theme.yaml': theme('Loud'),
      'gathering-theme-classic/theme.yaml': theme('Not that one'),
      'gathering-theme-broken/index.js': '',
      'other/theme.yaml': theme('none'),
    });
    const found = await themes(world, FOLDERS);
    expect(found.map(({ name, from, description, messages }) => [name, from, description, messages.length])).toEqual([
      ['classic', 'gathering', expect.stringMatching(/^An old/), 0],
      ['gathering-theme-broken', 'gathering-theme-broken', '', 1],
      ['gathering-theme-classic', 'gathering-theme-classic', 'Not that one', 0],
      ['loud', 'gathering-theme-loud', 'Loud', 0],
      ['@grace/gathering-theme-loud', '@grace/gathering-theme-loud', 'Loud, of a scope', 0],
      ['quiet', '@grace/gathering-theme-quiet', 'Quiet', 0],
      ['@one/gathering-theme-both', '@one/gathering-theme-both', 'One', 0],
      ['@two/gathering-theme-both', '@two/gathering-theme-both', 'Two', 0],
    ]);
  });
});
