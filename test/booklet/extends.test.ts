import { describe, expect, it } from 'vitest';
import { loadBooklet } from '../../src/booklet/load.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { type MemoryWorldOptions, memoryWorld } from '../../src/world/memory.js';

const BASE = {
  '/w/base/booklet.yaml': [
    'title: Hope',
    'subtitle: for {{church}}',
    'theme: plain',
    'cover: images/cover.svg',
    'lessons: [1-abraham, 2-luke, 3-rev]',
    'front: [foreword]',
    'variables: {church: Any Church, meets: Thursdays}',
    'labels: {session: Meeting, prepare: Ready}',
    'notice: Copy this.',
  ].join('\n'),
  '/w/base/1-abraham.md': '',
  '/w/base/2-luke.md': '',
  '/w/base/3-rev.md': '',
  '/w/base/foreword.md': '',
  '/w/base/images/cover.svg': '',
};

type Files = Record<string, string>;

/** Loads `/w/ours`, an overlay with this booklet.yaml, beside the base and other files. */
const load = (yaml: string, files: Files = {}, options: MemoryWorldOptions = {}, folder = '/w/ours') =>
  loadBooklet(memoryWorld({ ...BASE, '/w/ours/booklet.yaml': yaml, ...files }, options), folder, { base: '/w' });

const report = async (...args: Parameters<typeof load>) => formatDiagnostics((await load(...args)).messages);

describe('a booklet that extends another', () => {
  it('is the other booklet, in a folder of its own', async () => {
    const { value, messages } = await load('extends: ../base\n');
    expect(messages).toEqual([]);
    expect(value).toMatchObject({
      id: 'ours',
      folder: '/w/ours',
      file: 'ours/booklet.yaml',
      extends: '/w/base',
      changes: [{ path: '/w/ours/changes.md', folder: '/w/ours', file: 'ours/changes.md' }],
      title: 'Hope',
      subtitle: 'for Any Church',
      theme: 'plain',
      notice: 'Copy this.',
      cover: { path: 'images/cover.svg', folder: '/w/base', file: 'base/booklet.yaml' },
      front: [
        { kind: 'chapter', source: { path: '/w/base/foreword.md', folder: '/w/base', file: 'base/foreword.md' } },
      ],
    });
    expect(value?.lessons.map(({ path }) => path)).toEqual([
      '/w/base/1-abraham.md',
      '/w/base/2-luke.md',
      '/w/base/3-rev.md',
    ]);
    expect(value?.said(['theme'])).toEqual({
      file: 'base/booklet.yaml',
      place: { start: { line: 3, column: 8 }, end: { line: 3, column: 13 } },
    });
  });

  it('says what it says otherwise, and keeps variables and labels that it does not name', async () => {
    const yaml = [
      'extends: ../base/',
      'title: Hope at {{church}}',
      'theme: classic',
      'cover: art.svg',
      'logo: logo.svg',
      'lessons: [3-rev, 0-welcome, 1-abraham]',
      'front: [foreword, us]',
      'schedule: [2027-01-07, 2027-01-14, 2027-01-21]',
      'variables: {church: Grace}',
      'labels: {session: Evening}',
    ].join('\n');
    const { value, messages } = await load(yaml, {
      '/w/ours/0-welcome.md': '',
      '/w/ours/us.md': '',
      '/w/ours/1-abraham.md': '',
      '/w/ours/unlisted.md': '',
      '/w/ours/changes.md': '',
    });
    expect(messages).toEqual([]);
    expect(value).toMatchObject({
      title: 'Hope at Grace',
      subtitle: 'for Grace',
      theme: 'classic',
      cover: { path: 'art.svg', folder: '/w/ours', file: 'ours/booklet.yaml' },
      logo: { path: 'logo.svg', folder: '/w/ours', file: 'ours/booklet.yaml' },
      variables: { church: 'Grace', meets: 'Thursdays' },
      labels: { session: 'Evening', prepare: 'Ready' },
      schedule: ['2027-01-07', '2027-01-14', '2027-01-21'],
    });
    expect(value?.lessons.map(({ path, folder }) => [path, folder])).toEqual([
      ['/w/base/3-rev.md', '/w/base'],
      ['/w/ours/0-welcome.md', '/w/ours'],
      ['/w/ours/1-abraham.md', '/w/ours'],
    ]);
    expect(value?.said(['variables', 'church']).file).toBe('ours/booklet.yaml');
    expect(value?.said(['variables', 'meets']).file).toBe('base/booklet.yaml');
  });

  it('takes the files of the other where neither lists its lessons, its own only in place of one of them', async () => {
    const { value, messages } = await load('extends: ../plain\n', {
      '/w/plain/booklet.yaml': 'title: Plain\n',
      '/w/plain/2-b.md': '',
      '/w/plain/10-c.md': '',
      '/w/plain/changes.md': '',
      '/w/ours/2-b.md': '',
      '/w/ours/notes.md': '',
      '/w/ours/changes.md': '',
    });
    expect(messages).toEqual([]);
    expect(value?.lessons.map(({ path }) => path)).toEqual([
      '/w/ours/2-b.md',
      '/w/plain/10-c.md',
      '/w/plain/changes.md',
    ]);
  });

  it('may itself be extended, the nearest saying last what counts', async () => {
    const { value, messages } = await load(
      'extends: ../ours\nvariables: {meets: Sundays}\n',
      { '/w/youth/booklet.yaml': 'extends: ../ours\nvariables: {meets: Sundays}\n' },
      {},
      '/w/youth',
    );
    // `ours` extends itself here: the circle is found however far from the start it is.
    expect(value).toBeUndefined();
    expect(formatDiagnostics(messages)).toBe(
      'ours/booklet.yaml:1:10  extends-cycle  booklets that extend each other in a circle: ours, ours; expected a booklet at the end that extends no other; remove one “extends”',
    );
    const chain = await load(
      'extends: ../base\ntitle: Ours\nvariables: {church: Grace, meets: Mondays}\n',
      { '/w/youth/booklet.yaml': 'extends: ../ours\nvariables: {meets: Sundays}\n' },
      {},
      '/w/youth',
    );
    expect(chain.messages).toEqual([]);
    expect(chain.value).toMatchObject({
      id: 'youth',
      title: 'Ours',
      variables: { church: 'Grace', meets: 'Sundays' },
      changes: [{ path: '/w/ours/changes.md' }, { path: '/w/youth/changes.md' }],
    });
  });

  it('knows the editions of the other that it has not itself', async () => {
    const base = {
      '/w/base/booklet.yaml': 'title: B\neditions: [leader, {name: youth}, {name: teens}]\nlessons: [3-rev]\n',
    };
    const { value, messages } = await load('extends: ../base\neditions: [leader, {name: teens}]\n', base);
    expect(messages).toEqual([]);
    expect(value?.editionsBelow).toEqual(['youth']);
  });

  it('can replace everything that says how it looks and what is made', async () => {
    const yaml =
      'extends: ../base\ntranslation: KJV\neditions: [large-print, {name: youth, extends: participant}]\npaths: [30]\nback: [prayer-requests]\nlanguage: es\nauthors: Ann\npaper: a4\n';
    const { value, messages } = await load(yaml);
    expect(messages).toEqual([]);
    expect(value).toMatchObject({
      translation: 'KJV',
      translationFolder: '/w/ours',
      editions: [{ name: 'large-print' }, { name: 'youth' }],
      paths: [30],
      back: [{ kind: 'prayer-requests' }],
      language: 'es',
      authors: ['Ann'],
      paper: 'a4',
    });
  });
});

describe('a booklet that extends another: messages', () => {
  it.each([
    [
      'no such folder',
      'extends: ../bas\n',
      'ours/booklet.yaml:1:10  booklet-missing  no folder “../bas”; expected the path of a folder that holds a booklet.yaml, from this file’s own folder; did you mean “base”?',
    ],
    [
      'no booklet in it',
      'extends: ../base/images\n',
      'ours/booklet.yaml:1:10  booklet-missing  no booklet.yaml in “../base/images”; expected the path of a folder that holds a booklet.yaml, from this file’s own folder; correct the path',
    ],
    [
      'absolute',
      'extends: /w/base\n',
      'ours/booklet.yaml:1:10  path-outside  “/w/base”; expected the path of a folder from this file’s own folder, with “/” between its parts, such as “../intercession”; put the booklet to extend on this computer beside this one, and write the way there',
    ],
    [
      'address',
      'extends: https://example.org/base\n',
      'ours/booklet.yaml:1:10  path-outside  “https://example.org/base”',
    ],
    ['backslash', 'extends: ..\\base\n', 'ours/booklet.yaml:1:10  path-outside  “..\\base”'],
    ['home', 'extends: ~/base\n', 'ours/booklet.yaml:1:10  path-outside  “~/base”'],
    [
      'itself',
      'extends: .\n',
      'ours/booklet.yaml:1:10  extends-cycle  booklets that extend each other in a circle: ours, ours;',
    ],
    ['empty', 'extends:\n', 'ours/booklet.yaml:1:1  wrong-value  “extends” is empty;'],
    [
      'unknown lesson',
      'extends: ../base\nlessons: [2-luk]\n',
      'ours/booklet.yaml:2:11  unknown-lesson  no file 2-luk.md in the folder, nor in one that it extends; expected the name of a lesson that exists; did you mean “2-luke”?',
    ],
    [
      'changes as a lesson',
      'extends: ../base\nlessons: [changes]\n',
      'ours/booklet.yaml:2:11  unknown-lesson  no file changes.md',
    ],
    ['unknown edition', 'extends: ../base\neditions: [leadr]\n', 'ours/booklet.yaml:2:12  unknown-edition'],
    ['unknown variable', 'extends: ../base\ntitle: "{{chruch}}"\n', 'ours/booklet.yaml:2:9  unknown-variable'],
    ['a key that is wrong', 'extends: ../base\npaper: a9\n', 'ours/booklet.yaml:2:8  wrong-value'],
  ])('%s', async (_, yaml, line) => {
    const lines = (await report(yaml, { '/w/ours/changes.md': '' })).split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.slice(0, line.length)).toBe(line);
  });

  it('point into the file that says what is wrong', async () => {
    const base = {
      '/w/base/booklet.yaml': 'title: x\ntranslation: NIV\nlessons: [1-abraham, 9-none]\nback: [nothing]\n',
    };
    expect(await report('extends: ../base\n', base)).toBe(
      [
        'base/booklet.yaml:2:14  unknown-translation  the translation “NIV”; expected a translation that is bundled, or the path of a folder of USFM files such as ./bible; use one of WEB, KJV',
        'base/booklet.yaml:3:22  unknown-lesson  no file 9-none.md in the folder, nor in one that it extends; expected the name of a lesson that exists; use one of 1-abraham, 2-luke, 3-rev, foreword',
        'base/booklet.yaml:4:8  unknown-lesson  no file nothing.md in the folder, nor in one that it extends; expected the name of a chapter that exists; use one of 1-abraham, 2-luke, 3-rev, foreword',
      ].join('\n'),
    );
    expect(await report('extends: ../base\n', { '/w/base/booklet.yaml': 'authors: Ann\n' })).toBe(
      'base/booklet.yaml:1:1  missing-key  no “title”; expected the title of the booklet; add a line “title: …”',
    );
  });

  it('tell of changes in a file that is not read, on any computer', async () => {
    expect(await report('extends: ../base\n', { '/w/ours/Changes.md': '' })).toBe(
      'ours/Changes.md  file-missing  a file called Changes.md, which is not read; expected the changes of a booklet that extends another in changes.md; rename it to changes.md',
    );
    expect(await report('extends: ../base\n', { '/w/ours/changes.txt': '', '/w/base/Changes.md': '' })).toMatch(
      /^ours\/changes\.txt {2}file-missing [^\n]*$/,
    );
  });

  it('tell of a circle through another name for a folder', async () => {
    const links = { '/w/mirror': '/w/ours' };
    expect(await report('extends: ../mirror\n', {}, { links })).toContain('extends-cycle');
  });

  it('allow eight booklets upon each other, and no more', async () => {
    const chain = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, i) => [
          `/w/o${i}/booklet.yaml`,
          i === count - 1 ? 'extends: ../base\n' : `extends: ../o${i + 1}\n`,
        ]),
      );
    expect(await report('', chain(7), {}, '/w/o0')).toBe('');
    expect(await report('', chain(8), {}, '/w/o0')).toBe(
      'o7/booklet.yaml:1:10  extends-cycle  more than 8 booklets that extend each other; expected at most 8; extend one that is nearer to the first',
    );
  });

  it('keep every file in the folder of the booklet that it belongs to, links followed', async () => {
    const links = { '/w/ours/1-abraham.md': '/w/secret.md' };
    expect(await report('extends: ../base\n', { '/w/secret.md': '' }, { links })).toBe(
      'base/booklet.yaml:5:11  path-outside  1-abraham.md, a link to a file outside the folder; expected the name of a file in the folder of booklet.yaml; move the lesson there and give its name alone',
    );
    const yaml = { '/w/base/booklet.yaml': '/w/elsewhere.yaml' };
    const world = memoryWorld(
      { '/w/elsewhere.yaml': 'title: x', '/w/base/1.md': '', '/w/ours/booklet.yaml': 'extends: ../base\n' },
      { links: yaml },
    );
    expect(formatDiagnostics((await loadBooklet(world, '/w/ours', { base: '/w' })).messages)).toContain(
      'base/booklet.yaml  path-outside  a link to a file outside the folder',
    );
  });

  it('survive nonsense', async () => {
    for (const yaml of [
      '',
      '- a',
      'extends: [..]',
      'extends: {a: 1}',
      'extends: 7',
      'extends: "\\0"',
      'extends: ../base\nlabels: {__proto__: x}',
      '\u0000',
      `extends: ${'../'.repeat(5000)}`,
    ]) {
      const { messages } = await load(yaml);
      expect(formatDiagnostics(messages)).not.toMatch(/\[object|undefined/);
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
