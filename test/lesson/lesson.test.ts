import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { anchorsOf, checkAnchors } from '../../src/lesson/booklet-anchors.js';
import { lessonIdOf, slug } from '../../src/lesson/slug.js';
import { allBlocks, timedItems } from '../../src/lesson/walk.js';
import { lines, made } from './make.js';

const front = '---\ntitle: T\n---\n\n';
const levels = (body: string) =>
  [...allBlocks(made(front + body).lesson)].flatMap((b) => (b.type === 'heading' ? [b.level] : []));

describe('ids', () => {
  it('come from a file’s name without its order', () => {
    expect(lessonIdOf('lessons/x/3-hebrews-7.md')).toBe('hebrews-7');
    expect(lessonIdOf('01_Luke 22.md')).toBe('luke-22');
    expect(lessonIdOf('10.md')).toBe('10');
    expect(lessonIdOf('2-.md')).toBe('2');
    expect(lessonIdOf('hébreux.md')).toBe('hebreux');
  });

  it('are made from words', () => {
    expect(slug('Abraham’s God: “who?”')).toBe('abrahams-god-who');
    expect(slug('***')).toBe('');
    expect(slug('Λόγος 1')).toBe('λογος-1');
  });

  it('never take what a question is called', () => {
    const { lesson, messages } = made(`${front}## Q1\n\n## Leader q1\n\n:::question\nWhat?\n:::\n\n## Q1\n`);
    expect(messages).toEqual([]);
    expect(anchorsOf(lesson)).toEqual([
      'hebrews-7',
      'hebrews-7.q1-2',
      'hebrews-7.leader-q1-2',
      'hebrews-7.q1',
      'hebrews-7.q1-3',
    ]);
  });

  it('let lessons link to each other', () => {
    const first = made(`${front}[x](#two) [y](#two.q1) [z](#two.q2)\n`, 'one').lesson;
    const second = made(`${front}:::question\nWhat? [back](#one)\n:::\n`, 'two').lesson;
    expect(lines(checkAnchors([first, second]))).toEqual([
      'lesson.md:5:24  link-target  a link to “#two.q2”, which is nowhere in the booklet; expected the id of something in this lesson, “#lesson-id” or “#lesson-id.q3”; did you mean “#two.q1”?',
    ]);
  });
});

describe('heading levels', () => {
  it('begin at 2 and leave no gap', () => {
    expect(levels('# A\n\n## B\n\n# C')).toEqual([2, 3, 2]);
    expect(levels('## A\n\n#### B\n\n### C\n\n## D')).toEqual([2, 3, 3, 2]);
    expect(levels('### A\n\n##### B\n\n### C\n\n# D\n\n###### E')).toEqual([2, 3, 2, 2, 3]);
    expect(levels('# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F')).toEqual([2, 3, 4, 5, 6, 6]);
  });

  it('leave none in an edition without the leader’s headings either', () => {
    expect(levels('## A\n\n:::leader\n### B\n:::\n\n#### C')).toEqual([2, 3, 3]);
    expect(levels('## A\n\n### B\n\n:::leader\n# L\n:::\n\n#### C')).toEqual([2, 3, 2, 3]);
  });
});

describe('timing', () => {
  const plan = (duration: number, body: string) => made(`---\ntitle: T\nduration: ${duration}\n---\n\n${body}`);

  it('counts an activity for what is in it, and not what is optional', () => {
    const body =
      '::::activity[A]{minutes=20}\n:::aside{minutes=5}\nx\n:::\n::::\n\n:::question{minutes=10}\nQ?\n:::\n\n:::prayer[P]{minutes=5 optional}\n:::\n';
    const { lesson, messages } = plan(30, body.replace(':::aside{minutes=5}\nx\n:::', 'x'));
    expect(messages).toEqual([]);
    expect(timedItems(lesson.body).map(({ minutes, optional }) => [minutes, optional])).toEqual([
      [20, false],
      [10, false],
      [5, true],
    ]);
  });

  it('says which way to mend a sum', () => {
    expect(lines(plan(25, ':::question{minutes=30}\nQ?\n:::\n').messages)).toEqual([
      'lesson.md:3:11  timing-sum  warning: “duration” is 25 minutes, and the parts that are not optional take 30; expected the same number; take 5 away, mark a part optional, or change the duration',
    ]);
  });

  it('says nothing of a lesson without a plan', () => {
    expect(plan(60, ':::question\nQ?\n:::\n').messages).toEqual([]);
  });
});

describe('what is not understood', () => {
  const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'mistakes');
  const kept =
    /^(unknown-(?!key|variable)|wrong-(?!value)|unclosed|nested|stray|space|text|leaf|container|misplaced|unwanted|readings|hymn|html-block|reference|link-(?!title|no))/;
  for (const name of readdirSync(folder).filter((file) => kept.test(file))) {
    it(`keeps its words: ${name}`, () => {
      const source = readFileSync(join(folder, name), 'utf8');
      const body = source.replace(/^---[\s\S]*?\n---\n/, '');
      const written =
        body.replace(/:+[\w-]+|\{[^}\n]*\}|\]\([^)]*\)|<[^>]*>|^\[.*?\]:.*$/gm, ' ').match(/[A-Za-z]+/g) ?? [];
      const lesson = JSON.stringify(made(source).lesson);
      for (const word of written) expect(lesson).toContain(word);
    });
  }
});
