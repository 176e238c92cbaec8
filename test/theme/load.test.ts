import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { uncovered } from '../../src/theme/coverage.js';
import { loadTheme, type ThemeRequest } from '../../src/theme/load.js';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';

const disk = diskWorld();
const templates = new URL('../../templates', import.meta.url).pathname;
const read = (path: string) => readFileSync(`${templates}/${path}`, 'utf8');
const CLASSIC = {
  '/w/templates/classic/theme.yaml': read('classic/theme.yaml'),
  '/w/templates/classic/cover.svg': read('classic/cover.svg'),
};

function load(
  yaml: string,
  files: Record<string, string | Uint8Array> = {},
  request: Partial<ThemeRequest> = {},
  links = {},
) {
  const world = memoryWorld({ ...CLASSIC, '/w/templates/mine/theme.yaml': yaml, ...files }, { packages: disk, links });
  return loadTheme(world, 'mine', { folders: ['/w/mine', '/w/templates'], base: '/w', ...request });
}

const report = async (...args: Parameters<typeof load>) => formatDiagnostics((await load(...args)).messages);
const MINE = 'templates/mine/theme.yaml';
const face = (file: string) => `{family: X, faces: [{weight: 400, file: ${file}}]}`;

describe('the themes that come with Gathering', () => {
  const all = readdirSync(templates).filter((name) => existsSync(`${templates}/${name}/theme.yaml`));

  it.each(all)('%s loads without a message, so its colours can be read', async (name) => {
    const { value, messages } = await loadTheme(disk, name, {
      folders: [templates],
      base: templates,
      trim: { width: 396, height: 612 },
    });
    expect(formatDiagnostics(messages)).toBe('');
    expect(value?.cover.art).toMatch(/^<svg /);
    expect(value?.cover.art).not.toMatch(/[{}]|<!--/);
  });

  it('classic is in points', async () => {
    const { value } = await loadTheme(disk, 'classic', { folders: [templates], base: templates });
    expect(value?.margins.inner).toBeCloseTo(53.86, 2);
    expect(value?.writing.gap).toBeCloseTo(22.68, 2);
    expect(value?.size.lessonTitle).toBe(25);
    expect(value?.box.memoryVerse).toMatchObject({ border: 'rules', borderColor: 'accent', borderWidth: 0.75 });
    expect(value?.fonts.heading).toBe(value?.fonts.body);
    expect(value?.fonts.fallback.map((family) => family.family)).toEqual(['Cardo', 'Source Sans 3']);
  });

  it('plain keeps what it does not change', async () => {
    const { value } = await loadTheme(disk, 'plain', { folders: [templates], base: templates });
    expect(value?.color.accent).toBe('#000000');
    expect(value?.box.leader).toMatchObject({ fill: 'none', border: 'frame', borderColor: 'accent' });
    expect(value?.fonts.body.family).toBe('EB Garamond');
  });

  it('have Greek and Hebrew, and say what they lack', async () => {
    const { value } = await loadTheme(disk, 'classic', { folders: [templates], base: templates });
    if (!value) throw new Error('classic did not load');
    expect(uncovered(value, 'ἐντυγχάνειν פָּגַע “Heb\u00a07:25” — so\u00adul\n\t')).toEqual([]);
    expect(uncovered(value, 'a 祈 😀 b')).toEqual([
      { index: 2, codePoint: 0x7948 },
      { index: 4, codePoint: 0x1f600 },
    ]);
  });
});

describe('loadTheme: extends', () => {
  it('replaces values, merges groups, replaces lists and families whole', async () => {
    const { value, messages } = await load(
      'extends: classic\nsize: {h2: 20}\ncolor: {accent: "#ABC"}\nfonts: {fallback: []}\n',
    );
    expect(formatDiagnostics(messages)).toContain('theme-contrast');
    expect(value?.size).toMatchObject({ body: 11, h2: 20 });
    expect(value?.color.accent).toBe('#aabbcc');
    expect(value?.fonts.fallback).toEqual([]);
  });

  it('finds a theme in the first folder that has it', async () => {
    const { value } = await load('', { '/w/mine/mine/theme.yaml': 'extends: classic\ndescription: nearer\n' });
    expect(value?.description).toBe('nearer');
  });

  it.each([
    [
      'itself',
      'extends: mine\n',
      {},
      `${MINE}:1:10  theme-cycle  themes that extend each other in a circle: mine, mine; expected a chain of themes that comes to an end; remove one “extends” or name another theme in it`,
    ],
    [
      'a circle',
      'extends: other\n',
      { '/w/templates/other/theme.yaml': '# o\nextends: mine\n' },
      'templates/other/theme.yaml:2:10  theme-cycle  themes that extend each other in a circle: mine, other, mine; expected a chain of themes that comes to an end; remove one “extends” or name another theme in it',
    ],
    [
      'nothing that exists',
      'extends: clasic\n',
      {},
      `${MINE}:1:10  unknown-theme  the theme “clasic”; expected the name of a theme that exists; did you mean “classic”?`,
    ],
    [
      'a path',
      'extends: ../classic\n',
      {},
      `${MINE}:1:10  unknown-theme  the theme “../classic”; expected the name of a theme that exists; did you mean “classic”?`,
    ],
  ])('reports a theme that extends %s', async (_, yaml, files, line) => {
    expect(await report(yaml, files)).toBe(line);
  });

  it('reports an unknown theme where it was asked for', async () => {
    const world = memoryWorld(CLASSIC);
    const request = { folders: ['/w/templates'], base: '/w' };
    const place = { start: { line: 3, column: 8 }, end: { line: 3, column: 12 } };
    const asked = await loadTheme(world, 'clasic', { ...request, askedBy: { file: 'hope/booklet.yaml', place } });
    expect(formatDiagnostics(asked.messages)).toBe(
      'hope/booklet.yaml:3:8  unknown-theme  the theme “clasic”; expected the name of a theme that exists; did you mean “classic”?',
    );
    const flag = await loadTheme(world, 'x', request);
    expect(formatDiagnostics(flag.messages)).toBe(
      '--theme  unknown-theme  the theme “x”; expected the name of a theme that exists; use one of classic',
    );
  });
});

describe('loadTheme: values', () => {
  it.each([
    [
      'unknown key',
      'extends: classic\ncolor:\n  acent: "#000"\n',
      ':3:3  unknown-key  unknown key “acent” in “color”; expected a key that has a meaning here; did you mean “accent”?',
    ],
    [
      'bad colour',
      'extends: classic\ncolor:\n  ink: black\n',
      ':3:8  wrong-value  “color.ink” is “black”; expected a colour such as "#6b1f2a"; write # and six digits or letters a to f, between quotation marks',
    ],
    [
      'colour that YAML takes for a comment',
      'extends: classic\ncolor:\n  ink: #000\n',
      ':3:3  wrong-value  “color.ink” is empty; expected a colour such as "#6b1f2a"; write # and six digits or letters a to f, between quotation marks',
    ],
    [
      'bad number',
      'extends: classic\nsize: {body: 11pt}\n',
      ':2:14  wrong-value  “size.body” is “11pt”; expected points between 6 and 36; correct it, or leave the line out',
    ],
    [
      'out of range',
      'extends: classic\nmargins: {inner: 0.5}\n',
      ':2:18  wrong-value  “margins.inner” is “0.5”; expected millimetres between 5 and 60; correct it, or leave the line out',
    ],
    [
      'bad choice',
      'extends: classic\nwriting: {style: ruld}\n',
      ':2:18  wrong-value  “writing.style” is “ruld”; expected one of ruled, dotted, grid, blank; did you mean “ruled”?',
    ],
    [
      'face without file',
      'extends: classic\nfonts:\n  body:\n    family: X\n    faces:\n      - weight: 400\n',
      ':6:9  missing-key  no “file” in item 1 of “fonts.body.faces”; expected the path of a font file; add a line “file: …”',
    ],
    [
      'font by a name that means nothing',
      'extends: classic\nfonts: {label: Arial}\n',
      ':2:16  wrong-value  “fonts.label” is “Arial”; expected a family, or “body” for the same one; use one of body',
    ],
  ])('%s', async (_, yaml, line) => {
    expect(await report(yaml)).toBe(MINE + line);
  });

  it('reports what a theme without extends leaves out, once each', async () => {
    const lines = (
      await report(
        read('classic/theme.yaml')
          .replace(/^leading:.*\n/m, '')
          .replace(/^ {2}h2:.*\n/m, ''),
        { '/w/templates/mine/cover.svg': '' },
      )
    ).split('\n');
    expect(lines).toEqual([
      `${MINE}:1:1  missing-key  no “leading”; expected a multiple of the type size between 1 and 2; add a line “leading: …”, or begin the theme with “extends: classic”`,
      expect.stringMatching(
        /:\d+:1 {2}missing-key {2}no “h2” in “size”; expected points between 4 and 96; add a line “h2: …”, or begin/,
      ),
    ]);
  });

  it('warns about colours too close to each other, where they are set, and goes on', async () => {
    const { value, messages } = await load(
      'extends: classic\ncolor:\n  muted: "#999999"\n  cover-ground: "#f0e0d0"\n  ink: "#666"\n',
    );
    expect(value).toBeDefined();
    expect(formatDiagnostics(messages).split('\n')).toEqual([
      `${MINE}:3:10  theme-contrast  warning: “muted” #999999 on “tint” #f6f1ea has a contrast of 2.5 to 1 in colour and in grey; expected at least 4.5 to 1; make “muted” darker`,
      `${MINE}:4:17  theme-contrast  warning: “cover-ink” #f8f1e6 on “cover-ground” #f0e0d0 has a contrast of 1.1 to 1 in colour and in grey; expected at least 4.5 to 1; make “cover-ground” darker`,
      `${MINE}:5:8  theme-contrast  warning: “ink” #666666 on “tint” #f6f1ea has a contrast of 5.1 to 1 in colour and in grey; expected at least 7 to 1; make “ink” darker`,
    ]);
  });

  it('reports margins that leave no room on the page', async () => {
    expect(
      await report('extends: classic\nmargins: {inner: 50, outer: 50}\n', {}, { trim: { width: 396, height: 612 } }),
    ).toBe(
      `${MINE}:2:1  wrong-value  “margins” leave hardly any of the page; expected room for text at least 60 mm wide and 80 mm high; make the margins smaller, or the page larger in booklet.yaml`,
    );
  });
});

describe('loadTheme: fonts', () => {
  const font = (spec: string) => `extends: classic\nfonts:\n  label: ${spec}\n`;
  const expected = 'expected a static TrueType or OpenType font (.ttf, .otf)';

  it('reads a font from the theme’s own folder, also through the theme that extends it', async () => {
    const path = await disk.packageFile('@expo-google-fonts/cardo', '400Regular/Cardo_400Regular.ttf');
    const data = readFileSync(path ?? '');
    const files = {
      '/w/templates/base/theme.yaml': font(face('fonts/own.ttf')),
      '/w/templates/base/fonts/own.ttf': new Uint8Array(data),
    };
    const { value, messages } = await load('extends: base\n', files);
    expect(formatDiagnostics(messages)).toBe('');
    expect(value?.fonts.label.faces[0]).toMatchObject({
      weight: 400,
      style: 'normal',
      path: '/w/templates/base/fonts/own.ttf',
    });
  });

  it.each([
    [
      'missing file',
      face('own.ttf'),
      {},
      `no file own.ttf in the theme’s folder; ${expected}; copy it there, or name its npm package`,
    ],
    [
      'file elsewhere',
      face('../own.ttf'),
      {},
      `../own.ttf lies outside the theme’s folder; ${expected}; copy the font into the theme’s folder`,
    ],
    [
      'no font',
      face('own.ttf'),
      { 'own.ttf': 'hello' },
      `own.ttf is a file that is not a font; ${expected}; take a static font file of the family`,
    ],
    [
      'damaged font',
      face('own.ttf'),
      { 'own.ttf': new Uint8Array([0, 1, 0, 0, 0, 9, 1, 1]) },
      `own.ttf is a damaged font; ${expected}; take a static font file of the family`,
    ],
    [
      'collection',
      face('own.ttc'),
      { 'own.ttc': 'ttcf0000' },
      `own.ttc is a collection of fonts; ${expected}; take a static font file of the family`,
    ],
    [
      'web font',
      face('own.woff2'),
      { 'own.woff2': 'wOF20000' },
      `own.woff2 is a web font; ${expected}; take a static font file of the family`,
    ],
  ])('%s', async (_, spec, files, message) => {
    const placed = Object.fromEntries(Object.entries(files).map(([name, data]) => [`/w/templates/mine/${name}`, data]));
    const column = font(spec).split('\n')[2]?.indexOf('file: ') ?? 0;
    expect(await report(font(spec), placed)).toBe(`${MINE}:3:${column + 7}  theme-font  ${message}`);
  });

  it('reports packages and files in them that are not there', async () => {
    const spec = (name: string) => font(`{family: X, package: "${name}", faces: [{weight: 400, file: a.ttf}]}`);
    expect(await report(spec('no-such-font-package'))).toMatch(
      /:3:\d+ {2}theme-font {2}the package no-such-font-package is not installed; .*; run npm install no-such-font-package$/,
    );
    expect(await report(spec('@expo-google-fonts/cardo'))).toMatch(
      /:3:\d+ {2}theme-font {2}no file a.ttf in the package @expo-google-fonts\/cardo; .*; look for its name in node_modules/,
    );
  });

  it('wants an upright face', async () => {
    const spec =
      '{family: X, package: "@expo-google-fonts/cardo", faces: [{weight: 400, style: italic, file: 400Regular_Italic/Cardo_400Regular_Italic.ttf}]}';
    expect(await report(font(spec))).toMatch(
      /theme-font {2}“X” has no upright face; expected a face with style: normal; add one$/,
    );
  });

  it('wants an italic for running text', async () => {
    const spec =
      '{family: X, package: "@expo-google-fonts/cardo", faces: [{weight: 400, file: 400Regular/Cardo_400Regular.ttf}]}';
    expect(await report(font(spec).replace('label', 'body'))).toBe(
      `${MINE}:3:58  theme-font  “X” has no italic face; expected a face with style: italic; add one`,
    );
  });

  it('refuses a link that leads outside', async () => {
    const message = await report(
      font(face('own.ttf')),
      { '/w/secret.ttf': 'x' },
      {},
      { '/w/templates/mine/own.ttf': '/w/secret.ttf' },
    );
    expect(message).toContain('theme-font  own.ttf is a link to a file outside the theme’s folder');
  });
});

describe('loadTheme: cover art', () => {
  const yaml = 'extends: classic\ncover: {art: c.svg}\n';

  it('lies in the folder of the theme that names it', async () => {
    expect(await report(yaml)).toBe(
      `${MINE}:2:14  theme-art  no file c.svg; expected an SVG file in the theme’s folder; add it, or say “layout: none”`,
    );
    expect(await report('extends: classic\ncover: {art: ../c.svg}\n')).toBe(
      `${MINE}:2:14  path-outside  “../c.svg”; expected an SVG file in the theme’s folder; copy the file there`,
    );
    expect(await report(yaml, { '/w/c.svg': '' }, {}, { '/w/templates/mine/c.svg': '/w/c.svg' })).toContain(
      'path-outside  c.svg, a link to a file outside',
    );
  });

  it('may have a border, which a theme that extends it may leave out', async () => {
    const border =
      '<svg viewBox="0 0 2 1"><g id="corner"><path stroke="{accent}" d="M0 0"/></g><g id="edge"><path d="M1 0"/></g></svg>';
    const base = { '/w/templates/base/theme.yaml': 'extends: classic\ncover: {border: b.svg}\n' };
    const drawn = { ...base, '/w/templates/base/b.svg': border };
    expect((await load('extends: base\n', drawn)).value?.cover.border).toMatchObject({ depth: 1, repeat: 1 });
    expect((await load('extends: base\n', drawn)).value?.cover.border?.corner).toContain('#6b1f2a');
    expect((await load('extends: base\ncover: {border: none}\n', drawn)).value?.cover.border).toBeUndefined();
    expect(await report('extends: base\n', base)).toContain('base/theme.yaml:2:17  theme-art  no file b.svg');
    expect(await report('extends: base\n', { ...base, '/w/templates/base/b.svg': '<svg viewBox="0 0 2 1"/>' })).toMatch(
      /^templates\/base\/b\.svg:1:1 {2}theme-art {2}a border that is not a corner and an edge/,
    );
  });

  it('is checked and tinted', async () => {
    const svg = '<svg viewBox="0 0 1 1"><rect fill="{cover-ink}"/></svg>';
    expect((await load(yaml, { '/w/templates/mine/c.svg': svg })).value?.cover.art).toBe(
      '<svg viewBox="0 0 1 1"><rect fill="#f8f1e6"/></svg>',
    );
    expect(await report(yaml, { '/w/templates/mine/c.svg': svg.replace('ink', 'inc') })).toContain(
      'templates/mine/c.svg:1:24  theme-art  the colour “{cover-inc}”',
    );
  });

  it('is not read when the layout has none', async () => {
    expect(await report('extends: classic\ncover: {art: c.svg, layout: none}\n')).toBe('');
  });
});
