import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../src/booklet/editions.js';
import { glanceOf } from '../../src/edition/glance.js';
import type { EditionLesson } from '../../src/edition/model.js';
import { selectEdition } from '../../src/edition/select.js';
import type { Block, Inline, Lesson } from '../../src/lesson/model.js';
import { inlineText } from '../../src/lesson/walk.js';
import { lines, made } from '../lesson/make.js';

function lessonOf(body: string, front = ''): Lesson {
  const { lesson, messages } = made(`---\ntitle: One\n${front}---\n\n${body}\n`);
  expect(lines(messages).filter((line) => !line.includes('warning'))).toEqual([]);
  return lesson;
}

function definitionOf(name: string) {
  const edition = BUILT_IN.find((one) => one.name === name);
  if (!edition) throw new Error(`no edition ${name}`);
  return edition;
}

function select(lesson: Lesson, edition: 'leader' | 'participant'): EditionLesson {
  const [selected] = selectEdition({ lessons: [lesson] }, definitionOf(edition)).lessons;
  if (!selected) throw new Error('no lesson');
  return selected;
}

/** Everything that is left in a lesson, as one string to look for words in. */
const all = (value: unknown): string => JSON.stringify(value, (key, inner) => (key === 'position' ? undefined : inner));

const EVERYTHING = `Public one.[^both]

:::leader[Title lead]
Only lead.[^lead]
:::

:::participant
Only part.[^part]

:::

:::prepare
- Bring prep
:::

::::question{#q minutes=5}
Ask :blank[gap answer]?

:::answer
Reply secret.[^reply]
:::

:::leader
Inside lead.
:::
::::

- item

  :::leader
  Nested lead.
  :::

> quoted

::::hymn[Song]
Line one
Line two

:::leader[About]
Song lead.
:::
::::

[^both]: Note both.
[^lead]: Note lead.
[^part]: Note part.
[^reply]: Note reply.
`;

describe('selectEdition', () => {
  it('leaves nothing of the leader’s in the participant’s content', () => {
    const text = all(select(lessonOf(EVERYTHING), 'participant'));
    for (const secret of [
      'Title lead',
      'Only lead',
      'Bring prep',
      'gap answer',
      'Reply secret',
      'Inside lead',
      'Nested lead',
      'Song lead',
      'About',
      'Note lead',
      'Note reply',
    ])
      expect(text, secret).not.toContain(secret);
    for (const open of [
      'Public one',
      'Only part',
      'Ask ',
      'item',
      'quoted',
      'Song',
      'Line one',
      'Note both',
      'Note part',
    ])
      expect(text, open).toContain(open);
  });

  it('leaves everything but the participants’ own in the leader’s content', () => {
    const text = all(select(lessonOf(EVERYTHING), 'leader'));
    for (const kept of [
      'Public one',
      'Title lead',
      'Only lead',
      'Bring prep',
      'gap answer',
      'Reply secret',
      'Inside lead',
      'Nested lead',
      'Song lead',
      'Note both',
      'Note lead',
      'Note reply',
    ])
      expect(text, kept).toContain(kept);
    for (const hidden of ['Only part', 'Note part']) expect(text, hidden).not.toContain(hidden);
  });

  it('gives both editions the same ids and numbers', () => {
    const lesson = lessonOf(
      '::::question\nA?\n\n:::answer\nB.\n:::\n::::\n\n:::leader\n## Hidden\n:::\n\n::::question{#named}\nC?\n::::\n\n## Shown',
    );
    const marks = (blocks: readonly Block[]) =>
      blocks.flatMap((block) =>
        block.type === 'question' ? [`${block.number} ${block.id}`] : block.type === 'heading' ? [block.id] : [],
      );
    expect(marks(select(lesson, 'participant').body)).toEqual(marks(select(lesson, 'leader').body));
    expect(marks(select(lesson, 'participant').body)).toContain('2 named');
  });

  it('changes nothing of the lesson it is given', () => {
    const lesson = lessonOf(EVERYTHING);
    const before = structuredClone(lesson);
    select(lesson, 'participant');
    select(lesson, 'leader');
    expect(lesson).toEqual(before);
  });

  it('keeps the marks and notes of the aim, and fills or empties its blanks', () => {
    const lesson = lessonOf('Text.', 'aim: "To see :blank[the point] **well**"\n');
    expect(inlineText(select(lesson, 'leader').aim ?? [])).toBe('To see the point well');
    expect(all(select(lesson, 'participant'))).not.toContain('the point');
  });

  it('puts a rule for each blank that tells its length only in steps', () => {
    const widths = (answer: string): number[] => {
      const [block] = select(lessonOf(`:blank[${answer}]`), 'participant').body;
      return block?.type === 'paragraph'
        ? block.children.flatMap((inline: Inline) => (inline.type === 'blank-rule' ? [inline.width] : []))
        : [];
    };
    expect(['a', 'abcdefgh'].flatMap(widths)).toEqual([8, 8]);
    expect(['abcdefghi', 'abcdefghijkl'].flatMap(widths)).toEqual([12, 12]);
  });

  it('empties blanks in emphasis, links, tables, titles, captions and hymns', () => {
    const body =
      '*so :blank[secret]*, [to :blank[secret]](https://example.org)\n\n| a :blank[secret] | b |\n|---|---|\n| c | **:blank[secret]** |\n\n:::activity[Do :blank[secret]]\nx\n:::\n\n:::hymn[Song :blank[secret]]\nline :blank[secret]\n:::\n\n## Head :blank[secret]';
    const { lesson } = made(`---\ntitle: One\n---\n\n${body}\n`);
    expect(all(select(lesson, 'leader')).match(/secret/g)?.length).toBeGreaterThan(5);
    expect(
      all({
        ...select(lesson, 'participant'),
        id: '',
        body: select(lesson, 'participant').body.map((block) => ({ ...block, id: '' })),
      }),
    ).not.toContain('secret');
  });
});

describe('footnotes of an edition', () => {
  const marksIn = (value: unknown): [number, string][] => {
    if (Array.isArray(value)) return value.flatMap(marksIn);
    if (typeof value !== 'object' || value === null) return [];
    const node = value as { type?: string; number?: number; id?: string };
    return node.type === 'footnote-mark' ? [[node.number ?? 0, node.id ?? '']] : Object.values(value).flatMap(marksIn);
  };

  it.each([
    ['leader', ['note-both', 'note-lead', 'note-reply']],
    ['participant', ['note-both', 'note-part']],
  ] as const)('are those the %s’s text points to, numbered without a gap', (edition, ids) => {
    const { body, footnotes } = select(lessonOf(EVERYTHING), edition);
    const expected = ids.map((id, index) => [index + 1, id]);
    expect(footnotes.map(({ number, id }) => [number, id])).toEqual(expected);
    expect(marksIn(body)).toEqual(expected);
  });

  // Fault: footnotesUsed does not look at `prepare`, whose blocks the first page shows; mark without note, text lost.
  it('include a note that only something to prepare points to', () => {
    const lesson = lessonOf(':::prepare\n- Read it.[^why]\n:::\n\nText.[^b]\n\n[^why]: Because.\n[^b]: Both.');
    const { glance, body, footnotes } = select(lesson, 'leader');
    expect(footnotes.map(({ number, id }) => [number, id])).toEqual([
      [1, 'note-why'],
      [2, 'note-b'],
    ]);
    expect([...marksIn(glance), ...marksIn(body)]).toEqual([
      [1, 'note-why'],
      [2, 'note-b'],
    ]);
    expect(select(lesson, 'participant').footnotes.map(({ number, id }) => [number, id])).toEqual([[1, 'note-b']]);
  });

  it('include a note that only another note points to', () => {
    const { lesson } = made(
      '---\ntitle: One\n---\n\nText.[^a]\n\n:::leader\nMore.[^c]\n:::\n\n[^a]: First, see.[^b]\n[^b]: Second.\n[^c]: Third.\n',
    );
    expect(select(lesson, 'participant').footnotes.map(({ id }) => id.replace(/^note-/, ''))).toEqual(['a', 'b']);
  });
});

describe('the leader’s first page', () => {
  it('gathers what to prepare from the whole lesson', () => {
    const glance = glanceOf(lessonOf(':::prepare\n- one\n:::\n\nText.\n\n:::prepare\nTwo\n:::'));
    expect(glance?.prepare.map((block) => block.type)).toEqual(['list', 'paragraph']);
    expect(select(lessonOf(':::prepare\n- one\n:::'), 'participant').glance).toBeUndefined();
  });

  it('is not made for a lesson that has nothing to prepare and nothing timed', () => {
    expect(select(lessonOf('## Part\n\nWords.'), 'leader').glance).toBeUndefined();
  });

  it('adds up the minutes of each part, with what may be dropped apart', () => {
    const body = `:::icebreaker{minutes=5}\nHello.\n:::

## Read

::::question{minutes=10}\nA?\n::::

::::question{minutes=7 optional}\nB?\n::::

## Silent

Words.

## Pray

:::prayer[Together]{minutes=8}\nAmen.\n:::

::::question\nC?\n::::`;
    const { timing = [], total, duration } = glanceOf(lessonOf(body, 'duration: 23\n')) ?? {};
    const rows = timing.map(({ title, kind, questions, minutes, optionalMinutes, endsAt }) => [
      title ? inlineText(title) : kind,
      questions,
      minutes,
      optionalMinutes,
      endsAt,
    ]);
    expect(rows).toEqual([
      ['icebreaker', undefined, 5, 0, 5],
      ['Read', '1–2', 10, 7, 15],
      ['Pray', '3', 8, 0, 23],
    ]);
    expect([total, duration]).toEqual([23, 23]);
  });

  it('names question numbers as ranges', () => {
    const question = (minutes: number) => `::::question{minutes=${minutes}}\nA?\n::::`;
    const silent = ':::leader\n::::question{minutes=1}\nX?\n::::\n:::';
    const ranges = (body: string) =>
      glanceOf(made(`---\ntitle: One\n---\n\n## Part\n\n${body}\n`).lesson)?.timing.map((row) => row.questions);
    expect(ranges(question(1))).toEqual(['1']);
    expect(ranges([question(1), question(2), question(3)].join('\n\n'))).toEqual(['1–3']);
    expect(ranges([question(1), silent, question(3)].join('\n\n'))?.join()).not.toMatch(/undefined|NaN/);
  });

  it('counts what stands inside boxes, an activity’s own minutes as those of all in it', () => {
    const inside = (minutes: string) =>
      glanceOf(lessonOf(`## Part\n\n:::::activity${minutes}\n::::question{minutes=4}\nA?\n::::\n:::::`));
    expect(inside('')?.total).toBe(4);
    expect(inside('{minutes=9}')).toMatchObject({ total: 9, timing: [{ minutes: 9, questions: '1' }] });
  });
});
