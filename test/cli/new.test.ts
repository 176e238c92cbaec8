import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutputError } from '../../src/output/error.js';
import { memoryWorld } from '../../src/world/memory.js';
import { memoryOutput } from '../support/memory-output.js';
import { type Given, type Run, run } from './fake.js';

const ROOT = resolve(import.meta.dirname, '../..');
const STARTER = Object.fromEntries(
  ['booklet.yaml', 'lesson.md'].map((name) => [
    `${ROOT}/templates/starter/${name}`,
    readFileSync(`${ROOT}/templates/starter/${name}`, 'utf8'),
  ]),
);
const LESSON = STARTER[`${ROOT}/templates/starter/lesson.md`] ?? '';

/** Runs `gathering new …` among these files below `/work` and gives the texts that it made, by path. */
async function make(argv: string[], files: Record<string, string> = {}, given: Given & Links = {}) {
  const { links = {}, ...rest } = given;
  const output = memoryOutput();
  const placed = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/work/${path}`, text]));
  const world = memoryWorld({ ...STARTER, ...placed }, { links });
  const done: Run = await run(['new', ...argv], { world, output, ...rest });
  const made = Object.fromEntries([...output.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]));
  return { ...done, made };
}

interface Links {
  links?: Record<string, string>;
}

describe('gathering new booklet', () => {
  it('makes a folder with a booklet.yaml and a lesson and says what to run next', async () => {
    const { exit, stdout, stderr, made } = await make(['booklet', 'Asking: Luke 11']);
    expect(Object.keys(made)).toEqual([
      '/work/lessons/asking-luke-11/booklet.yaml',
      '/work/lessons/asking-luke-11/1-first-lesson.md',
    ]);
    expect(made['/work/lessons/asking-luke-11/booklet.yaml']).toContain('\ntitle: "Asking: Luke 11"\n');
    expect(made['/work/lessons/asking-luke-11/1-first-lesson.md']).toBe(LESSON);
    expect(stdout).toBe(
      'Made lessons/asking-luke-11/booklet.yaml\n' +
        'Made lessons/asking-luke-11/1-first-lesson.md\n' +
        'It is a whole lesson to write over. To make the PDFs:\n' +
        '  gathering build lessons/asking-luke-11\n',
    );
    expect([exit, stderr]).toEqual([0, '']);
  });

  it('needs no quotation marks around the title', async () => {
    const { made } = await make(['booklet', 'Learning', 'to', 'Pray']);
    expect(made['/work/lessons/learning-to-pray/booklet.yaml']).toContain('title: Learning to Pray\n');
  });

  it('makes it where --to says, and writes a command that a shell understands', async () => {
    const next = async (to: string) => (await make(['booklet', 'a', '--to', to])).stdout.trimEnd().split('\n').at(-1);
    expect(await next('.')).toBe('  gathering build a');
    expect(await next('my stuff')).toBe('  gathering build "my stuff/a"');
    expect(await next('$(rm x)')).toBe("  gathering build '$(rm x)/a'");
    expect(await next("it's `x`")).toBe("  gathering build 'it'\\''s `x`/a'");
    expect(await next('-x')).toBe('  gathering build ./-x/a');
    expect(await next('/')).toBe('  gathering build /a');
    expect(await next('\u001b[2J')).not.toContain('\u001b');
  });

  it('names the command as it was run', async () => {
    expect((await make(['booklet', 'a'], {}, { env: { npm_command: 'exec' } })).stdout).toContain(
      '\n  npx gathering build lessons/a\n',
    );
  });

  it.each([
    ['a folder with something in it', { 'lessons/learning-to-pray/notes.txt': 'mine' }, 'a folder of that name'],
    ['a folder in capitals', { 'lessons/Learning-to-Pray/x.md': '' }, 'a folder of that name'],
    ['a file', { 'lessons/learning-to-pray': 'mine' }, 'a file of that name'],
    ['a file called lessons', { lessons: 'mine' }, 'a file where the folder for it should be'],
  ])('leaves %s alone', async (_, files, found) => {
    const { exit, stdout, stderr, made } = await make(['booklet', 'Learning to Pray'], files);
    expect([exit, stdout, made]).toEqual([1, '', {}]);
    expect(stderr).toMatch(/^lessons\/learning-to-pray {2}name-taken {2}[^\n]*nothing was changed\n$/);
    expect(stderr).toContain(found);
  });

  it('leaves a link that leads nowhere alone', async () => {
    const { exit, stderr, made } = await make(['booklet', 'a'], {}, { links: { '/work/lessons/a': '/elsewhere' } });
    expect([exit, made]).toEqual([1, {}]);
    expect(stderr).toContain('name-taken');
  });

  it('tells in one line what cannot be a name, and leaves with 1', async () => {
    const { exit, stdout, stderr, made } = await make(['booklet', '../x']);
    expect([exit, stdout, made]).toEqual([1, '', {}]);
    expect(stderr).toBe(
      'lessons  name-unusable  “../x”, which has a slash in it; expected a title or the name of a folder, not a path; leave the slash out; an option says where it is to be: --to for a booklet, --booklet for a lesson\n',
    );
  });

  it('begins with the author’s own starter, if its files are both there', async () => {
    const own = { 'templates/starter/booklet.yaml': 'title: x\npaper: a4\n', 'templates/starter/lesson.md': 'Mine.\n' };
    expect(Object.values((await make(['booklet', 'A'], own)).made)).toEqual(['title: A\npaper: a4\n', 'Mine.\n']);
    const half = { 'templates/starter/lesson.md': 'Mine.\n' };
    expect(Object.values((await make(['booklet', 'A'], half)).made)).toContain(LESSON);
  });

  it('says that a file could not be written, and what was made before', async () => {
    const output = memoryOutput();
    const create: typeof output.create = (path, text) =>
      path.endsWith('.md')
        ? Promise.reject(new OutputError(path, Object.assign(new Error(), { code: 'ENOSPC' })))
        : output.create(path, text);
    const { exit, stdout, stderr } = await make(['booklet', 'a'], {}, { output: { ...output, create } });
    expect([exit, stdout]).toEqual([3, 'Made lessons/a/booklet.yaml\n']);
    expect(stderr).toBe('Cannot write lessons/a/1-first-lesson.md: the disk is full; make room and try again\n');
  });
});

describe('gathering new lesson', () => {
  const one = { 'lessons/a/booklet.yaml': 'title: A\n', 'lessons/a/1-one.md': '' };

  it('is added to the only booklet, after its last lesson', async () => {
    const { exit, stdout, made } = await make(['lesson', 'Ask', 'and Seek'], one);
    expect(Object.keys(made)).toEqual(['/work/lessons/a/2-ask-and-seek.md']);
    expect(made['/work/lessons/a/2-ask-and-seek.md']).toBe(LESSON.replace(/^title: .*$/m, 'title: Ask and Seek'));
    expect(stdout).toBe(
      'Made lessons/a/2-ask-and-seek.md\n' +
        'It is a whole lesson to write over. To make the PDFs:\n  gathering build lessons/a\n',
    );
    expect(exit).toBe(0);
  });

  it.each([
    [['1-one.md', '9-nine.md', '10-ten.md'], '11-new.md'],
    [['01-one.md', '09-nine.md'], '10-new.md'],
    [['007_bond.md'], '008-new.md'],
    [['7. seven.MD'], '8-new.md'],
    [['foreword.md', '12-notes.txt', '13'], '1-new.md'],
    [['5.md'], '6-new.md'],
    [[], '1-new.md'],
    [['99999999999999999999-x.md', '3-three.md'], '4-new.md'],
  ])('among %j it is called %s', async (names, expected) => {
    const files = Object.fromEntries(names.map((name) => [`lessons/a/${name}`, '']));
    const { made } = await make(['lesson', 'New'], { 'lessons/a/booklet.yaml': '', ...files });
    expect(Object.keys(made)).toEqual([`/work/lessons/a/${expected}`]);
  });

  it('is added to the booklet that is named, by its folder or its booklet.yaml', async () => {
    const files = { ...one, 'x/b/booklet.yaml': '' };
    for (const named of ['x/b', 'x/b/', '/work/x/b', 'x/b/booklet.yaml'])
      expect(Object.keys((await make(['lesson', 'New', '--booklet', named], files)).made)).toEqual([
        '/work/x/b/1-new.md',
      ]);
  });

  it('is added to the booklet that the command is run in', async () => {
    const files = { ...one, 'lessons/b/booklet.yaml': '' };
    const { made, stdout } = await make(['lesson', 'New'], files, { cwd: '/work/lessons/a' });
    expect(Object.keys(made)).toEqual(['/work/lessons/a/2-new.md']);
    expect(stdout).toContain('Made 2-new.md\n');
    expect(stdout).toContain('\n  gathering build .\n');
  });

  it('asks which booklet is meant when there are several', async () => {
    const files = { ...one, 'lessons/b c/booklet.yaml': '' };
    const { exit, stderr, made } = await make(['lesson', 'New'], files);
    expect([exit, made]).toEqual([1, {}]);
    expect(stderr).toBe(
      'lessons  booklet-missing  2 booklets; expected to be told which one the lesson is for; add --booklet lessons/a, or --booklet "lessons/b c"\n',
    );
  });

  it('says when there is no booklet', async () => {
    const none = await make(['lesson', 'New']);
    expect([none.exit, none.made]).toEqual([1, {}]);
    expect(none.stderr).toContain('gathering new booklet "Its Title"');
    const wrong = await make(['lesson', 'New', '--booklet', 'lessons/c'], one);
    expect(wrong.stderr).toBe(
      'lessons/c  booklet-missing  no booklet.yaml there; expected the folder of a booklet; name one of lessons/a\n',
    );
  });

  it.each([['1-one.md'], ['One.md'], ['07_ONE.md'], ['3. One!.md']])('does not double %s', async (name) => {
    const files = { 'lessons/a/booklet.yaml': '', [`lessons/a/${name}`]: 'mine' };
    const { exit, stderr, made } = await make(['lesson', 'One'], files);
    expect([exit, made]).toEqual([1, {}]);
    expect(stderr).toContain(`lessons/a/${name}  name-taken  a lesson of that name`);
  });

  it('says what to add where booklet.yaml lists its lessons, and leaves that alone', async () => {
    const add = async (yaml: string) => {
      const { made, stdout } = await make(['lesson', 'New'], {
        'lessons/a/booklet.yaml': yaml,
        'lessons/a/1-one.md': '',
      });
      expect(Object.keys(made)).toEqual(['/work/lessons/a/2-new.md']);
      return stdout.split('\n').slice(1, -3).join('\n');
    };
    expect(await add('title: A\nlessons:\n  - 1-one\n')).toBe(
      'lessons/a/booklet.yaml lists its lessons. To have this lesson in the booklet, add this line under “lessons”:\n  - 2-new',
    );
    expect(await add('title: A\nlessons: [1-one]\n')).toBe(
      'lessons/a/booklet.yaml lists its lessons. To have this lesson in the booklet, write “, 2-new” before the “]” of “lessons”.',
    );
    expect(await add('title: A\nlessons: []\n')).toContain('write “2-new” between the brackets of “lessons”.');
    for (const yaml of ['title: A', '', '- 1', 'lessons: 3', 'lessons: [', '\ufeff\u0000', '&a [*a]'])
      expect(await add(yaml), yaml).toBe('');
  });

  it('fits in with the booklets that this one extends', async () => {
    const files = {
      'lessons/ours/booklet.yaml': 'extends: ../a\n',
      'lessons/ours/2-mine.md': '',
      'lessons/a/booklet.yaml': 'title: A\nextends: ../base/',
      'lessons/base/booklet.yaml': 'title: Base\nextends: ../ours',
      'lessons/base/4-four.md': '',
    };
    const { made, stdout } = await make(['lesson', 'New', '--booklet', 'lessons/ours'], files);
    expect(Object.keys(made)).toEqual(['/work/lessons/ours/5-new.md']);
    expect(stdout).toContain(
      'lessons/ours/booklet.yaml extends another booklet. To have this lesson in the booklet, write a list “lessons” of all its lessons, with this line in it:\n  - 5-new\n',
    );
    const { stderr } = await make(['lesson', 'Four', '--booklet', 'lessons/ours'], files);
    expect(stderr).toContain('lessons/base/4-four.md  name-taken  a lesson of that name');
  });

  it('cannot leave the booklet’s folder', async () => {
    for (const name of ['../x', '..\\x', '/x', 'C:\\x', '.', '..', 'a/../../b'])
      expect(await make(['lesson', name], one)).toMatchObject({ exit: 1, made: {} });
    expect(Object.keys((await make(['lesson', 'con'], one)).made)).toEqual([]);
  });
});

describe('bad usage of new', () => {
  it.each([
    [['new', 'boklet', 'x'], 'Did you mean booklet?'],
    [['new', 'booklet'], 'missing required argument'],
    [['new', 'booklet', ''], 'NAME is empty'],
    [['new', 'booklet', 'x', '--to='], '--to is empty'],
    [['new', 'lesson', 'x', '--booklet', ' '], '--booklet is empty'],
    [['new', 'lesson', 'x', '--to', 'y'], "unknown option '--to'"],
    [['new'], 'Usage: gathering new'],
  ])('%j leaves with 2', async (argv, said) => {
    const { exit, stdout, stderr } = await run(argv);
    expect(stderr).toContain(said);
    expect([exit, stdout]).toEqual([2, '']);
  });
});
