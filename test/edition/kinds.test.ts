import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../src/booklet/editions.js';
import type { EditionDefinition } from '../../src/booklet/model.js';
import { selectEdition } from '../../src/edition/select.js';
import type { Block } from '../../src/lesson/model.js';
import { allBlocks, inlinesOf, inlineText } from '../../src/lesson/walk.js';
import { made } from '../lesson/make.js';

const participant = BUILT_IN.find(({ name }) => name === 'participant') as EditionDefinition;

/** Everything an edition shows of a lesson, a line for each block with text. */
function shown(body: string, over: Partial<EditionDefinition>): string[] {
  const { lesson } = made(`---\ntitle: One\n---\n\n${body}\n`);
  const [selected] = selectEdition({ lessons: [lesson] }, { ...participant, ...over }).lessons;
  return [...allBlocks(selected as NonNullable<typeof selected>)].flatMap((block: Block) =>
    inlinesOf(block).map((run) => `${block.type}: ${inlineText(run)}`),
  );
}

const LESSON = `Opening words.

## Talk

::::activity[In pairs]{minutes=5}
Say hello.
::::

:::::activity[Read]
Listen.

::::question{#q}
What is said?

> By whom?

:::answer
Secret.
:::
::::
:::::

| A | B |
|---|---|
| c | d |

## Sing

:::hymn[Song]
A line
:::

## Nothing else

### Not here either

More words.
`;

describe('only', () => {
  it('takes away what stands around, and headings with nothing beneath them', () => {
    expect(shown(LESSON, { only: ['question', 'heading'] })).toEqual([
      'heading: Talk',
      'paragraph: What is said?',
      'paragraph: By whom?',
    ]);
  });

  it('never opens a question, so no answer gets out of it', () => {
    expect(shown(LESSON, { only: ['text'] })).toEqual([
      'paragraph: Opening words.',
      'paragraph: Say hello.',
      'paragraph: Listen.',
      'paragraph: What is said?',
      'paragraph: By whom?',
      'paragraph: More words.',
    ]);
    expect(shown(LESSON, { only: ['hymn'] }).join()).toBe('hymn: Song,hymn: A line');
  });

  it('leaves forced pages out: they belong to what is gone', () => {
    const { lesson } = made('---\ntitle: One\n---\n\n::page-break\n\n::lines\n');
    const edition = { ...participant, only: ['lines'] as const };
    expect(selectEdition({ lessons: [lesson] }, edition).lessons[0]?.body.map(({ type }) => type)).toEqual(['lines']);
  });
});

describe('without', () => {
  it('leaves a directive out with all that is in it, however deep it stands', () => {
    expect(shown(LESSON, { without: ['question', 'hymn', 'table'] })).toEqual([
      'paragraph: Opening words.',
      'heading: Talk',
      'activity: In pairs',
      'paragraph: Say hello.',
      'activity: Read',
      'paragraph: Listen.',
      'heading: Nothing else',
      'heading: Not here either',
      'paragraph: More words.',
    ]);
  });

  it('leaves out text that stands by itself, not the words of what is shown', () => {
    const lines = shown(LESSON, { without: ['text'] });
    expect(lines).toContain('paragraph: What is said?');
    expect(lines).toContain('paragraph: Say hello.');
    expect(lines).not.toContain('paragraph: Opening words.');
    expect(lines).not.toContain('paragraph: More words.');
    expect(lines).not.toContain('heading: Nothing else');
  });
});

describe('for', () => {
  const GROUPS = `For all.

::::activity[Leaders]{for=leader}
Plan.
::::

:::aside[A]{for="group-a"}
Only a.
:::

:::aside[Both]{for="group-a, leader"}
A and leaders.
:::

::::question
Shared?

:::answer{for="group-a"}
Nobody without answers.
:::
::::

::::question{for="group-a"}
For a?
::::
`;
  const groupA = { audiences: ['group-a', 'participant'] };

  it('shows a block in the editions it names and those that extend them', () => {
    expect(shown(GROUPS, groupA)).toEqual([
      'paragraph: For all.',
      'activity: A',
      'paragraph: Only a.',
      'activity: Both',
      'paragraph: A and leaders.',
      'paragraph: Shared?',
      'paragraph: For a?',
    ]);
    expect(shown(GROUPS, {})).toEqual(['paragraph: For all.', 'paragraph: Shared?']);
  });

  it('holds for an answer too, where answers are shown', () => {
    expect(shown(GROUPS, { answers: true })).not.toContain('paragraph: Nobody without answers.');
    expect(shown(GROUPS, { ...groupA, answers: true })).toContain('paragraph: Nobody without answers.');
  });

  it('leaves no wrapping behind', () => {
    const { lesson } = made(`---\ntitle: One\n---\n\n${GROUPS}\n`);
    const { lessons } = selectEdition({ lessons: [lesson] }, { ...participant, ...groupA });
    expect(JSON.stringify(lessons)).not.toContain('"type":"for"');
  });

  it('numbers only the questions that all see, the same in every edition', () => {
    const { lesson } = made(
      '---\ntitle: One\n---\n\n::::question\nOne?\n::::\n\n::::question{for="group-a"}\nA?\n::::\n\n::::question{for="group-a leader"}\nB?\n::::\n\n::::question\nTwo?\n::::\n',
    );
    const numbers = (audiences: string[]) =>
      selectEdition({ lessons: [lesson] }, { ...participant, audiences }).lessons[0]?.body.map((block) =>
        block.type === 'question' ? [block.id, block.number] : [],
      );
    expect(numbers(['participant'])).toEqual([
      ['q1', 1],
      ['q2', 2],
    ]);
    expect(numbers(['group-a', 'participant'])).toEqual([
      ['q1', 1],
      ['group-a-q1', undefined],
      ['group-a-leader-q1', undefined],
      ['q2', 2],
    ]);
  });

  it('keeps the note of a mark that only some see from the others, and numbers without a gap', () => {
    const notes =
      'All.[^c]\n\n:::aside{for="group-a"}\nOnly a.[^a]\n:::\n\nAgain.[^b]\n\n[^a]: Note a.\n[^b]: Note b.\n[^c]: Note c.\n';
    const { lesson } = made(`---\ntitle: One\n---\n\n${notes}`);
    const numbered = (audiences: string[]) =>
      selectEdition({ lessons: [lesson] }, { ...participant, audiences }).lessons[0]?.footnotes.map(
        ({ id, number }) => `${id} ${number}`,
      );
    expect(numbered(['participant'])).toEqual(['note-c 1', 'note-b 2']);
    expect(numbered(['group-a'])).toEqual(['note-c 1', 'note-a 2', 'note-b 3']);
  });
});
