import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBooklets } from '../../src/build/list.js';
import { findImports } from '../architecture/imports.js';
import { readSource } from '../architecture/source.js';
import { lessonOf, tinyBooklet, tinyWorld } from '../support/tiny.js';
import { type Given, run } from './fake.js';

const LESSON = `---
title: Ask and Receive
passages: Luke 11:5-13; Matthew 7:7
duration: 40
---

:::question{minutes=15}
One two three?
:::
`;

const FILES = {
  ...tinyBooklet(LESSON, 'title: Learning to Pray\neditions: [leader]\nback: [after.md]\n'),
  'lessons/tiny/2-two.md': lessonOf(':::question{minutes=50}\nWhy?\n:::\n\n:::question{minutes=5 optional}\nNo?\n:::'),
  'lessons/tiny/after.md': lessonOf('Some last words.').replace('One', 'After'),
  'lessons/other/booklet.yaml': 'title: Other\n',
  'lessons/other/1.md': lessonOf('A.'),
};

const listed = (argv: string[] = [], given: Given = {}, files: Record<string, string> = FILES) =>
  run(['list', ...argv], { world: tinyWorld(files), list: listBooklets, ...given });

describe('gathering list', () => {
  it('shows every booklet with its lessons, and totals', async () => {
    const { exit, stdout, stderr } = await listed();
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        'Other',
        'lessons/other: leader, participant',
        '  1  One  2 words',
        '  1 lesson, 2 words',
        '',
        'Learning to Pray',
        'lessons/tiny: leader',
        '  1  Ask and Receive  Luke 11:5-13; Matthew 7:7  40 min  6 words',
        '  2  One                                         50 min  3 words',
        '     After                                               4 words',
        '  2 lessons, 1 h 30 min, 13 words',
        '',
        '2 booklets, 3 lessons, 1 h 30 min, 15 words',
        '',
      ].join('\n'),
    );
  });

  it.each([120, 72, 60, 44, 30])('keeps within %i columns', async (columns) => {
    const { stdout } = await listed(['lessons/tiny'], { outTerminal: { columns }, env: { NO_COLOR: '1' } });
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(columns);
    expect(stdout).toContain('Ask and');
  });

  it('cuts the passages before the titles', async () => {
    const { stdout } = await listed(['lessons/tiny'], { outTerminal: { columns: 60 }, env: { NO_COLOR: '1' } });
    expect(stdout).toMatch(/^ {2}1 {2}Ask and Receive {2}Luke 11:5-13; M\w+… {2}40 min {2}6 words$/m);
  });

  it('gives the same as data', async () => {
    const { stdout, stderr } = await listed(['--json', 'lessons/tiny']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      booklets: [
        {
          id: 'tiny',
          folder: 'lessons/tiny',
          title: 'Learning to Pray',
          language: 'en',
          editions: ['leader'],
          lessons: [
            {
              number: 1,
              id: 'one',
              file: 'lessons/tiny/1-one.md',
              title: 'Ask and Receive',
              passages: ['Luke 11:5-13; Matthew 7:7'],
              minutes: 40,
              words: 6,
            },
            { number: 2, id: 'two', file: 'lessons/tiny/2-two.md', title: 'One', passages: [], minutes: 50, words: 3 },
          ],
          chapters: [{ id: 'after', file: 'lessons/tiny/after.md', title: 'After', words: 4 }],
          minutes: 90,
          words: 13,
        },
      ],
      messages: [],
    });
  });

  it('shows what can be read, tells of what stands in the way of a build, and leaves with 1', async () => {
    const files = {
      ...FILES,
      'lessons/other/booklet.yaml': 'titel: Other\n',
      'lessons/tiny/2-two.md': lessonOf('::nothing'),
    };
    const { exit, stdout, stderr } = await listed([], {}, files);
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^Learning to Pray\n/);
    expect(stderr).toContain('lessons/other/booklet.yaml:1:1  unknown-key');
    expect(stderr).toContain('lessons/tiny/2-two.md:5');
  });

  it('cannot be made to drive the terminal', async () => {
    const files = { ...FILES, 'lessons/other/booklet.yaml': 'title: "Red \\e[31m\\u202e"\n' };
    const { stdout } = await listed([], {}, files);
    expect(stdout).toContain('Red \\u{1b}[31m\\u{202e}\n');
    const json = await listed(['--json'], {}, files);
    for (const unsafe of ['\u202e', '\u001b']) expect(json.stdout).not.toContain(unsafe);
  });

  it('says where it looked when there is no booklet', async () => {
    const { exit, stderr } = await listed([], {}, {});
    expect([exit, stderr]).toEqual([1, expect.stringContaining('booklet-missing')]);
  });

  it('loads nothing that makes pages', () => {
    const packages = new Set<string>();
    const seen = new Set<string>();
    const follow = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { specifier = '', kind } of findImports(readSource(readFileSync(path, 'utf8')))) {
        if (kind === 'type') continue;
        if (specifier.startsWith('.')) follow(resolve(dirname(path), specifier.replace(/\.js$/, '.ts')));
        else packages.add(specifier);
      }
    };
    follow(join(import.meta.dirname, '../../src/build/list.ts'));
    expect(packages).toContain('unified');
    expect([...packages].filter((name) => /react|pdf|font/.test(name))).toEqual([]);
  });
});
