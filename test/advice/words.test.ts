import { describe, expect, it } from 'vitest';
import { advice } from './advised.js';

describe('repeated-word', () => {
  it('tells a word written twice, also over the end of a line and in marks of emphasis', async () => {
    expect(await advice('repeated-word', 'He read the the book. Then a\na thing *with with* it. The the end.')).toEqual(
      ['5: “the the”', '5: “a a”', '6: “with with”', '6: “The the”'],
    );
  });

  it.each([
    ['across sentences', 'We knock. Knock again. It is his. His name'],
    ['with a comma or hyphen', 'holy, holy, holy; well-well known; the-the'],
    ['of which English has many', 'He said that that had had effect; very very far'],
    ['of names that are called', 'Samuel Samuel answered'],
    ['that only begin alike', 'the then, an and, other others’'],
    ['in code', '`the the`'],
    ['of other languages', ':lang[la la]{lang=fr}'],
    ['in hymns', ':::hymn[Sing]\nsing sing with joy\n:::'],
    ['of digits', '1 1 2 2'],
  ])('says nothing of words %s', async (_, body) => {
    expect(await advice('repeated-word', body)).toEqual([]);
  });

  it('knows Spanish, and keeps silent in languages that it does not know', async () => {
    expect(await advice('repeated-word', 'Vino de de lejos, muy muy lejos.', 'title: T\nlanguage: es\n')).toEqual([
      '5: “de de”',
    ]);
    expect(await advice('repeated-word', 'Die, die die Schafe weiden.', 'title: T\nlanguage: de\n')).toEqual([]);
  });

  it('looks at the aim', async () => {
    const lesson = '---\ntitle: One\naim: To see the the king.\n---\n\nWords.\n';
    const files = { 'lessons/tiny/booklet.yaml': 'title: T\n', 'lessons/tiny/1-one.md': lesson };
    expect(await advice('repeated-word', files)).toEqual(['3: “the the”']);
  });
});

describe('heading-order', () => {
  it('tells a level that is skipped, and the level of the title', async () => {
    expect(await advice('heading-order', '## A\n\n#### B\n\n# C\n\nD\n=\n')).toEqual([
      '7: a heading of level 4 after one of level 2',
      '9: a heading of level 1 after one of level 4',
      '11: a heading of level 1 after one of level 1',
    ]);
    expect(await advice('heading-order', '### A\n')).toEqual([
      '5: a heading of level 3 right under the lesson’s title',
    ]);
  });

  it('lets levels end in any number', async () => {
    expect(await advice('heading-order', '## A\n\n### B\n\n#### C\n\n## D\n\nE\n-\n\n> ### F\n')).toEqual([]);
  });
});

describe('alt-text', () => {
  const found = (picture: string) =>
    advice('alt-text', {
      'lessons/tiny/booklet.yaml': 'title: T\n',
      'lessons/tiny/1-one.md': `---\ntitle: One\n---\n\n${picture}\n`,
      'lessons/tiny/a.svg': '<svg viewBox="0 0 20 10"><path d="M0 0L20 10"/></svg>',
    });

  it.each([
    ['![IMG_2034](a.svg)', '5: the alternative text “IMG_2034”, the name of a file'],
    ['![field.png](a.svg)', '5: the alternative text “field.png”, the name of a file'],
    ['![Image 3](a.svg)', '5: the alternative text “Image 3”, which says nothing of the picture'],
    ['![A picture](a.svg)', '5: the alternative text “A picture”, which says nothing of the picture'],
    [
      '![The four soils](a.svg "The four soils.")',
      '5: alternative text that is the same as the caption, and so is heard twice',
    ],
  ])('tells %s', async (picture, message) => {
    expect(await found(picture)).toEqual([message]);
  });

  it.each(['![A picture of a field](a.svg "The field")', '![](a.svg){decorative}', '![](a.svg)', '![Ruth](a.svg)'])(
    'says nothing of %s',
    async (picture) => {
      expect(await found(picture)).toEqual([]);
    },
  );
});
