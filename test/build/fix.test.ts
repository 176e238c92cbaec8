import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fix } from '../../src/build.js';
import type { CheckRequest, FileChange } from '../../src/build-types.js';
import { lessonOf, tinyBooklet, tinyWorld, WORK } from '../support/tiny.js';

type Files = Record<string, string>;

const mend = (files: Files, request: Partial<CheckRequest> = {}) =>
  fix(tinyWorld(files), {
    base: WORK,
    booklets: [`${WORK}/lessons/tiny`],
    templates: [`${WORK}/templates`],
    quick: true,
    ...request,
  });

/** The files as they are once the changes are made. */
function after(files: Files, changes: readonly FileChange[]): Files {
  const made = { ...files };
  for (const { file, before, after: text } of changes) {
    expect(made[file]).toBe(before);
    made[file] = text;
  }
  for (const { file, to } of changes) {
    if (!to) continue;
    expect(made[to.file]).toBeUndefined();
    made[to.file] = made[file] ?? '';
    delete made[file];
  }
  return made;
}

async function mended(files: Files, request: Partial<CheckRequest> = {}): Promise<Files> {
  const { changes, messages } = await mend(files, request);
  expect(messages).toEqual([]);
  return after(files, changes);
}

const bodyOf = async (body: string, booklet?: string) => {
  const files = await mended(tinyBooklet(lessonOf(body), booklet));
  return files['lessons/tiny/1-one.md'];
};

describe('fixes of a lesson', () => {
  it('are of references and quotation marks, where they stand', async () => {
    const body = 'He said, “Go” and "no" in Rom. 8.34.\n\n> ”Yes“ (1 Cor. 13:4)\n\n::scripture[Ps. 23]';
    expect(await bodyOf(body)).toBe(
      lessonOf('He said, "Go" and "no" in Romans 8:34.\n\n> "Yes" (1 Corinthians 13:4)\n\n::scripture[Ps. 23]'),
    );
  });

  it('reach references of the front matter, and leave the rest of it', async () => {
    const lesson =
      '---\ntitle: “One" in Rom. 8.1\npassages:\n  - "Rom. 8.1-4" # here\nmemory-verse: Rom. 8.1\n---\n\nx\n';
    const files = await mended(tinyBooklet(lesson));
    expect(files['lessons/tiny/1-one.md']).toBe(
      '---\ntitle: “One" in Rom. 8.1\npassages:\n  - "Romans 8:1-4" # here\nmemory-verse: Romans 8:1\n---\n\nx\n',
    );
  });

  it.each([
    ['code', '`“x"` and "y"\n\n    “z"\n'],
    ['addresses', 'https://x.org/Rom.8.34 and <https://y.org/“a”> "b"'],
    ['attributes', '::::activity[A]{#b}\n“Go.”\n::::\n\n:::hymn[H]{tune="“St. Anne”"}\nLord\n:::'],
    ['a reference that does not exist', 'The word “Rom.” is short; see v. 8.34 of it.'],
    ['apostrophes that straight marks would turn round', 'Ya‘akov said "yes"'],
  ])('leave %s', async (_, body) => {
    expect(await bodyOf(body)).toBe(lessonOf(body));
  });

  it('keep byte order mark and line ends', async () => {
    const lesson = `\uFEFF${lessonOf('See Rom. 8.34,\nand "this" or “that”.').replaceAll('\n', '\r\n')}`;
    const files = await mended(tinyBooklet(lesson));
    expect(files['lessons/tiny/1-one.md']).toBe(lesson.replace('Rom. 8.34', 'Romans 8:34').replace('“that”', '"that"'));
  });

  it('speak the booklet’s language, and leave languages that are not known', async () => {
    expect(await bodyOf('Véase Ro. 8.34.', 'title: T\nlanguage: es\n')).toBe(lessonOf('Véase Romanos 8:34.'));
    const german = 'Er sagte ”Geh“ und "nein", Röm. 8.34.';
    expect(await bodyOf(german, 'title: T\nlanguage: de\n')).toBe(lessonOf(german));
  });

  it('are not made with an error in the booklet', async () => {
    const { changes, messages } = await mend(tinyBooklet(lessonOf('Rom. 8.34\n\n:::nothing\nx\n:::')));
    expect([changes, messages.map(({ ruleId }) => ruleId)]).toEqual([[], ['unknown-directive']]);
  });

  it('are tried on pages too', async () => {
    const files = tinyBooklet(lessonOf('He said "no" in Rom. 8.34.'));
    expect((await mended(files, { quick: false }))['lessons/tiny/1-one.md']).toContain('Romans 8:34');
  });
});

describe('fixes in a booklet on which another is built', () => {
  const question = '::::question{#who}\nWho speaks in Rom. 8.34?\n::::';
  const base = tinyBooklet(lessonOf(`See Rom. 8.1.\n\n${question}\n\nAnd Rom. 8.2.`));

  it('leave what its changes are checked against', async () => {
    const { createHash } = await import('node:crypto');
    const was = createHash('sha256').update(question, 'utf8').digest('hex').slice(0, 12);
    const files = {
      ...base,
      'lessons/ours/booklet.yaml': 'extends: ../tiny\n',
      'lessons/ours/changes.md': `::::::override{#one.who was=${was}}\n::::question\nWho is it?\n::::\n::::::\n`,
    };
    const { changes, left } = await mend(files);
    expect(changes[0]?.after).toBe(lessonOf(`See Romans 8:1.\n\n${question}\n\nAnd Romans 8:2.`));
    expect(left).toBe(1);
  });

  it('do not touch files of the other', async () => {
    const files = {
      ...base,
      'lessons/ours/booklet.yaml': 'extends: ../tiny\n',
      'lessons/ours/changes.md': '::::add{after=#one}\nSee Rom. 8.3.\n::::\n',
    };
    const booklets = [`${WORK}/lessons/ours`];
    const { changes } = await mend(files, { booklets });
    expect(changes.map(({ file }) => file)).toEqual(['lessons/ours/changes.md']);
  });
});

describe('numbers of files', () => {
  const lessons = {
    'lessons/tiny/booklet.yaml': 'title: T\nback: [9-review]\nlessons: [1-a, "3-b.md", 10-c] # all\n',
    'lessons/tiny/1-a.md': lessonOf('See [b](#b).'),
    'lessons/tiny/3-b.md': lessonOf('B.'),
    'lessons/tiny/10-c.md': lessonOf('C.'),
    'lessons/tiny/9-review.md': lessonOf('R.'),
  };

  it('follow each other, in lists too', async () => {
    const files = await mended(lessons);
    expect(Object.keys(files).sort()).toEqual([
      'lessons/tiny/1-a.md',
      'lessons/tiny/2-b.md',
      'lessons/tiny/3-c.md',
      'lessons/tiny/9-review.md',
      'lessons/tiny/booklet.yaml',
    ]);
    expect(files['lessons/tiny/booklet.yaml']).toBe(
      'title: T\nback: [9-review]\nlessons: [1-a, "2-b.md", 3-c] # all\n',
    );
  });

  it('change in booklets that extend this one, in their lists and their own files of those names', async () => {
    const files = await mended({
      ...lessons,
      'lessons/ours/booklet.yaml': 'extends: ../tiny\nfront: [{chapter: 10-c, for: leader}]\nlessons: [3-b, 4-own]\n',
      'lessons/ours/3-b.md': lessonOf('Our own B.'),
      'lessons/ours/4-own.md': lessonOf('Own.'),
      'lessons/theirs/booklet.yaml': 'extends: ../ours\nlessons:\n- 10-c\n',
      'lessons/else/booklet.yaml': 'title: E\nlessons: [3-b]\n',
      'lessons/else/3-b.md': lessonOf('Else.'),
    });
    expect(files['lessons/ours/booklet.yaml']).toBe(
      'extends: ../tiny\nfront: [{chapter: 3-c, for: leader}]\nlessons: [2-b, 4-own]\n',
    );
    expect(files['lessons/ours/2-b.md']).toBe(lessonOf('Our own B.'));
    expect(files['lessons/theirs/booklet.yaml']).toBe('extends: ../ours\nlessons:\n- 3-c\n');
    expect(files['lessons/else/booklet.yaml']).toBe('title: E\nlessons: [3-b]\n');
  });

  it.each([
    ['a name is taken by a file that is no lesson', { 'lessons/tiny/2-b.md': lessonOf('Draft.') }],
    [
      'a booklet built on this one has a file of a new name',
      {
        'lessons/ours/booklet.yaml': 'extends: ../tiny\nlessons: [1-a, 2-b]\n',
        'lessons/ours/2-b.md': lessonOf('Ours.'),
      },
    ],
    ['a neighbour cannot be read', { 'lessons/ours/booklet.yaml': 'extends: [' }],
    ['a list says another order', { 'lessons/tiny/booklet.yaml': 'title: T\nlessons: [3-b, 1-a, 10-c]\n' }],
  ])('stay when %s', async (_, more) => {
    const { changes } = await mend({ ...lessons, ...more });
    expect(changes).toEqual([]);
  });

  it('go with those of the booklet below', async () => {
    const files = { ...lessons, 'lessons/ours/booklet.yaml': 'extends: ../tiny\n' };
    expect((await mend(files, { booklets: [`${WORK}/lessons/ours`] })).changes).toEqual([]);
  });
});

describe('whatever a lesson says', () => {
  const word = fc.constantFrom(
    'word',
    'He',
    'said',
    'God’s',
    "it's",
    '*so*',
    '{{church}}',
    '`“x"`',
    '\\"',
    'Ya‘akov',
    '–',
  );
  const quoted = fc
    .tuple(fc.constantFrom('"', '“', '”', "'", '‘'), word, fc.constantFrom('"', '”', '“', "'", '’'))
    .map((parts) => parts.join(''));
  const reference = fc
    .tuple(
      fc.constantFrom('Rom.', 'Rom', 'Romans', '1 Cor.', 'Ps.', 'Matt.', 'Jn.', 'v.', 'Mark'),
      fc.constantFrom(' 8:3', ' 8.3', '\n2:4', ' 5.3--7', ' 2:1, 3', ' 900.1', ' 3', ' 8.3; 9.1', ' 3.5 pages'),
    )
    .map((parts) => parts.join(''));
  const text = fc
    .array(fc.oneof(word, quoted, reference), { minLength: 1, maxLength: 12 })
    .map((words) => words.join(' '));
  const block = fc.oneof(
    text,
    text.map((words) => `- ${words.replaceAll('\n', '\n  ')}`),
    text.map((words) => `:::aside[${words.replaceAll('\n', ' ').replace(/[{}]/g, '')}]\n${words}\n:::`),
  );
  const lesson = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => lessonOf(blocks.join('\n\n')));

  it('words stay but for what is mended, and nothing is mended twice', async () => {
    await fc.assert(
      fc.asyncProperty(lesson, async (source) => {
        const files = tinyBooklet(source, 'title: T\nvariables: {church: Grace}\n');
        const { changes, messages } = await mend(files);
        if (messages.length > 0) return;
        const made = after(files, changes);
        expect((await mend(made)).changes).toEqual([]);
        expect(neutral(made['lessons/tiny/1-one.md'] ?? '')).toBe(neutral(source));
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

/** A text without what fixes are about, worked out otherwise than they do. */
function neutral(text: string): string {
  return text
    .replace(/[“”"]/g, '"')
    .replace(/[‘’']/g, "'")
    .replace(/\b(?:Rom\.|Romans)/g, 'Rom')
    .replace(/\b(?:1 Cor\.|1 Corinthians)/g, '1 Cor')
    .replace(/\b(?:Ps\.|Psalm)/g, 'Ps')
    .replace(/\b(?:Matt\.|Matthew)/g, 'Matt')
    .replace(/\b(?:Jn\.|John)/g, 'Jn')
    .replace(/(\d)[.:](?=\d)/g, '$1:');
}
