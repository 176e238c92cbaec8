import { describe, expect, it } from 'vitest';
import { type BookletRequest, loadBooklet } from '../../src/booklet/load.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { mm } from '../../src/geometry/units.js';
import { memoryWorld } from '../../src/world/memory.js';

const LESSONS = ['1-abraham.md', '2-luke.md', '10-rev.md', 'README.md', 'notes.txt'];

function world(yaml: string, lessons = LESSONS) {
  const files = Object.fromEntries(lessons.map((name) => [`/w/lessons/hope/${name}`, '# x']));
  return memoryWorld({ '/w/lessons/hope/booklet.yaml': yaml, ...files });
}

const load = (yaml: string, overrides: BookletRequest['overrides'] = {}, lessons = LESSONS) =>
  loadBooklet(world(yaml, lessons), '/w/lessons/hope', { base: '/w', overrides });

const report = async (...args: Parameters<typeof load>) => formatDiagnostics((await load(...args)).messages);

describe('loadBooklet', () => {
  it('fills in every default', async () => {
    const { value, messages } = await load('title: Hope\n');
    expect(messages).toEqual([]);
    expect(value).toEqual({
      id: 'hope',
      folder: '/w/lessons/hope',
      said: expect.any(Function),
      changes: [],
      translationFolder: '/w/lessons/hope',
      file: 'lessons/hope/booklet.yaml',
      title: 'Hope',
      authors: [],
      front: [],
      back: [],
      language: 'en',
      translation: 'WEB',
      theme: 'classic',
      design: {},
      lessons: ['1-abraham', '2-luke', '10-rev'].map((name) => ({
        path: `/w/lessons/hope/${name}.md`,
        folder: '/w/lessons/hope',
        file: `lessons/hope/${name}.md`,
      })),
      editions: [expect.objectContaining({ name: 'leader' }), expect.objectContaining({ name: 'participant' })],
      knownEditions: expect.any(Map),
      editionsBelow: [],
      paths: [45, 60, 75],
      schedule: [],
      labels: {},
      paper: 'letter',
      targets: ['screen'],
      fit: 'notes',
      check: { ignore: [], readingLevel: 12, questionWords: 80 },
      copies: {},
      binding: 'saddle',
      signature: 4,
      flip: 'short',
      direction: 'left-to-right',
      stock: { thickness: mm(0.1) },
      bleed: mm(3),
      pressColor: 'cmyk',
      trim: { width: 396, height: 612 },
      variables: {},
    });
  });

  it('takes everything an author can say', async () => {
    const { value, messages } = await load(
      [
        'title: Hope at {{church}}',
        'subtitle: "{{ meets }}"',
        'authors: Ann of {{church}}',
        'language: es-MX',
        'translation: kjv',
        'theme: plain',
        'lessons: [2-luke, 1-abraham.md]',
        'editions: [participant, participant]',
        'paper: a4',
        'trim: {width: 140, height: "8.5in"}',
        'variables: {church: Grace, meets: 7, open: true}',
        'notice: |',
        '  One.',
        '  Two.',
        'version: "1.0"',
        'date: 2027-01-07',
      ].join('\n'),
    );
    expect(messages).toEqual([]);
    expect(value).toMatchObject({
      title: 'Hope at Grace',
      subtitle: '7',
      authors: ['Ann of Grace'],
      language: 'es-MX',
      translation: 'KJV',
      theme: 'plain',
      themePlace: { start: { line: 6, column: 8 } },
      lessons: [{ path: '/w/lessons/hope/2-luke.md' }, { path: '/w/lessons/hope/1-abraham.md' }],
      editions: [{ name: 'participant' }],
      paper: 'a4',
      variables: { church: 'Grace', meets: '7', open: 'true' },
      notice: 'One.\nTwo.',
      version: '1.0',
      date: '2027-01-07',
    });
    expect(value?.trim.width).toBeCloseTo(396.85, 2);
    expect(value?.trim.height).toBeCloseTo(612, 6);
  });

  it('lets the command line win, and folds its paper', async () => {
    const { value } = await load('title: x\ntheme: plain\ntranslation: KJV\n', {
      theme: 'classic',
      translation: 'web',
      paper: 'a4',
      editions: ['leader'],
    });
    expect(value).toMatchObject({ theme: 'classic', translation: 'WEB', paper: 'a4', editions: [{ name: 'leader' }] });
    expect(value?.themePlace).toBeUndefined();
    expect(value?.trim.width).toBeCloseTo(419.53, 2);
  });

  it('keeps a trim that is named when the paper changes', async () => {
    expect((await load('title: x\ntrim: half-letter\n', { paper: 'a4' })).value?.trim).toEqual({
      width: 396,
      height: 612,
    });
  });
});

describe('loadBooklet: messages', () => {
  const at = (place: string, rest: string) => `lessons/hope/booklet.yaml${place}  ${rest}`;

  it.each([
    [
      'unknown lesson',
      'title: x\nlessons: [1-abraham, 2-luk]\n',
      at(
        ':2:22',
        'unknown-lesson  no file 2-luk.md in the folder; expected the name of a lesson that exists; did you mean “2-luke”?',
      ),
    ],
    [
      'lesson twice',
      'title: x\nlessons:\n  - 2-luke\n  - 2-luke\n',
      at(':4:5', 'duplicate-lesson  “2-luke” for the second time; expected each lesson once; remove one of the two'),
    ],
    [
      'lesson elsewhere',
      'title: x\nlessons: [../other/1-abraham]\n',
      at(
        ':2:11',
        'path-outside  “../other/1-abraham”; expected the name of a file in the folder of booklet.yaml; move the lesson there and give its name alone',
      ),
    ],
    [
      'no lessons listed',
      'title: x\nlessons: []\n',
      at(
        ':2:10',
        'booklet-empty  an empty list of lessons; expected at least one lesson; leave “lessons” out to take every Markdown file',
      ),
    ],
    [
      'unknown edition',
      'title: x\neditions: [leader, particpant]\n',
      at(
        ':2:20',
        'unknown-edition  the edition “particpant”; expected an edition that exists; did you mean “participant”?',
      ),
    ],
    [
      'unknown translation',
      'title: x\ntranslation: NIV\n',
      at(
        ':2:14',
        'unknown-translation  the translation “NIV”; expected a translation that is bundled, or the path of a folder of USFM files such as ./bible; use one of WEB, KJV',
      ),
    ],
    [
      'unknown variable',
      'title: x\nvariables: {church: Grace}\nnotice: |\n  For {{church}},\n  of {{chruch}}.\n',
      at(
        ':5:6',
        'unknown-variable  {{chruch}}, which has no value; expected the name of a variable; did you mean “church”?',
      ),
    ],
    [
      'variable without any',
      'title: "{{church}}"\n',
      at(
        ':1:9',
        'unknown-variable  {{church}}, which has no value; expected the name of a variable; add “variables: {church: …}”',
      ),
    ],
    [
      'unknown key',
      'title: x\ntranslaton: KJV\n',
      at(
        ':2:1',
        'unknown-key  unknown key “translaton”; expected a key that has a meaning here; did you mean “translation”?',
      ),
    ],
    [
      'paper',
      'title: x\npaper: A3\n',
      at(':2:8', 'wrong-value  “paper” is “A3”; expected one of letter, a4; did you mean “a4”?'),
    ],
    [
      'trim by name',
      'title: x\ntrim: a6\n',
      at(
        ':2:7',
        'wrong-value  “trim” is “a6”; expected half-letter, a5, letter, a4, or a width and a height; did you mean “a5”?',
      ),
    ],
    [
      'trim by size',
      'title: x\ntrim: {width: 5.5, height: 200}\n',
      at(
        ':2:15',
        'wrong-value  “trim.width” is “5.5”; expected a length between 50 and 450 mm, as 140 or "5.5in"; correct it',
      ),
    ],
    [
      'date',
      'title: x\ndate: 2027-02-30\n',
      at(
        ':2:7',
        'wrong-value  “date” is “2027-02-30”; expected a date of the calendar such as 2027-01-07; correct it, or leave the line out',
      ),
    ],
    [
      'version',
      'title: x\nversion: 1.0\n',
      at(
        ':2:10',
        'wrong-value  “version” is “1”; expected a version between quotation marks; write it as in version: "1.0"',
      ),
    ],
    [
      'language',
      'title: x\nlanguage: English\n',
      at(
        ':2:11',
        'wrong-value  “language” is “English”; expected a language tag such as en, de or es-MX; correct it, or leave the line out',
      ),
    ],
    [
      'no title',
      'authors: Ann\n',
      at(':1:1', 'missing-key  no “title”; expected the title of the booklet; add a line “title: …”'),
    ],
  ])('%s', async (_, yaml, line) => {
    expect(await report(yaml)).toBe(line);
  });

  it('names the flag when the command line is wrong', async () => {
    expect(await report('title: x\n', { translation: 'NIV', editions: ['leadr'] })).toBe(
      [
        at(
          '',
          'unknown-edition  the edition “leadr” from --edition; expected an edition that exists; did you mean “leader”?',
        ),
        at(
          '',
          'unknown-translation  the translation “NIV” from --translation; expected a translation that is bundled, or the path of a folder of USFM files such as ./bible; use one of WEB, KJV',
        ),
      ].join('\n'),
    );
  });

  it('warns of Markdown files whose names end otherwise, and takes none of them', async () => {
    const files = ['1-a.md', '2-b.MD', '3-c.markdown', 'readme.MD', 'changes.txt', '.x.markdown', 'notes.txt'];
    const { value, messages } = await load('title: x\n', {}, files);
    expect(value?.lessons.map(({ file }) => file)).toEqual(['lessons/hope/1-a.md']);
    expect(formatDiagnostics(messages)).toBe(
      [
        'lessons/hope/2-b.MD  lesson-name  warning: a file called 2-b.MD, which is not read; expected lessons in files whose names end in “.md”; rename it to 2-b.md',
        'lessons/hope/3-c.markdown  lesson-name  warning: a file called 3-c.markdown, which is not read; expected lessons in files whose names end in “.md”; rename it to 3-c.md',
      ].join('\n'),
    );
  });

  it('reports a folder without lessons', async () => {
    expect(await report('title: x\n', {}, ['README.md'])).toBe(
      at(
        '',
        'booklet-empty  no lessons in the folder; expected at least one lesson; add a Markdown file such as 1-first-lesson.md',
      ),
    );
  });

  it('reports a folder that is not there, with the nearest booklet', async () => {
    const { messages } = await loadBooklet(world('title: x'), '/w/lessons/hop/', { base: '/w' });
    expect(formatDiagnostics(messages)).toBe(
      'lessons/hop  booklet-missing  no such folder; expected a folder with a booklet.yaml; did you mean “hope”?',
    );
  });

  it('reports a booklet.yaml under another name', async () => {
    const { messages } = await loadBooklet(memoryWorld({ '/w/hope/booklet.yml': '' }), '/w/hope', { base: '/w' });
    expect(formatDiagnostics(messages)).toBe(
      'hope  booklet-missing  no booklet.yaml in the folder; expected a folder with a booklet.yaml; rename booklet.yml to booklet.yaml',
    );
  });

  it('refuses links that lead outside', async () => {
    const links = { '/w/hope/1-a.md': '/w/secret.md', '/w/hope/2-b.md': '/w/hope/real/b.md' };
    const linked = memoryWorld(
      { '/w/hope/booklet.yaml': 'title: x\nlessons: [1-a, 2-b]\n', '/w/secret.md': 'x', '/w/hope/real/b.md': 'x' },
      { links },
    );
    expect(formatDiagnostics((await loadBooklet(linked, '/w/hope', { base: '/w' })).messages)).toBe(
      'hope/booklet.yaml:2:11  path-outside  1-a.md, a link to a file outside the folder; expected the name of a file in the folder of booklet.yaml; move the lesson there and give its name alone',
    );
    const self = memoryWorld(
      { '/w/etc.yaml': 'title: x', '/w/hope/1.md': '' },
      { links: { '/w/hope/booklet.yaml': '/w/etc.yaml' } },
    );
    expect(formatDiagnostics((await loadBooklet(self, '/w/hope', { base: '/w' })).messages)).toContain(
      'hope/booklet.yaml  path-outside',
    );
  });

  it('reports a file that is not UTF-8', async () => {
    const bytes = memoryWorld({ '/w/hope/booklet.yaml': new Uint8Array([0x74, 0xff, 0xfe]) });
    expect(formatDiagnostics((await loadBooklet(bytes, '/w/hope', { base: '/w' })).messages)).toBe(
      'hope/booklet.yaml  file-unreadable  bytes that are not UTF-8 text; expected a text file in the UTF-8 encoding; save the file again as UTF-8',
    );
  });
});
