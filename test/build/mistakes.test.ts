import { describe, expect, it } from 'vitest';
import { bytesOf } from '../support/booklet.js';
import { readPdf, textOf } from '../support/pdf.js';
import { lessonOf, runBuild, tinyBooklet, tinyWorld } from '../support/tiny.js';

interface Mistake {
  /** What an author did. */
  name: string;
  files: Record<string, string>;
  /** `file:line:column  rule`, as the message begins. */
  told: string;
}

const LESSON = 'lessons/tiny/1-one.md';

const mistakes: Mistake[] = [
  {
    name: 'an unknown directive',
    files: tinyBooklet(lessonOf(':::leeder[Note]\nBe kind.\n:::')),
    told: `${LESSON}:5:1  unknown-directive`,
  },
  {
    name: 'a misspelt attribute',
    files: tinyBooklet(lessonOf('::::question{lins=4}\nWhy?\n::::')),
    told: `${LESSON}:5:14  unknown-attribute`,
  },
  {
    name: 'a bad reference',
    files: tinyBooklet(lessonOf('See Romans 8:40 for more.')),
    told: `${LESSON}:5:5  reference-missing`,
  },
  {
    name: 'a missing image',
    files: tinyBooklet(lessonOf('![An ark](images/ark.png)')),
    told: `${LESSON}:5:1  image-missing`,
  },
  {
    name: 'an image above the booklet',
    files: { ...tinyBooklet(lessonOf('![An ark](../ark.png)')), 'lessons/ark.png': 'x' },
    told: `${LESSON}:5:1  path-outside`,
  },
  {
    name: 'bad YAML',
    files: tinyBooklet(lessonOf('Text.'), 'title: "Tiny\ntheme: classic\n'),
    told: 'lessons/tiny/booklet.yaml:1:8  yaml-syntax',
  },
  {
    name: 'an unknown key',
    files: tinyBooklet(lessonOf('Text.'), 'title: Tiny\nautors: [Ann]\n'),
    told: 'lessons/tiny/booklet.yaml:2:1  unknown-key',
  },
  {
    name: 'an unknown theme',
    files: tinyBooklet(lessonOf('Text.'), 'title: Tiny\ntheme: clasic\n'),
    told: 'lessons/tiny/booklet.yaml:2:8  unknown-theme',
  },
  {
    name: 'an unclosed container',
    files: tinyBooklet(lessonOf('Before.\n\n:::leader[Note]\nBe kind.\n\nAfter.')),
    told: `${LESSON}:7:1  unclosed-directive`,
  },
  { name: 'no title', files: tinyBooklet('---\nsubtitle: One\n---\n\nText.\n'), told: `${LESSON}:2:1  missing-key` },
  {
    name: 'an unprintable character',
    files: tinyBooklet(lessonOf('Good \u{1F642} day.')),
    told: `${LESSON}:5:6  unprintable-character`,
  },
  {
    name: 'an unknown edition',
    files: tinyBooklet(lessonOf('Text.'), 'title: Tiny\neditions: [leader, partisipant]\n'),
    told: 'lessons/tiny/booklet.yaml:2:20  unknown-edition',
  },
  {
    name: 'a block for nobody',
    files: tinyBooklet(lessonOf(':::aside[Note]{for=youth}\nBe kind.\n:::')),
    told: `${LESSON}:5:16  unknown-audience`,
  },
  {
    name: 'a schedule of too few dates',
    files: {
      ...tinyBooklet(lessonOf('Text.'), 'title: Tiny\nschedule: [2027-01-07]\n'),
      'lessons/tiny/2-two.md': '---\ntitle: Two\n---\n\nText.\n',
    },
    told: 'lessons/tiny/booklet.yaml:2:11  schedule',
  },
  {
    name: 'a day that is not in the calendar',
    files: tinyBooklet(lessonOf('Text.'), 'title: Tiny\nschedule: [2027-02-30]\n'),
    told: 'lessons/tiny/booklet.yaml:2:12  wrong-value',
  },
  {
    name: 'an overlay on nothing',
    files: tinyBooklet(lessonOf('Text.'), 'title: Tiny\nextends: ../tinny\n'),
    told: 'lessons/tiny/booklet.yaml:2:10  booklet-missing',
  },
  {
    name: 'a change to a block that is not there',
    files: {
      'base/booklet.yaml': 'title: Base\n',
      'base/1-one.md': lessonOf('::::question{#first}\nWhy?\n::::'),
      'lessons/tiny/booklet.yaml': 'extends: ../../base\n',
      'lessons/tiny/changes.md': '::omit{#one.frist}\n',
    },
    told: 'lessons/tiny/changes.md:1:8  unknown-block',
  },
  {
    name: 'a Bible with a verse twice',
    files: {
      ...tinyBooklet(lessonOf('::scripture[Luke 1:1]'), 'title: Tiny\ntranslation: ./bible\n'),
      'lessons/tiny/bible/bible.yaml': 'abbreviation: TST\nname: Test\nlanguage: en\nnotice: A test.\n',
      'lessons/tiny/bible/luke.usfm': '\\id LUK\n\\c 1\n\\p\n\\v 1 One.\n\\v 1 One again.\n',
    },
    told: 'lessons/tiny/bible/luke.usfm:5:1  usfm-verse',
  },
  {
    name: 'a label that is not printed',
    files: tinyBooklet(lessonOf('Text.'), 'title: Tiny\nlabels: {leson: Chapter}\n'),
    told: 'lessons/tiny/booklet.yaml:2:10  unknown-label',
  },
];

describe('a deliberate mistake', () => {
  it.each(mistakes)('is one message in its place and nothing is written: $name', async ({ files, told }) => {
    const run = await runBuild(tinyWorld(files), '--quiet');
    expect(run.written.size).toBe(0);
    expect(run.stdout).toBe('');
    const lines = run.stderr.trimEnd().split('\n');
    expect(lines, run.stderr).toHaveLength(1);
    expect(lines[0]?.split('  ').slice(0, 2).join('  ')).toBe(told);
    expect(run.stderr).not.toMatch(/\bat .*:\d+:\d+\)?$|node_modules|Error:/m);
    expect(run.exit).toBe(1);
    expect(lines[0]).toMatchSnapshot();
  });

  it('of HTML is a warning, and the words in it are printed', async () => {
    const run = await runBuild(
      tinyWorld(tinyBooklet(lessonOf('Pray <b>without</b> ceasing.'))),
      '--quiet',
      '--edition',
      'leader',
    );
    expect(
      run.stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split('  ').slice(0, 2).join('  ')),
    ).toEqual([`${LESSON}:5:6  html-not-rendered`]);
    expect(run.stderr.trimEnd()).toMatchSnapshot();
    expect(run.exit).toBe(0);
    const pdf = await readPdf(bytesOf(run, 'leader'));
    expect(pdf.pages.map((page) => textOf(page.lines)).join('\n')).toContain('Pray without ceasing.');
  });

  it('is told with all others at once, sorted, and with a count', async () => {
    const body = 'See Romans 8:40.\n\n![An ark](ark.png)\n\n:::leeder\nBe kind.\n:::';
    const run = await runBuild(tinyWorld(tinyBooklet(lessonOf(body), 'title: Tiny\ntheme: clasic\n')));
    const rules = run.stderr.split('\n').flatMap((line) => /^\S+:\d+:\d+ {2}([a-z-]+) {2}/.exec(line)?.[1] ?? []);
    expect(rules).toEqual(['reference-missing', 'image-missing', 'unknown-directive', 'unknown-theme']);
    expect(run.stderr).toContain('4 errors; nothing was written');
    expect([run.written.size, run.stdout, run.exit]).toEqual([0, '', 1]);
  });

  it('in one of two booklets keeps both from being written', async () => {
    const sound = { 'lessons/sound/booklet.yaml': 'title: Sound\n', 'lessons/sound/1-one.md': lessonOf('Text.') };
    const run = await runBuild(tinyWorld({ ...sound, ...tinyBooklet(lessonOf('See Romans 8:40.')) }), '--quiet');
    expect([run.written.size, run.exit]).toEqual([0, 1]);
    expect(run.stderr).toMatch(/^lessons\/tiny\/1-one\.md:5:5 {2}reference-missing/);
  });

  it('such as two booklets in folders of one name is told before one overwrites the other', async () => {
    const world = tinyWorld({
      ...tinyBooklet(lessonOf('Text.')),
      'other/tiny/booklet.yaml': 'title: Other\n',
      'other/tiny/1-one.md': lessonOf('Text.'),
    });
    const run = await runBuild(world, '--quiet', 'lessons/tiny', 'other/tiny');
    expect([run.written.size, run.exit]).toEqual([0, 1]);
    expect(run.stderr.trimEnd()).toMatchInlineSnapshot(
      `"other/tiny  duplicate-booklet  the folder name of lessons/tiny; expected a name of its own for each folder; rename one, or build them apart with --out"`,
    );
  });
});
