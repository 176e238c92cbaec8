import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check, fix } from '../../src/build.js';
import type { CheckRequest } from '../../src/build-types.js';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskOutput } from '../../src/output/write.js';
import { diskWorld } from '../../src/world/disk.js';
import { lessonOf } from '../support/tiny.js';
import { type Given, run } from './fake.js';

const SOURCE = 'one\n\ttwo the 世界 the word\nthree\n';
const place = { start: { line: 2, column: 6 }, end: { line: 2, column: 9 } };
const about = { file: 'lessons/a/1.md', expected: 'that', advice: 'mend it' };

const WARNING = diagnostic({ ...about, place, rule: 'image-alt', found: 'this' });
const ADVICE = diagnostic({ ...about, place: { line: 3, column: 1 }, rule: 'repeated-word', found: 'a: 50%, b' });
const ERROR = diagnostic({ ...about, file: 'lessons/a/booklet.yaml', rule: 'missing-key', found: 'nothing' });

/** Runs `gathering check` with a check that only answers. */
async function answered(argv: string[], messages: Diagnostic[], given: Given = {}) {
  const asked: CheckRequest[] = [];
  const result = await run(['check', ...argv], {
    files: { '/work/lessons/a/booklet.yaml': '', '/work/lessons/a/1.md': SOURCE },
    check: async (_world, request) => {
      asked.push(request);
      return { messages };
    },
    ...given,
  });
  return { ...result, asked };
}

describe('what a check says', () => {
  it('stands with the lines that it is about, and is counted', async () => {
    const { stdout, stderr, exit } = await answered([], [ADVICE, WARNING]);
    expect(stdout).toBe(`lessons/a/1.md:2:6  image-alt  warning: this; expected that; mend it
  1 | one
  2 |     two the 世界 the word
    |         ^^^
  3 | three

lessons/a/1.md:3:1  repeated-word  advice: a: 50%, b; expected that; mend it
  1 | one
  2 |     two the 世界 the word
  3 | three
    | ^

`);
    expect([stderr, exit]).toEqual(['1 warning, 1 piece of advice\n', 0]);
  });

  it('keeps carets under wide letters', async () => {
    const wide = { start: { line: 2, column: 13 }, end: { line: 2, column: 16 } };
    const { stdout } = await answered([], [diagnostic({ ...about, place: wide, rule: 'image-alt', found: 'this' })]);
    expect(stdout).toContain('two the 世界 the word\n    |                  ^^^\n');
  });

  it('needs no file to be there, and no place', async () => {
    const gone = diagnostic({ ...about, file: 'gone.md', place, rule: 'image-alt', found: 'this' });
    const { stdout } = await answered([], [ERROR, gone]);
    expect(stdout).toBe(
      'gone.md:2:6  image-alt  warning: this; expected that; mend it\n' +
        'lessons/a/booklet.yaml  missing-key  nothing; expected that; mend it\n',
    );
  });

  it('is coloured on a terminal alone, and as the reader wishes', async () => {
    const colored = { outTerminal: { columns: 80 } };
    expect((await answered([], [WARNING], colored)).stdout).toContain('\u001b[33mimage-alt\u001b[39m');
    expect((await answered([], [WARNING], { ...colored, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b');
    expect((await answered(['--json'], [WARNING], colored)).stdout).not.toContain('\u001b[');
  });

  it('comes as one JSON object', async () => {
    const { stdout, stderr } = await answered(['--json'], [ADVICE, ERROR]);
    expect(JSON.parse(stdout)).toEqual({
      messages: [
        expect.objectContaining({ severity: 'advice', rule: 'repeated-word', line: 3, found: 'a: 50%, b' }),
        expect.objectContaining({ severity: 'error', rule: 'missing-key', file: 'lessons/a/booklet.yaml' }),
      ],
    });
    expect(stderr).toBe('');
    expect((await answered(['--format', 'json'], [ADVICE, ERROR])).stdout).toBe(stdout);
  });

  it('comes as commands for GitHub Actions, escaped as they need it', async () => {
    const odd = diagnostic({
      ...about,
      file: 'a,b:c%.md',
      place: { line: 1, column: 1 },
      rule: 'image-alt',
      found: 'x\ny',
    });
    const { stdout } = await answered(['--format', 'github'], [ADVICE, WARNING, ERROR, odd]);
    expect(stdout).toBe(
      [
        '::warning file=a%2Cb%3Ac%25.md,line=1,col=1,title=image-alt::x%0Ay; expected that; mend it',
        '::warning file=lessons/a/1.md,line=2,endLine=2,col=6,endColumn=9,title=image-alt::this; expected that; mend it',
        '::notice file=lessons/a/1.md,line=3,col=1,title=repeated-word::a: 50%25, b; expected that; mend it',
        '::error file=lessons/a/booklet.yaml,title=missing-key::nothing; expected that; mend it',
        '',
      ].join('\n'),
    );
  });

  it('names files from the workspace of GitHub Actions', async () => {
    const { stdout } = await answered(['--format', 'github'], [ERROR], { env: { GITHUB_WORKSPACE: '/' } });
    expect(stdout).toContain('file=work/lessons/a/booklet.yaml,');
  });
});

describe('how a check ends', () => {
  it.each([
    [[], [], 0],
    [[], [ADVICE, WARNING], 0],
    [['--strict'], [], 0],
    [['--strict'], [ADVICE], 1],
    [['--strict'], [WARNING], 1],
    [[], [ERROR, ADVICE], 1],
  ])('%j with %j: %i', async (argv, messages, exit) => {
    expect((await answered(argv as string[], messages as Diagnostic[])).exit).toBe(exit);
  });

  it('says when there is nothing to say, and when there is nothing to check', async () => {
    expect((await answered([], [])).stderr).toBe('Nothing to say.\n');
    const { stdout, exit } = await answered([], [], { files: {} });
    expect(stdout).toContain('booklet-missing');
    expect(exit).toBe(1);
  });
});

describe('what a check is asked', () => {
  it('is what stands on the line', async () => {
    const argv = ['lessons/a', '--quick', '--ignore', 'alt-text, image-alt', '--edition', 'leader', '--for', 'home'];
    const { asked } = await answered(argv, []);
    expect(asked).toEqual([
      expect.objectContaining({
        base: '/work',
        booklets: ['/work/lessons/a'],
        quick: true,
        ignore: ['alt-text', 'image-alt'],
        editions: ['leader'],
        targets: ['home'],
      }),
    ]);
  });

  it.each([
    [['--ignore', 'alt-txt'], 'did you mean “alt-text”?'],
    [['--ignore', 'leak'], 'no rule that can be passed over'],
    [['--format', 'xml'], 'Allowed choices are text, json, github'],
    [['--yes'], '--yes goes with --fix'],
  ])('refuses %j', async (argv, words) => {
    const { stderr, exit } = await answered(argv, []);
    expect(stderr).toContain(words);
    expect(exit).toBe(2);
  });
});

describe('--fix', () => {
  let folder: string;
  const before = lessonOf('See Rom. 8.34 and "this" or “that”.');
  const after = lessonOf('See Romans 8:34 and "this" or "that".');

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'gathering-check-')));
    const files = {
      'lessons/a/booklet.yaml': 'title: A\nlessons: [1-one, 4-two]\n',
      'lessons/a/1-one.md': before,
      'lessons/a/4-two.md': lessonOf('Words.'),
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const fixing = (argv: string[] = [], given: Given = {}) =>
    run(['check', '--quick', '--fix', ...argv], {
      cwd: folder,
      world: diskWorld(),
      output: diskOutput(),
      check,
      fix,
      ...given,
    });
  const read = async (name: string) => readFile(join(folder, 'lessons/a', name), 'utf8').catch(() => undefined);

  const DIFF = `--- a/lessons/a/1-one.md
+++ b/lessons/a/1-one.md
@@ -1,5 +1,5 @@
 ---
 title: One
 ---
 
-See Rom. 8.34 and "this" or “that”.
+See Romans 8:34 and "this" or "that".
--- a/lessons/a/booklet.yaml
+++ b/lessons/a/booklet.yaml
@@ -1,2 +1,2 @@
 title: A
-lessons: [1-one, 4-two]
+lessons: [1-one, 2-two]
diff --git a/lessons/a/4-two.md b/lessons/a/2-two.md
rename from lessons/a/4-two.md
rename to lessons/a/2-two.md
`;

  it('shows what it would do, writes nothing where nobody can be asked, and ends with 1', async () => {
    const { stdout, stderr, exit } = await fixing();
    expect(stdout).toBe(DIFF);
    expect(stderr).toContain('Nothing was written to 3 files; --yes writes without asking.\n');
    expect(exit).toBe(1);
    expect(await read('1-one.md')).toBe(before);
    expect(await readdir(join(folder, 'lessons/a'))).toEqual(['1-one.md', '4-two.md', 'booklet.yaml']);
  });

  it('writes with --yes, shows the same, and finds nothing the next time', async () => {
    const { stdout, stderr, exit } = await fixing(['--yes']);
    expect([stdout, exit]).toEqual([DIFF, 0]);
    expect(stderr).toContain('Mended 3 files.\n');
    expect(await read('1-one.md')).toBe(after);
    expect(await read('2-two.md')).toBe(lessonOf('Words.'));
    expect(await read('booklet.yaml')).toBe('title: A\nlessons: [1-one, 2-two]\n');
    expect(await readdir(join(folder, 'lessons/a'))).toEqual(['1-one.md', '2-two.md', 'booklet.yaml']);
    const again = await fixing(['--yes']);
    expect([again.stdout, again.exit]).toEqual(['', 0]);
    expect(again.stderr).toContain('Nothing to mend.\n');
  });

  it('does what it is told at a terminal', async () => {
    const asked: string[] = [];
    const confirm = (answer: boolean) => async (question: string) => {
      asked.push(question);
      return answer;
    };
    expect((await fixing([], { confirm: confirm(false) })).exit).toBe(1);
    expect(await read('1-one.md')).toBe(before);
    expect((await fixing([], { confirm: confirm(true) })).exit).toBe(0);
    expect(await read('1-one.md')).toBe(after);
    expect(asked).toEqual(['Write 3 files?', 'Write 3 files?']);
  });

  it('tells fixes as data, with patches that git takes', async () => {
    const { stdout } = await fixing(['--json']);
    const { fixes, written, messages } = JSON.parse(stdout);
    expect([written, messages]).toEqual([false, []]);
    expect(fixes.map(({ diff }: { diff: string }) => diff).join('')).toBe(DIFF);
    expect(fixes[2]).toMatchObject({ file: 'lessons/a/4-two.md', to: 'lessons/a/2-two.md' });
    expect(JSON.parse((await fixing(['--json', '--yes'])).stdout).written).toBe(true);
    expect(await read('1-one.md')).toBe(after);
  });

  it('leaves files alone that were changed in the meantime', async () => {
    const confirm = async () => {
      await writeFile(join(folder, 'lessons/a/4-two.md'), 'other');
      return true;
    };
    const { stderr, exit } = await fixing([], { confirm });
    expect(stderr).toContain('it was changed in the meantime');
    expect(exit).toBe(3);
    expect(await read('1-one.md')).toBe(before);
  });

  it('does nothing about a booklet with errors, and says them', async () => {
    await writeFile(join(folder, 'lessons/a/4-two.md'), lessonOf(':::nothing\nx\n:::'));
    const { stdout, stderr, exit } = await fixing(['--yes']);
    expect(stdout).toContain('unknown-directive');
    expect(stderr).toContain('Nothing was mended: what is wrong comes first.\n');
    expect(exit).toBe(1);
    expect(await read('1-one.md')).toBe(before);
  });
});
