import { describe, expect, it } from 'vitest';
import { lessonFields } from '../../src/document/lesson-fields.js';
import type { EditionLesson } from '../../src/edition/model.js';
import { ENGLISH } from '../../src/labels/make.js';
import type { Block, Inline, Question } from '../../src/lesson/model.js';

const words = (value: string): Inline => ({ type: 'text', value });
const blank = (): Inline => ({ type: 'blank-rule', width: 6 });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const question = (id: string, prompt: Block[], number?: number): Question => ({
  type: 'question',
  id,
  ...(number === undefined ? {} : { number }),
  optional: false,
  prompt,
  answer: [],
});
const list = (...items: { checked?: boolean; children: Block[] }[]): Block => ({
  type: 'list',
  ordered: false,
  start: 1,
  loose: false,
  items,
});

function fieldsOf(body: Block[], { answers = false, ...rest }: Partial<EditionLesson> & { answers?: boolean } = {}) {
  const lesson: EditionLesson = {
    id: 'luke-22',
    file: 'luke-22.md',
    number: 1,
    title: 'The Sifted',
    passages: [],
    body,
    footnotes: [],
    ...rest,
  };
  return [...lessonFields(lesson, ENGLISH, answers).values()].map(
    ({ kind, name, label }) => `${kind} ${name}: ${label}`,
  );
}

describe('lessonFields', () => {
  it('names the lines of questions after them, and says which question it is', () => {
    expect(
      fieldsOf([
        question(
          'q1',
          [paragraph(words('Who  asks,\nand whom?')), list({ children: [paragraph(words('See verse 31.'))] })],
          1,
        ),
        question('q-you', [paragraph(words('Only for you?'))]),
      ]),
    ).toEqual(['text luke-22.q1: Question 1: Who asks, and whom? See verse 31.', 'text luke-22.q-you: Only for you?']);
  });

  it('counts blanks through their question or the lesson, with the words around them', () => {
    expect(
      fieldsOf([
        paragraph(words('God is '), blank(), words(' and '), { type: 'emphasis', children: [blank()] }, words('.')),
        question('q1', [paragraph(words('Jesus '), blank(), words(' for Peter.'))], 1),
        paragraph(blank()),
      ]),
    ).toEqual([
      'text luke-22.blank-1: Blank 1: God is … and ….',
      'text luke-22.blank-2: Blank 2: God is … and ….',
      'text luke-22.q1: Question 1: Jesus … for Peter.',
      'text luke-22.q1-blank-1: Blank 1: Jesus … for Peter.',
      'text luke-22.blank-3: Blank 3: The Sifted',
    ]);
  });

  it('makes one field of a cell that is to be written in, named by its row and column', () => {
    const table: Block = {
      type: 'table',
      align: [null, null],
      head: { cells: [[words('Who')], [words('What he asks')]] },
      rows: [
        { cells: [[words('Abraham')], [blank(), words(' '), blank()]] },
        { cells: [[words('Moses')], [words('that '), blank()]] },
      ],
    };
    expect(fieldsOf([table])).toEqual([
      'text luke-22.blank-1: Blank 1: Abraham, What he asks',
      'text luke-22.blank-2: Blank 2: Moses, What he asks, that …',
    ]);
  });

  it('says of other lines what stands above them', () => {
    expect(
      fieldsOf([
        { type: 'lines', count: 3 },
        paragraph(words('Two people I will pray for:')),
        { type: 'lines', count: 3 },
        { type: 'activity', kind: 'prayer', id: 'a', title: [words('Pray')], children: [{ type: 'lines', count: 2 }] },
      ]),
    ).toEqual([
      'text luke-22.lines-1: Room to write: The Sifted',
      'text luke-22.lines-2: Room to write: Two people I will pray for:',
      'text luke-22.lines-3: Room to write: Pray',
    ]);
  });

  it('has boxes for readings, tasks that are not done, and what a leader prepares', () => {
    const tasks = list({ checked: false, children: [paragraph(words('Pray'))] }, { checked: true, children: [] });
    const readings: Block = { type: 'readings', id: 'r', items: [{ children: [words('Luke 22')] }] };
    const prepare = [list({ children: [paragraph(words('Print the cards'))] })];
    const glance = { prepare, timing: [], paths: [], total: 0 };
    expect(fieldsOf([{ type: 'prepare', children: prepare }, tasks, readings], { glance, answers: true })).toEqual([
      'check luke-22.prepare-1: Prepared: Print the cards',
      'check luke-22.task-1: Pray',
      'check luke-22.reading-1: Read: Luke 22',
    ]);
  });

  it('leaves nothing to write where answers are printed', () => {
    const body = [
      question('q1', [paragraph(words('Who?'))], 1),
      paragraph(blank()),
      { type: 'lines', count: 2 } as Block,
    ];
    expect(fieldsOf(body, { answers: true })).toEqual([]);
  });

  it('keeps out of the way of questions that are called so', () => {
    expect(fieldsOf([paragraph(blank()), question('blank-1', [paragraph(words('Why?'))])])).toEqual([
      'text luke-22.blank-2: Blank 2: The Sifted',
      'text luke-22.blank-1: Why?',
    ]);
  });

  it('are called by the code or the picture that a question is', () => {
    const image = { path: 'a.png', format: 'png', width: 1, height: 1, data: new Uint8Array() } as const;
    const body = [
      question('q1', [{ type: 'code', value: 'a\n  b' }], 1),
      question('q2', [{ type: 'figure', image, alt: 'A field' }], 2),
    ];
    expect(fieldsOf(body)).toEqual(['text luke-22.q1: Question 1: a b', 'text luke-22.q2: Question 2: A field']);
  });
});
