import { describe, expect, it } from 'vitest';
import { findLeaks } from '../../src/leaks/find-leaks.js';
import { type Withheld, withheldWords } from '../../src/leaks/withheld.js';
import type { Block, Inline, Lesson } from '../../src/lesson/model.js';
import { LESSON, lessonOf, withheldOf } from './make.js';

/** What is found in a text, as if it stood on a page. */
const found = (withheld: Withheld, text: string): string[] =>
  findLeaks([{ channel: 'page', where: 'page 1', text }], withheld).map(({ words }) => words);

const SENTENCE = 'The shepherd counted them again before the gate was closed.';

const BODY = `Every court has a door.[^open]

:::leader[Counting them every single night by lamplight]
Wait until everybody has found the seat they like.

![A drawing of seven lamps beside the gate](images/ark.png "Seven lamps were burning low beside it")

| One | Two |
|---|---|
| The watchman slept badly there |  The gatekeeper stayed awake |

Ask the group.[^lead]
:::

:::prepare
- Bring nine clay lamps and some oil for each of them
:::

::::question
What did the shepherd do?

:::answer
${SENTENCE}[^reply]
:::
::::

:::participant
Write the name of somebody you would go looking for.
:::

::::hymn[Song of the gate]
Open wide the ancient gate
Let the weary come in late

:::leader
Sing the refrain twice and let the children clap.
:::
::::

Moses prayed :blank[forty] days upon the mountain.

He stood in the :blank[breach[^gap]] for all of us that day.

[^open]: A court was held in the gate of the town.
[^lead]: The leader may stop here and take a break.
[^reply]: Compare what the prophet says about hirelings there.
[^gap]: A gap in the wall after a long siege.
`;

describe('withheldWords', () => {
  const withheld = withheldOf(BODY);

  it.each([
    ['an answer', SENTENCE],
    ['a leader’s note', 'Wait until everybody has found the seat they like.'],
    ['its title', 'Counting them every single night by lamplight'],
    ['an alternative text in it', 'A drawing of seven lamps beside the gate'],
    ['a caption in it', 'Seven lamps were burning low beside it'],
    ['a short cell in it', 'The watchman slept badly there'],
    ['a short paragraph in it', 'Ask the group'],
    ['what to prepare', 'Bring nine clay lamps and some oil for each of them'],
    ['a hymn’s note', 'Sing the refrain twice and let the children clap.'],
    ['a footnote of a leader’s note', 'The leader may stop here and take a break.'],
    ['a footnote of an answer', 'Compare what the prophet says about hirelings there.'],
    ['a footnote in a blank', 'A gap in the wall after a long siege.'],
    ['a blank of one word, filled in', 'Moses prayed forty days upon the mountain.'],
    ['a blank with its figure', 'He stood in the breach1 for all of us that day.'],
  ])('withholds %s', (_, text) => {
    expect(found(withheld, `before ${text} after`)).toHaveLength(1);
  });

  it.each([
    ['running text', 'Every court has a door.'],
    ['a footnote that all may read', 'A court was held in the gate of the town.'],
    ['the participant’s own block', 'Write the name of somebody you would go looking for.'],
    ['a question', 'What did the shepherd do?'],
    ['a hymn', 'Open wide the ancient gate Let the weary come in late'],
    ['a blank left open', 'Moses prayed ______ days upon the mountain. He stood in the for all of us that day.'],
    ['the title', 'The open door'],
  ])('does not withhold %s', (_, text) => {
    expect(found(withheld, text)).toEqual([]);
  });

  it('withholds nothing from an edition that shows it all', () => {
    const { exact, wordsOnly } = withheldWords({
      lessons: [lessonOf(BODY)],
      edition: { answers: true, audiences: ['participant', 'leader'] },
      publicTexts: [],
    });
    expect([exact.size, wordsOnly.size]).toEqual([0, 0]);
  });

  it('withholds nothing from leaders with the answers, not even what is for participants only', () => {
    const leader = withheldOf(BODY, { edition: { answers: true, audiences: ['leader'] } });
    expect([leader.exact.size, leader.wordsOnly.size, leader.open.length]).toEqual([0, 0, 0]);
    expect(found(leader, `${BODY} Write the name of somebody you would go looking for.`)).toEqual([]);
  });

  it('withholds the answers from leaders without them, and what is for participants only', () => {
    const leader = withheldOf(BODY, { edition: { answers: false, audiences: ['leader'] } });
    expect(found(leader, SENTENCE)).toHaveLength(1);
    expect(found(leader, 'Moses prayed forty days upon the mountain.')).toHaveLength(1);
    expect(found(leader, 'Write the name of somebody you would go looking for.')).toHaveLength(1);
    expect(found(leader, 'Wait until everybody has found the seat they like.')).toEqual([]);
  });

  it('withholds leaders’ words from others who have the answers', () => {
    const key = withheldOf(BODY, { edition: { answers: true, audiences: ['participant', 'answer-key'] } });
    expect(found(key, SENTENCE)).toEqual([]);
    expect(found(key, 'Wait until everybody has found the seat they like.')).toHaveLength(1);
  });

  it('knows blocks for some editions, within one another too', () => {
    const paragraph = (value: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value }] });
    const forBlock = (audiences: string[], ...children: Block[]): Block => ({ type: 'for', audiences, children });
    const lesson: Lesson = {
      ...lessonOf('Text.'),
      body: [
        forBlock(['group-a', 'leader'], paragraph('Group A meets under the old fig tree.')),
        forBlock(['group-b'], paragraph('Group B meets beside the new stone well.')),
        forBlock(
          ['group-b'],
          forBlock(['group-a'], paragraph('Nobody but both groups may read this line.')),
          paragraph('Only the second group may read that.'),
        ),
      ],
    };
    const secret = withheldWords({
      lessons: [lesson],
      edition: { answers: false, audiences: ['participant', 'group-a'] },
      publicTexts: [],
    });
    expect(found(secret, 'Group A meets under the old fig tree.')).toEqual([]);
    expect(found(secret, 'Group B meets beside the new stone well.')).toHaveLength(1);
    expect(found(secret, 'Nobody but both groups may read this line.')).toHaveLength(1);
    expect(found(secret, 'Only the second group may read that.')).toHaveLength(1);
  });

  it('withholds chapters for others, with their titles', () => {
    const chapter = {
      ...lessonOf('Arrive early and open all of the windows.'),
      title: 'How anyone can lead this evening well',
    };
    const secret = (audience: string) => withheldOf('Text.', { chapters: [{ chapter, audience }] });
    for (const text of ['Arrive early and open all of the windows.', 'How anyone can lead this evening well']) {
      expect(found(secret('leader'), text)).toHaveLength(1);
      expect(found(secret('participant'), text)).toEqual([]);
      expect(found(secret('all'), text)).toEqual([]);
    }
  });

  it('lets pass what is public in another place, whatever parts it there', () => {
    const lines = 'Open wide the ancient gate Let the weary come in late';
    const secret = withheldOf(`${BODY}\n:::leader\nPoint them to: ${lines}.\n:::\n`);
    expect(found(secret, lines)).toEqual([]);
    expect(found(secret, `Point them to: ${lines}`)).toHaveLength(1);
    const notice = 'This text is in the public domain everywhere.';
    expect(found(withheldOf(`:::leader\n${notice}\n:::`, { publicTexts: [`Notice. ${notice}`] }), notice)).toEqual([]);
  });

  it('lets a list of the lessons’ titles pass, which the contents print with page numbers', () => {
    const titled = (title: string) => ({ ...lessonOf('Text.'), title });
    const lessons = ['Finding a way', 'Losing the way', 'Keeping to it'].map(titled);
    const secret = withheldOf('', {
      lessons: [...lessons, lessonOf(':::leader\nFinding a way, Losing the way, Keeping to it\n:::')],
    });
    expect(found(secret, 'Finding a way 3 Losing the way 7 Keeping to it 12')).toEqual([]);
  });

  it('lets references pass, since an index lists them, but not in a blank', () => {
    const references = ['Gen', 'Exod', 'Num', 'Josh', 'Job', 'Isa', 'Rom'].map(
      (book): Inline => ({
        type: 'reference',
        text: `${book}\u00a01:5 `,
        osis: '',
        ranges: [],
      }),
    );
    const list = 'Gen 1:5 Exod 1:5 Num 1:5 Josh 1:5 Job 1:5 Isa 1:5 Rom 1:5';
    const leaders: Block = {
      type: 'audience',
      audience: 'leader',
      children: [{ type: 'paragraph', children: references }],
    };
    const of = (block: Block) => withheldOf('', { lessons: [{ ...lessonOf('Text.'), body: [block] }] });
    expect(found(of(leaders), list)).toEqual([]);
    const blanks: Inline[] = [
      { type: 'text', value: 'Read of it in ' },
      { type: 'blank', answer: references.slice(0, 2) },
    ];
    expect(found(of({ type: 'paragraph', children: blanks }), 'Read of it in Gen 1:5 Exod 1:5')).toHaveLength(1);
  });

  it('takes a passage for withheld that only the leader’s text sets, and for public that all may read', () => {
    const verse = (text: string, id: string): Block => ({
      type: 'scripture',
      id,
      reference: 'Luke 1:1',
      verses: 'show',
      passage: {
        reference: 'Luke 1:1',
        osis: 'Luke.1.1',
        ranges: [],
        translation: { id: 'WEB', abbreviation: 'WEB', name: 'WEB', language: 'en' },
        blocks: [{ type: 'prose', spans: [{ chapter: 1, verse: 1, label: '1', runs: [{ text }] }] }],
        verseCount: 1,
      },
    });
    const text = 'made up words that stand for a verse of some length';
    const leaders: Block = { type: 'audience', audience: 'leader', children: [verse(text, 'p1')] };
    const of = (...body: Block[]) => withheldOf('', { lessons: [{ ...lessonOf('Text.'), body }] });
    expect(found(of(leaders), text)).toHaveLength(1);
    expect(found(of(leaders, verse(text, 'p2')), text)).toEqual([]);
    expect(found(of(leaders, verse(`${text} and more`, 'p2')), `2 ${text}`)).toEqual([]);
  });

  it('reads words that are divided between marks', () => {
    const secret = withheldOf('Priests make inter:blank[cession] for all the people of God.');
    expect(found(secret, 'Priests make intercession for all the people')).toHaveLength(1);
    const marked = withheldOf(':::leader\nHe *al*ways **lives** to speak on be*half* of us.\n:::');
    expect(found(marked, 'He always lives to speak on behalf')).toHaveLength(1);
  });

  it('finds numbers in blanks, at either end too', () => {
    const secret = withheldOf(`:blank[40] days he stayed up there alone again.

The people waited at the foot for days: :blank[40].`);
    expect(found(secret, '40 days he stayed up there alone again')).toHaveLength(1);
    expect(found(secret, 'The people waited at the foot for days: 40.')).toHaveLength(1);
    expect(found(secret, '41 days he stayed up there alone again. The people waited at the foot for days: 7.')).toEqual(
      [],
    );
  });

  it('takes no number for a secret that stands before or after words for all', () => {
    const line = 'List six things that you or this group have prayed for lately';
    const secret = withheldOf(
      `${line}.\n\n:::leader\nRead chapter 1.\n\n${line}. 2 minutes are enough for all of that.\n:::`,
    );
    // The number of a question before it, the figure of a note after it.
    expect(found(secret, `1 ${line}.2`)).toEqual([]);
    expect(found(secret, '2 minutes are enough for all of that.')).toHaveLength(1);
    expect(found(secret, '9 minutes are enough for all of that.')).toHaveLength(1);
  });

  it('withholds addresses that only withheld words link to', () => {
    const secret = withheldOf(':::leader\n[See](https://example.org/the-key-to-all-answers)\n:::\n');
    expect(found(secret, 'https://example.org/the-key-to-all-answers')).toHaveLength(1);
    const open = withheldOf(
      ':::leader\n[See](https://example.org/notes/on/all/of/it)\n:::\n\n[Look](https://example.org/notes/on/all/of/it)',
    );
    expect(found(open, 'https://example.org/notes/on/all/of/it')).toEqual([]);
  });

  it('withholds them as they are printed too, and takes none for a secret that follows its own words for all', () => {
    const secret = withheldOf(':::leader\n[Ask](mailto:the.oldest.elder@example.org)\n:::\n');
    expect(found(secret, 'the.oldest.elder@example.org')).toHaveLength(1);
    const open = withheldOf(
      ':::leader\nSee Notes https://example.org/on/all/of/it\n:::\n\n[Notes](https://example.org/on/all/of/it)',
    );
    expect(found(open, 'Notes https://example.org/on/all/of/it')).toEqual([]);
    expect(found(open, 'See Notes https://example.org/on/all/of/it')).toHaveLength(1);
  });

  it('takes no blank’s answer for open because a link has it in its words', () => {
    const secret = withheldOf('Christ is our [great :blank[intercessor] in heaven](https://example.org/a).');
    expect(found(secret, 'Christ is our great intercessor in heaven')).toHaveLength(1);
  });
});

describe('a lesson of which the words are known', () => {
  it('is the same for every edition as one that is new', () => {
    const one = lessonOf(`${LESSON}\n:::leader\nThe quiet gardener waters seventeen lemon trees.\n:::\n`);
    const other = lessonOf('The quiet gardener waters seventeen lemon trees.\n');
    const editions = [
      { answers: false, audiences: ['participant'] },
      { answers: true, audiences: ['participant'] },
      { answers: false, audiences: ['leader'] },
    ];
    const of = (lessons: Lesson[], edition: (typeof editions)[0]) =>
      withheldWords({ lessons, chapters: [{ chapter: other, audience: 'leader' }], edition, publicTexts: ['Lemon'] });
    const found = [...editions, ...editions].map((edition) => {
      const withheld = of([one, other], edition);
      expect(withheld).toEqual(of(structuredClone([one, other]), edition));
      // What another lesson says is no secret of this one.
      expect(of([one], edition)).toEqual(of(structuredClone([one]), edition));
      return withheld.exact.size + withheld.wordsOnly.size;
    });
    expect(new Set(found).size).toBeGreaterThan(1);
    expect(found.slice(3)).toEqual(found.slice(0, 3));
  });
});
