import { beforeAll, expect, test } from 'vitest';
import type { PassageBlock, SetPassage, VerseSpan } from '../../src/lesson/passage.js';
import { loadTranslation } from '../../src/scripture/library.js';
import { setLabel } from '../../src/scripture/passages.js';
import type { Translation } from '../../src/scripture/translation.js';
import { world } from './lessons.js';

let web: Translation;
let kjv: Translation;

beforeAll(async () => {
  const books = ['Gen', 'Exod', 'Ps', 'Luke', 'John', 'Acts', 'Rom', 'Heb', 'Jude'];
  const [first, second] = await Promise.all([loadTranslation(world, 'WEB', books), loadTranslation(world, 'KJV', [])]);
  if (!first || !second) throw new Error('not bundled');
  [web, kjv] = [first, second];
});

function passage(label: string, translation = web, verses: 'show' | 'hide' = 'show'): SetPassage {
  const result = setLabel(label, translation, verses);
  if (result.problem) throw new Error(`${result.problem.expected}; ${result.problem.advice}`);
  return result.passage;
}

const spansOf = (block: PassageBlock): VerseSpan[] =>
  block.type === 'gap' ? [] : block.type === 'prose' ? block.spans : block.lines.flatMap((line) => line.spans);
const labels = ({ blocks }: SetPassage) => blocks.flatMap(spansOf).flatMap((span) => span.label ?? []);
const kinds = ({ blocks }: SetPassage) => blocks.map((block) => block.type);
const words = ({ blocks }: SetPassage) =>
  blocks
    .flatMap(spansOf)
    .map((span) =>
      span.runs
        .map((run) => run.text)
        .join('')
        .trim(),
    )
    .join(' ');
const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`);

test('sets a whole chapter with each verse labelled once', () => {
  const hebrews = passage('Hebrews 7');
  expect(labels(hebrews)).toEqual(count(1, 28));
  expect(hebrews).toMatchObject({
    osis: 'Heb.7.1-Heb.7.28',
    verseCount: 28,
    translation: { id: 'WEB', abbreviation: 'WEB', name: 'World English Bible', language: 'en-US' },
  });
  expect(hebrews.translation).not.toHaveProperty('notice');
  expect(kinds(hebrews)).toContain('poetry');
  expect(words(hebrews)).toMatch(/^For this Melchizedek/);
});

test('labels the first verse of a new chapter with its chapter', () => {
  const john = passage('John 7:53-8:11');
  expect(labels(john)).toEqual(['53', '8:1', ...count(2, 11)]);
  expect(john.verseCount).toBe(12);
});

test('sets a list with gaps between its parts', () => {
  const luke = passage('Luke 22:31-34, 54-62');
  expect(kinds(luke).filter((kind) => kind === 'gap')).toHaveLength(1);
  expect(labels(luke)).toEqual([...count(31, 34), ...count(54, 62)]);
  const exodus = passage('Exod 32:11-14; 33:12-17');
  expect(labels(exodus)).toEqual([...count(11, 14), '33:12', ...count(13, 17)]);
});

test('sets adjacent parts of a list as one', () => {
  expect(passage('Luke 22:31-32, 33-34').blocks).toEqual(passage('Luke 22:31-34').blocks);
  expect(kinds(passage('John 7:53; 8:1'))).not.toContain('gap');
});

test('sets poetry as lines', () => {
  const psalm = passage('Psalm 110');
  expect(new Set(kinds(psalm))).toEqual(new Set(['poetry']));
  expect(labels(psalm)).toEqual(count(1, 7));
  // The superscription belongs to no verse.
  expect(words(psalm)).not.toMatch(/A Psalm by David/);
  expect(kinds(passage('Gen 49:1-4'))).toEqual(['prose', 'poetry', 'poetry']);
});

test('sets poetry within prose, and continues a verse without a second label', () => {
  const hebrews = passage('Hebrews 1:5-6');
  expect(kinds(hebrews)).toEqual(['prose', 'poetry', 'prose']);
  expect(labels(hebrews)).toEqual(['5', '6']);
  expect(labels(passage('Romans 8:35-39'))).toEqual(count(35, 39));
  // A single verse out of the middle of a paragraph.
  expect(kinds(passage('Romans 8:36'))).toEqual(['prose', 'poetry']);
});

test('joins the text of spans with single spaces', () => {
  const [block] = passage('Luke 22:31-32').blocks;
  if (block?.type !== 'prose') throw new Error('prose expected');
  const text = block.spans.flatMap((span) => span.runs.map((run) => run.text)).join('');
  expect(text).not.toMatch(/\s\s|^\s|\s$/);
  expect(block.spans[0]?.runs.at(-1)?.text).toMatch(/\S $/);
});

test('a passage may start and end within a paragraph', () => {
  const whole = passage('Luke 22:24-38');
  const part = passage('Luke 22:32');
  expect(words(whole)).toContain(words(part));
  expect(labels(part)).toEqual(['32']);
});

test('hides verse numbers when asked', () => {
  const shown = passage('Luke 22:31-34');
  const hidden = passage('Luke 22:31-34', web, 'hide');
  expect(labels(hidden)).toEqual([]);
  expect(words(hidden)).toBe(words(shown));
});

test('sets the King James with supplied words apart', () => {
  const hebrews = passage('Hebrews 7:25', kjv);
  expect(hebrews.translation.abbreviation).toBe('KJV');
  expect(words(hebrews)).toMatch(/^Wherefore he is able .* for them\.$/);
  expect(
    passage('Psalm 110:1', kjv)
      .blocks.flatMap(spansOf)
      .flatMap((span) => span.runs)
      .some((run) => run.supplied),
  ).toBe(false);
  expect(
    passage('Psalm 23:1', kjv)
      .blocks.flatMap(spansOf)
      .flatMap((span) => span.runs)
      .some((run) => run.supplied),
  ).toBe(true);
});

test('sets a book of one chapter', () => {
  expect(passage('Jude').verseCount).toBe(25);
  expect(labels(passage('Jude 24-25'))).toEqual(['24', '25']);
});

test('counts a verse once', () => {
  expect(passage('Rom 8:26-27, 26').verseCount).toBe(2);
});

test.each([
  ['Hebrews 14', 'reference-missing', 'a chapter of Hebrews, which has 13 chapters'],
  ['Heb 7-8:99', 'reference-missing', 'a verse of Hebrews 8, which has 13 verses'],
  ['Psalm 117:3', 'reference-missing', 'a verse of Psalm 117'],
  ['Jude 26', 'reference-missing', 'a verse of Jude, which has 25 verses'],
  ['Romans 8:0', 'reference-missing', 'a verse of Romans 8, which has 39 verses'],
  ['Romans 8:30-26', 'reference-missing', 'a range that runs forwards, not “8:30-26”'],
  ['Genesis 50-Exodus 2', 'reference-missing', 'a range within one book'],
  ['Romans 16:25-27', 'reference-missing', 'a verse of Romans 16, which has 25 verses'],
  ['Acts 8:37', 'reference-missing', 'verses that the WEB prints'],
  ['Hebrexs 7', 'reference-unreadable', 'a reference such as'],
  ['', 'reference-unreadable', 'a reference such as'],
  ['Luke 22:31 in the WEB', 'reference-unreadable', 'a reference such as'],
  ['the prayer of Moses', 'reference-unreadable', 'a reference such as'],
])('says what is wrong with %s', (label, rule, expected) => {
  const result = setLabel(label, web, 'show');
  expect(result).toMatchObject({ rule, problem: { expected: expect.stringContaining(expected) } });
});

test.each([
  ['Hebrexs 7:25', 'did you mean “Hebrews 7:25”?'],
  ['Luke 22:31-34 (KJV)', 'name the translation as {translation=KJV}'],
  ['Luke 22:31-34 aloud', 'leave out “aloud”'],
  ['Corinthians 13', 'write 1 or 2 before “Corinthians”'],
  ['Romans 16:25-27', 'the WEB has Romans 16:25–27 as Romans 14:24–26'],
])('advises on %s', (label, advice) => {
  const result = setLabel(label, web, 'show');
  expect(result.problem?.advice).toBe(advice);
});
