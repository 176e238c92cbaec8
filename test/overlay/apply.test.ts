import { describe, expect, it } from 'vitest';
import type { Block, Lesson } from '../../src/lesson/model.js';
import { allBlocks, inlinesOf, inlineText } from '../../src/lesson/walk.js';
import { changed, type Layer } from './make.js';

const LESSON = `
## Begin

First words.[^one]

:::icebreaker[Hello]{minutes=5}
Say hello.
:::

::::question{#grain minutes=5}
What is sifted?

:::answer
Wheat.
:::
::::

:::::activity[Together]{#together minutes=10}
In pairs.

::::question
Who prays?

:::answer
Jesus. See [the grain](#grain).
:::
::::

- One
- Two

  ::scripture[Luke 22:31-32]
:::::

### After

:::question
What follows?[^two]
:::

[^one]: The first note.

[^two]: The second note.
`;

const lesson = (...layers: (Layer | string)[]) => {
  const { lessons, lines } = changed({ luke: LESSON }, ...layers);
  return { lesson: lessons[0] as Lesson, lines: lines.filter((line) => !line.includes('change-unchecked')) };
};

/** A lesson in outline: what each block with an id is, its number, and the words of the others. */
function outline(lesson: Pick<Lesson, 'body' | 'footnotes'>): string[] {
  return [...allBlocks({ body: lesson.body, footnotes: [] })].flatMap((block: Block) => {
    const words = inlinesOf(block).map(inlineText).join(' | ');
    if ('id' in block) {
      const number = block.type === 'question' && block.number !== undefined ? ` ${block.number}` : '';
      return [`${block.type} ${block.id}${number}${words ? `: ${words}` : ''}`];
    }
    return words ? [words] : [];
  });
}

const BEFORE = [
  'heading begin: Begin',
  'First words.',
  'activity icebreaker: Hello',
  'Say hello.',
  'question grain 1',
  'What is sifted?',
  'Wheat.',
  'activity together: Together',
  'In pairs.',
  'question q2 2',
  'Who prays?',
  'Jesus. See the grain.',
  'One',
  'Two',
  'scripture luke-22-31-32',
  'heading after: After',
  'question q3 3',
  'What follows?',
];

describe('changes of an overlay', () => {
  it('are none where changes.md has only a comment', () => {
    for (const text of [
      '',
      '# Ours\n\nJust words, {{whatever}}, <b>and</b> ![x](none.png)[^9].\n\n- a\n\nb\n\n    :::override{#x.y}\n',
    ]) {
      const { lesson: made, lines } = lesson(text);
      expect(lines).toEqual([]);
      expect(outline(made)).toEqual(BEFORE);
    }
  });

  it('replace a block, which keeps its id, and count the questions again', () => {
    const { lesson: made, lines } = lesson(`
::::::override{#luke.grain}
:::question{minutes=7}
What is {{church}} like?
:::

A word more.

:::question
And we?
:::
::::::
`);
    expect(lines).toEqual([]);
    expect(outline(made)).toEqual([
      ...BEFORE.slice(0, 4),
      'question grain 1',
      'What is Grace like?',
      'A word more.',
      'question local-1 2',
      'And we?',
      ...BEFORE.slice(7, 9),
      'question q2 3',
      ...BEFORE.slice(10, 16),
      'question q3 4',
      'What follows?',
    ]);
  });

  it('leave a block out, also one within another', () => {
    const { lesson: made, lines } = lesson(
      '::omit{#luke.q2}\n\n::omit{#luke.luke-22-31-32}\n\n::omit{#luke.icebreaker}\n',
    );
    expect(lines).toEqual([]);
    expect(outline(made)).toEqual([
      ...BEFORE.slice(0, 2),
      ...BEFORE.slice(4, 9),
      'One',
      'Two',
      'heading after: After',
      'question q3 2',
      'What follows?',
    ]);
  });

  it('add blocks before and after others, at both ends of a lesson, and within what they stand in', () => {
    const { lesson: made, lines } = lesson(`
:::add{after=#luke.q2}
After q2.
:::

:::add{after="luke.q2"}
After that.
:::

:::add{before=#luke.luke-22-31-32}
In the list.
:::

:::add{before=#luke}
At the beginning.
:::

::::add{after=#luke}
:::aside[A word]{#a-word}
At the end.
:::
::::
`);
    expect(lines).toEqual([]);
    expect(outline(made)).toEqual([
      'At the beginning.',
      ...BEFORE.slice(0, 12),
      'After q2.',
      'After that.',
      'One',
      'Two',
      'In the list.',
      ...BEFORE.slice(14),
      'activity a-word: A word',
      'At the end.',
    ]);
    const list = [...allBlocks(made)].find((block) => block.type === 'list');
    expect(list?.items.map(({ children }) => children.map(({ type }) => type))).toEqual([
      ['paragraph'],
      ['paragraph', 'paragraph', 'scripture'],
    ]);
  });

  it('add beside a block that another change takes away, where it stood', () => {
    const { lesson: made, lines } = lesson(
      '::omit{#luke.grain}\n\n:::add{after=#luke.grain}\nInstead.\n:::\n\n:::add{before=#luke.grain}\nFirst.\n:::\n',
    );
    expect(lines).toEqual([
      'ours/changes.md:1:8  link-lost  warning: a link in base/luke.md:30 to “#luke.grain”, which this “omit” takes away; only its words are printed; expected words that are still true; read that place, and change its block too if it no longer fits',
    ]);
    expect(outline(made).slice(3, 7)).toEqual(['Say hello.', 'First.', 'Instead.', 'activity together: Together']);
  });

  it('give new blocks the ids that were written, and others ids that no lesson has', () => {
    const { lesson: made, lines } = lesson(`
:::::add{after=#luke.begin}
## Begin

:::question{#mine}
Mine? See [this](#mine), [that](#grain), [the next](#local-2) and [the lesson](#luke).
:::

:::question
Next?
:::
:::::

:::::override{#luke.together}
:::prayer
Pray, [then](#q3).
:::
:::::

:::::override{#luke.icebreaker}
:::question{#named}
Why?
:::
:::::
`);
    expect(lines).toEqual([
      // The icebreaker lost its id on purpose; nothing in the lesson leads to it.
    ]);
    expect(outline(made).filter((line) => line.includes(' '))).toEqual(
      expect.arrayContaining([
        'heading local-1: Begin',
        'question mine 1',
        'question local-2 2',
        'activity together',
        'question named 3',
      ]),
    );
    const links = [...allBlocks(made)]
      .flatMap((block) => inlinesOf(block).flat())
      .flatMap((inline) => (inline.type === 'link' ? [inline.href] : []));
    expect(links).toEqual(['#luke.mine', '#luke.grain', '#luke.local-2', '#luke', '#luke.q3']);
  });

  it('let the block of the same kind take over the id, and otherwise the first that has one', () => {
    const kinds = (content: string) =>
      outline(lesson(`::::::override{#luke.grain}\n${content}\n::::::\n`).lesson).filter((line) =>
        /^\w+ grain/.test(line),
      );
    expect(kinds(':::aside\nA\n:::\n\n:::question\nQ?\n:::')).toEqual(['question grain 1']);
    expect(kinds('Words.\n\n:::aside[A]\nA\n:::')).toEqual(['activity grain: A']);
    expect(kinds('## H\n\n:::aside[A]\nA\n:::')).toEqual(['heading grain: H']);
    expect(kinds(':::question{for=leader}\nQ?\n:::')).toEqual(['question grain']);
  });

  it('keep the edition’s rules: whom a block is for, and questions without a number', () => {
    const body =
      ':::::leader[Note]\n:::question{#secret}\nFor you?\n:::\n:::::\n\n:::question{#g for=group-a}\nFor A?\n:::\n';
    const { lessons, lines } = changed(
      { a: body },
      `
:::::override{#a.secret}
:::question
Ours?
:::
:::::

:::::add{after=#a.secret}
:::question
Also?
:::
:::::

:::::override{#a.g}
:::question
Ours for A?
:::
:::::

:::::add{after=#a.g}
:::question
For all?
:::
:::::
`,
    );
    expect(lines.filter((line) => !line.includes('change-unchecked'))).toEqual([]);
    expect(outline(lessons[0] as Lesson).filter((line) => line.startsWith('question'))).toEqual([
      'question secret',
      'question local-1',
      'question g',
      'question local-2 1',
    ]);
    expect(lessons[0]?.body.map(({ type }) => type)).toEqual(['audience', 'for', 'question']);
  });

  it('reach blocks that are for some in several ways', () => {
    const body = ':::question{#g for=group-a}\nFor A?\n:::\n';
    const first = ':::::override{#a.g}\n:::question{for=leader}\nOurs?\n:::\n:::::\n';
    const { lessons, lines } = changed({ a: body }, first, ':::add{after=#a.g}\nFor all.\n:::\n');
    expect(lines.filter((line) => !line.includes('change-unchecked'))).toEqual([]);
    expect(lessons[0]?.body.map(({ type }) => type)).toEqual(['for', 'paragraph']);
  });

  it('take a `for` away with its block', () => {
    const { lessons } = changed({ a: ':::question{#g for=group-a}\nFor A?\n:::\n\nWords.\n' }, '::omit{#a.g}\n');
    expect(lessons[0]?.body.map(({ type }) => type)).toEqual(['paragraph']);
  });

  it('number notes again, with their own among them', () => {
    const { lesson: made, lines } = lesson(`
:::add{before=#luke.begin}
New.[^a] Again.[^a]
:::

:::::override{#luke.grain}
:::question
Sifted?[^one]
:::

[^one]: Our note[^b].
:::::

::omit{#luke.q3}

[^a]: For all.

[^b]: Deeper.
`);
    expect(lines).toEqual([]);
    const notes = made.footnotes.map(
      (note) =>
        `${note.number} ${note.id} ${note.children.flatMap((block) => inlinesOf(block).map(inlineText)).join()}`,
    );
    expect(notes).toEqual([
      '1 note-a For all.',
      '2 note-one The first note.',
      '3 note-one-2 Our note.',
      '4 note-b Deeper.',
    ]);
    const marks = [...allBlocks(made)]
      .flatMap((block) => inlinesOf(block).flat())
      .flatMap((inline) => (inline.type === 'footnote-mark' ? [`${inline.number} ${inline.id}`] : []));
    expect(marks).toEqual(['1 note-a', '1 note-a', '2 note-one', '3 note-one-2', '4 note-b']);
  });

  it('lower headings that would skip a level', () => {
    const levels = (text: string) =>
      [...allBlocks(lesson(text).lesson)].flatMap((block) => (block.type === 'heading' ? [block.level] : []));
    expect(levels('')).toEqual([2, 3]);
    expect(levels('::omit{#luke.begin}\n')).toEqual([2]);
    expect(levels(':::add{after=#luke.begin}\n##### Deep\n:::\n')).toEqual([2, 3, 3]);
    expect(levels(':::add{after=#luke.begin}\n### Under\n\n# Beside\n:::\n')).toEqual([2, 3, 2, 3]);
  });

  it('remember the file that they were written in, through everything', () => {
    const { lesson: made } = lesson(':::::add{after=#luke.q2}\n- a\n\n  > b\n:::::\n');
    const own = [...allBlocks(made)].filter(({ file }) => file === 'ours/changes.md').map(({ type }) => type);
    expect(own).toEqual(['list', 'paragraph', 'blockquote', 'paragraph']);
  });

  it('may be made upon changes', () => {
    const first = ':::::override{#luke.grain}\n:::question\nFirst?\n:::\n:::::\n\n:::add{after=#luke}\n## New\n:::\n';
    const second =
      '::omit{#luke.local-1}\n\n:::::override{#luke.grain}\n:::question\nSecond?\n:::\n:::::\n\n:::add{after=#luke}\n## Newer\n:::\n';
    const { lesson: made, lines } = lesson({ changes: first, folder: 'ours' }, { changes: second, folder: 'youth' });
    expect(lines).toEqual([]);
    const shown = outline(made);
    expect(shown).toContain('Second?');
    expect(shown).not.toContain('First?');
    expect(shown.at(-1)).toMatch(/^heading local-\d: Newer$/);
  });

  it('leave the lessons that they were given as they are', () => {
    const before = changed({ luke: LESSON }).lessons;
    const frozen = JSON.stringify(before);
    changed({ luke: LESSON }, '::omit{#luke.grain}\n');
    expect(JSON.stringify(before)).toBe(frozen);
  });
});
