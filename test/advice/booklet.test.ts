import { describe, expect, it } from 'vitest';
import { advice } from './advised.js';

const lesson = (front: string, body: string) => ({
  'lessons/tiny/booklet.yaml': 'title: T\n',
  'lessons/tiny/1-one.md': `---\ntitle: One\n${front}---\n\n${body}\n`,
});

describe('passage-unread', () => {
  it('tells passages to which the lesson never comes', async () => {
    const front = 'passages: [Luke 22:31-34, John 17, Rom 8:34]\n';
    expect(await advice('passage-unread', lesson(front, 'See Rom 8:26-39.'))).toEqual([
      '3: the passage “Luke 22:31–34”, to which the lesson never comes',
      '3: the passage “John 17”, to which the lesson never comes',
    ]);
  });

  it.each([
    ['prints in part', '::scripture[Luke 22:34]'],
    ['mentions', 'Read Luke 22:33 aloud.'],
    ['asks about', '::::question\nWhat is new in Luke 22?\n::::'],
    ['has among its readings', ':::readings\n- Luke 22:1-40\n:::'],
    ['fills into a gap', 'It stands in :blank[Luke 22:32].'],
    ['points to in a note', 'So.[^n]\n\n[^n]: Luke 22:31'],
  ])('says nothing of one that the lesson %s', async (_, body) => {
    expect(await advice('passage-unread', lesson('passages: Luke 22:31-34\n', body))).toEqual([]);
  });
});

describe('link-hidden', () => {
  const body = '[See](#hidden) it, or [this](#one).\n\n:::leader\n## Hidden\n\n[Here](#hidden).\n:::\n';

  it('tells a link to what some readers do not have, and which', async () => {
    expect(await advice('link-hidden', body)).toEqual([
      '5: a link to “#one.hidden”, which the edition “participant” does not show',
    ]);
    expect(await advice('link-hidden', body, 'title: T\neditions: [participant, large-print]\n')).toEqual([
      '5: a link to “#one.hidden”, which the editions “participant” and “large-print” do not show',
    ]);
  });

  it('is silent for editions that are not made, and for those that show only some kinds of block', async () => {
    const own = 'title: T\neditions: [leader, handout, {name: short, without: [heading]}]\n';
    expect(await advice('link-hidden', body, own)).toEqual([]);
  });

  it('tells a link to a chapter for others', async () => {
    const files = {
      'lessons/tiny/booklet.yaml': 'title: T\nfront: [{chapter: lead, for: leader}]\n',
      'lessons/tiny/1-one.md': '---\ntitle: One\n---\n\nSee [how](#lead).\n',
      'lessons/tiny/lead.md': '---\ntitle: How to lead\n---\n\nBegin in time.\n',
    };
    expect(await advice('link-hidden', files)).toHaveLength(1);
  });
});

describe('file-unused', () => {
  const svg = '<svg viewBox="0 0 20 10"><path d="M0 0L20 10"/></svg>';
  const files = {
    'lessons/tiny/booklet.yaml': 'title: T\nvariables: {field: field}\nlogo: logo.svg\n',
    'lessons/tiny/1-one.md': '---\ntitle: One\n---\n\n![A](images/two%20words.svg)\n\n![B](./images/{{field}}.svg)\n',
    'lessons/tiny/draft.txt': 'later.svg',
    'lessons/tiny/README.md': 'The file sketch.png is for the next edition.',
    'lessons/tiny/logo.svg': svg,
    'lessons/tiny/images/two words.svg': svg,
    'lessons/tiny/images/field.svg': svg,
    'lessons/tiny/images/sketch.png': '',
  };

  it('says nothing of pictures that are printed or spoken of', async () => {
    expect(await advice('file-unused', files)).toEqual([]);
  });

  it('tells all others, but not those of a booklet inside, of tools, or in other formats', async () => {
    const more = {
      'lessons/tiny/images/later.svg': svg,
      'lessons/tiny/deep/er/x.JPG': '',
      'lessons/tiny/.cache/y.png': '',
      'lessons/tiny/node_modules/z/z.png': '',
      'lessons/tiny/inner/booklet.yaml': 'title: Inner\n',
      'lessons/tiny/inner/i.png': '',
      'lessons/tiny/notes.psd': '',
    };
    expect(await advice('file-unused', { ...files, ...more })).toEqual([
      'lessons/tiny/deep/er/x.JPG: a picture that nothing uses',
      'lessons/tiny/images/later.svg: a picture that nothing uses',
    ]);
  });
});
