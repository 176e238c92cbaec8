import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Inline } from '../../src/lesson/model.js';
import { inlineText } from '../../src/lesson/walk.js';
import { loadTranslations } from '../../src/scripture/library.js';
import { booksNeeded } from '../../src/scripture/needs.js';
import { setScripture } from '../../src/scripture/set-scripture.js';
import { translationUses } from '../../src/scripture/uses.js';
import { lesson, marked, paragraph, set, text, told, world } from './lessons.js';

const place = { start: { line: 3, column: 1 }, end: { line: 3, column: 30 } };
const scripture = (reference: string, more: object = {}): Block => ({
  type: 'scripture',
  id: 's1',
  reference,
  verses: 'show',
  position: place,
  ...more,
});
const verse = (reference: string, more: object = {}): Block => ({ type: 'memory-verse', id: 'm1', reference, ...more });

/** OSIS of every reference inline, in reading order, wherever it stands. */
function osis(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(osis);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  if (node.type === 'reference') return [node.osis as string];
  return Object.values(node).flatMap(osis);
}

test('fills in passages and memory verses', async () => {
  const { value, messages } = await set(
    lesson([
      scripture('Luke 22:31-34'),
      verse('Heb 7:25'),
      scripture('Heb 7:25', { translation: 'KJV', verses: 'hide' }),
    ]),
  );
  expect(messages).toEqual([]);
  const [luke, memory, king] = value.body;
  expect(luke).toMatchObject({
    passage: { reference: 'Luke\u00a022:31–34', translation: { id: 'WEB' }, verseCount: 4 },
  });
  expect(memory).toMatchObject({ passage: { reference: 'Hebrews\u00a07:25' } });
  expect(JSON.stringify(memory)).not.toContain('"label"');
  expect(king).toMatchObject({ passage: { translation: { id: 'KJV' } } });
  expect(JSON.stringify(king)).not.toContain('"label"');
});

test('splits running text and keeps its words and places', async () => {
  const { value, messages } = await set(lesson([paragraph('He prays (see Rom. 8:26-27, 34) for us.')]));
  expect(messages).toEqual([]);
  const [block] = value.body;
  expect(block).toMatchObject({
    children: [
      { type: 'text', value: 'He prays (see ', position: { start: { column: 1 }, end: { column: 15 } } },
      {
        type: 'reference',
        text: 'Rom.\u00a08:26–27, 34',
        osis: 'Rom.8.26-Rom.8.27,Rom.8.34',
        position: { start: { line: 1, column: 15, offset: 14 }, end: { column: 31, offset: 30 } },
      },
      { type: 'text', value: ') for us.', position: { start: { column: 31 }, end: { column: 40 } } },
    ],
  });
});

test('never places a reference outside its text', async () => {
  // The value is longer than its source, as with a variable.
  const long = {
    ...text('{{v}} Rom 8:26 here'),
    position: { start: { line: 2, column: 5 }, end: { line: 2, column: 9 } },
  };
  const { value } = await set(lesson([paragraph('x', { ...long, value: `a long value, Rom 8:26 here` })]));
  const found = (value.body[0] as { children: Inline[] }).children.find((inline) => inline.type === 'reference');
  expect(found?.position).toEqual({ start: { line: 2, column: 9 }, end: { line: 2, column: 9 } });
});

test('finds references everywhere but in code', async () => {
  const here = (n: number) => [text(`Rom 8:${n}`)];
  const block = (n: number) => paragraph(`Rom 8:${n}`);
  const body: Block[] = [
    { type: 'heading', id: 'h', level: 2, children: here(1) },
    { type: 'list', ordered: false, start: 1, loose: false, items: [{ children: [block(2)] }] },
    { type: 'table', align: [null], head: { cells: [here(3)] }, rows: [{ cells: [here(4)] }] },
    { type: 'blockquote', children: [block(5)] },
    { type: 'audience', audience: 'leader', title: here(6), children: [block(7)] },
    { type: 'prepare', children: [block(8)] },
    { type: 'activity', id: 'a', kind: 'prayer', title: here(9), children: [block(10)] },
    { type: 'question', id: 'q', optional: false, prompt: [block(11)], answer: [block(12)] },
    {
      type: 'hymn',
      id: 'y',
      title: here(13),
      stanzas: [{ kind: 'stanza', lines: [here(14)] }],
      notes: [{ type: 'audience', audience: 'leader', children: [block(15)] }],
    },
    { type: 'readings', id: 'r', title: here(16), items: [{ children: here(17) }] },
    paragraph({ type: 'emphasis', children: [{ type: 'strong', children: here(18) }] }),
    paragraph({ type: 'link', href: 'https://x.test', children: here(19) }, { type: 'blank', answer: here(20) }),
    paragraph({ type: 'code-span', value: 'Rom 8:38' }),
    { type: 'code', value: 'Rom 8:39' },
  ];
  const footnotes = [{ number: 1, id: 'f', children: [block(21)] }];
  const given = lesson(body, {
    footnotes,
    aim: here(22),
    passages: [marked('Rom 8:23')],
    memoryVerse: marked('Rom 8:24'),
  });
  const before = structuredClone(given);
  const { value, messages } = await set(given);
  expect(messages).toEqual([]);
  const all = [
    ...osis(value.body),
    ...osis(value.footnotes),
    ...osis(value.aim),
    ...osis(value.passages),
    ...osis(value.memoryVerse),
  ];
  expect(all).toEqual(Array.from({ length: 24 }, (_, index) => `Rom.8.${index + 1}`));
  expect(given).toEqual(before);
});

test('says with the place which verse does not exist', async () => {
  const { value, messages } = await set(lesson([paragraph('See Romans 8:40.'), scripture('Romans 99')]));
  expect(
    messages.map(({ file, line, column, actual, expected }) => ({ file, line, column, actual, expected })),
  ).toEqual([
    {
      file: 'l.md',
      line: 1,
      column: 5,
      actual: '“Romans 8:40”',
      expected: ['a verse of Romans 8, which has 39 verses'],
    },
    {
      file: 'l.md',
      line: 3,
      column: 1,
      actual: '“Romans 99”',
      expected: ['a chapter of Romans, which has 16 chapters'],
    },
  ]);
  expect(messages.every((message) => message.fatal)).toBe(true);
  expect(osis(value)).toEqual([]);
  expect(value.body[0]).toMatchObject({ children: [{ value: 'See Romans 8:40.' }] });
});

test('reads marked references, and tells those it cannot', async () => {
  const { value, messages } = await set(
    lesson(
      [paragraph(marked('Heb 7:25'), marked('Hebrexs 7:25'), marked('Heb 7:99'), marked('v. 25'), marked('Jude'))],
      {
        passages: [marked('Hebrews 7')],
      },
    ),
  );
  expect(told(messages)).toEqual([
    'reference-unreadable: “Hebrexs 7:25”; expected a reference such as “Luke 22:31-34, 54-62”; did you mean “Hebrews 7:25”?',
    'reference-missing: “Heb 7:99”; expected a verse of Hebrews 7, which has 28 verses; correct the number of the verse or of the chapter',
  ]);
  expect(osis(value.body)).toEqual(['Heb.7.25', '', '', 'Heb.7.25', 'Jude.1.1-Jude.1.25']);
  expect(osis(value.passages)).toEqual(['Heb.7.1-Heb.7.28']);
});

test('supplies the chapter of a lesson about one chapter, and only then', async () => {
  const body = [paragraph('What does v. 25 add?'), paragraph('Psalm 110:4 is old.', ' And v. 3?'), paragraph('v. 99')];
  const one = await set(lesson(body, { passages: [marked('Heb 7:1-10'), marked('Hebrews 7:20-28')] }));
  expect(osis(one.value.body)).toEqual(['Heb.7.25', 'Ps.110.4']);
  expect(one.messages).toEqual([]);
  const two = await set(lesson(body, { passages: [marked('Heb 7'), marked('Ps 110')] }));
  expect(osis(two.value.body)).toEqual(['Ps.110.4']);
});

test('does not take a stanza for a verse', async () => {
  const lines = [[text('v. 2')]];
  const hymn: Block = { type: 'hymn', id: 'h', title: [], stanzas: [{ kind: 'stanza', lines }], notes: [] };
  const { value } = await set(lesson([hymn], { passages: [marked('Heb 7')] }));
  expect(osis(value.body)).toEqual([]);
});

test('complains of no count and of no verse of an unknown translation', async () => {
  const { messages } = await set(
    lesson([paragraph('I gave John 45 shells; Rom 8:40 (NIV); Romans 16:25-27 is the end, and so is 3 John 15.')]),
  );
  expect(told(messages)).toEqual([]);
});

test('checks against the translation that is named beside the reference', async () => {
  const { messages } = await set(lesson([paragraph('Rom 14:24 is in WEB, but Rom 14:27 (KJV) is not.')]));
  expect(told(messages)).toEqual([expect.stringContaining('a verse of Romans 14, which has 23 verses')]);
});

test('suggests a translation for an unknown one', async () => {
  const { messages } = await set(
    lesson([scripture('Heb 7:25', { translation: 'kjv' }), scripture('Heb 7:25', { translation: 'KJB' })]),
  );
  expect(told(messages)).toEqual([
    'unknown-translation: translation “KJB”; expected a bundled translation; did you mean “KJV”?',
  ]);
});

test('asks only for the books it needs', () => {
  const given = lesson([paragraph('Rom 8:26 and 1 John 2:1'), scripture('Heb 7', { translation: 'KJV' })], {
    passages: [marked('Luke 22')],
  });
  const needed = booksNeeded([given], 'WEB');
  expect(new Map([...needed].map(([id, books]) => [id, [...books].sort()]))).toEqual(
    new Map([
      ['WEB', ['1John', 'Luke', 'Rom']],
      ['KJV', ['Heb']],
    ]),
  );
});

test('has read what a verse without its book needs', async () => {
  const given = lesson([paragraph('“He lives forever” (v. 25, WEB)')], { passages: [marked('Hebrews 7')] });
  const { messages } = await set(given, 'KJV');
  expect(told(messages)).toEqual([]);
});

test('reads each book once, and no other', async () => {
  const read: string[] = [];
  const watched = {
    ...world,
    readFile: (path: string) => {
      read.push(path.replace(/.*\//, ''));
      return world.readFile(path);
    },
  };
  const needed = booksNeeded([lesson([paragraph('Rom 8:26 and Heb 7:25')])], 'WEB');
  await loadTranslations(watched, needed);
  await loadTranslations(watched, needed);
  expect(read.sort()).toEqual(['hebrews.json', 'romans.json']);
});

test('counts each quoted verse once for the imprint page', async () => {
  const { value, translations } = await set(
    lesson([
      scripture('Luke 22:31-34'),
      verse('Luke 22:32'),
      scripture('Heb 7:25', { translation: 'KJV' }),
      paragraph('“intercession” (Heb 7:25, WEB)'),
    ]),
  );
  const uses = translationUses([value], translations);
  expect(uses.map(({ translation, verses }) => [translation.id, verses])).toEqual([
    ['WEB', 5],
    ['KJV', 1],
  ]);
  expect(uses[0]?.notice).toContain('public domain');
  expect(translationUses([{ body: [], footnotes: [] }], translations)).toEqual([]);
});

test('leaves a lesson alone when the booklet’s translation is not bundled', () => {
  const given = lesson([paragraph('Rom 8:40')]);
  expect(setScripture(given, { translation: 'NIV', translations: new Map() })).toEqual({ value: given, messages: [] });
});

test('loses no character of any text', async () => {
  const piece = fc.constantFrom(
    'Rom',
    'Heb. ',
    '1 John',
    ' 8',
    ':26',
    '-27',
    '–',
    ', ',
    '; ',
    '34',
    ' and ',
    'v. ',
    '(',
    ')',
    '“',
    'x',
    '. ',
    'Is ',
    'KJV',
    '\n',
  );
  const translations = await loadTranslations(
    world,
    new Map([['WEB', new Set(['Rom', 'Heb', 'John', '1John', 'Isa'])]]),
  );
  const same = (words: string) => words.replace(/\s+/g, '').replace(/[-–]/g, '-');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const given = lesson([paragraph(pieces.join(''))], { passages: [marked('Rom 8')] });
      const { value } = setScripture(given, { translation: 'WEB', translations });
      const [block] = value.body;
      return block?.type === 'paragraph' && same(inlineText(block.children)) === same(pieces.join(''));
    }),
    { numRuns: 300 },
  );
});
