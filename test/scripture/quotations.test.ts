import { beforeAll, expect, test } from 'vitest';
import type { Block, Inline } from '../../src/lesson/model.js';
import { compareWords } from '../../src/scripture/compare-words.js';
import { loadTranslation } from '../../src/scripture/library.js';
import type { Translation } from '../../src/scripture/translation.js';
import { lesson, paragraph, set, world } from './lessons.js';

/** Hebrews 7:25 and Romans 8:34 in the World English Bible, from the package. */
let hebrews: string;
let romans: string;

beforeAll(async () => {
  const web = await loadTranslation(world, 'WEB', ['Heb', 'Rom']);
  if (!web) throw new Error('not bundled');
  hebrews = verse(web, { book: 'Heb', chapter: 7, verse: 25 });
  romans = verse(web, { book: 'Rom', chapter: 8, verse: 34 });
});

function verse(translation: Translation, start: { book: string; chapter: number; verse: number }): string {
  const blocks = translation.passage({ start, end: start });
  return blocks
    .flatMap((block) => (block.type === 'prose' ? block.spans.flatMap((span) => span.runs.map((run) => run.text)) : []))
    .join(' ');
}

async function warnings(...body: Block[]): Promise<string[]> {
  const { messages } = await set(lesson(body));
  expect(messages.every((message) => message.ruleId === 'quotation-differs' && message.fatal === false)).toBe(true);
  return messages.map((message) => `${message.actual} / ${message.expected?.[0]}`);
}

const bare = (words: string) => words.replace(/[.,;:]+$/, '');

test('says nothing of a quotation that is right, however it is punctuated', async () => {
  const first = hebrews.split(' ').slice(0, 6).join(' ');
  const last = hebrews.split(' ').slice(-5).join(' ');
  expect(
    await warnings(
      paragraph(`“${hebrews}” (Heb 7:25 WEB)`),
      paragraph(`“${bare(hebrews).toUpperCase()}!” (Hebrews 7:25, WEB)`),
      paragraph(`"${bare(hebrews)}" — Heb 7:25, WEB`),
      paragraph(`So “${first} … ${last}” [Heb 7:25, WEB].`),
      paragraph(`So “${first} [Christ] … ${last}” (Heb 7:25, World English Bible).`),
      paragraph(`So “${first}...” (Heb. 7:25; WEB) and “${bare(romans)}”, (Rom 8:34 WEB)`),
    ),
  ).toEqual([]);
});

test('shows both when a word differs', async () => {
  const [first = '', ...rest] = hebrews.split(' ').slice(-5);
  const shown = await warnings(paragraph(`He prays: “surely ${rest.join(' ')}” (Heb 7:25, WEB).`));
  expect(shown).toEqual([
    `Heb\u00a07:25 quoted as “surely ${rest.join(' ')}” / the words of the WEB, “${bare(`${first} ${rest.join(' ')}`)}”`,
  ]);
});

test('tells a quotation of another translation, another verse, or in another order', async () => {
  const words = hebrews.split(' ');
  const [start, end] = [words.slice(0, 5).join(' '), words.slice(-5).join(' ')];
  expect(await warnings(paragraph(`“${hebrews}” (Heb 7:25, KJV)`))).toHaveLength(1);
  expect(await warnings(paragraph(`“${hebrews}” (Rom 8:34, WEB)`))).toHaveLength(1);
  expect(await warnings(paragraph(`“${end} … ${start}” (Heb 7:25, WEB)`))).toHaveLength(1);
});

test('shows the whole verse when nothing in it is near', () => {
  expect(compareWords('entirely other things are written', 'In the beginning was a verse')).toBe(
    'In the beginning was a verse',
  );
});

test('reads a quotation across emphasis and brackets', async () => {
  const [first = '', second = '', ...rest] = hebrews.split(' ');
  const inlines = (word: string): (Inline | string)[] => [
    `As he says, “${first} `,
    { type: 'emphasis', children: [{ type: 'text', value: word }] },
    ` ${rest.join(' ')}” (Heb 7:25, `,
    { type: 'strong', children: [{ type: 'text', value: 'WEB' }] },
    ')',
  ];
  expect(await warnings(paragraph(...inlines(second)))).toEqual([]);
  expect(await warnings(paragraph(...inlines('wrongly')))).toHaveLength(1);
});

test('reads only the quotation that stands beside the reference', async () => {
  expect(await warnings(paragraph(`“Not scripture,” he said; but “${bare(hebrews)}” (Heb 7:25 WEB)`))).toEqual([]);
  expect(await warnings(paragraph(`“He said ‘no’ and “yes” here” (Heb 7:25 WEB)`))).toHaveLength(1);
});

test.each([
  '“He prays on and on” (Heb 7:25)',
  '“He prays on and on” (Heb 7:25 NIV)',
  '“He prays on and on”, says Heb 7:25 in the WEB',
  'Hebrews 7:25 (WEB) has no quotation',
])('compares nothing without a bundled translation’s name beside the reference: %s', async (words) => {
  expect(await warnings(paragraph(words))).toEqual([]);
});

test('compares a block quote with the line beneath it', async () => {
  const quote = (...lines: string[]): Block => ({ type: 'blockquote', children: lines.map((line) => paragraph(line)) });
  expect(await warnings(quote(`${hebrews}\n— Hebrews 7:25, WEB`))).toEqual([]);
  expect(await warnings(quote(hebrews, '— Hebrews 7:25, WEB'))).toEqual([]);
  expect(await warnings(quote(`“${hebrews}”`, '-- Hebrews 7:25 (WEB)'))).toEqual([]);
  expect(await warnings(quote(`${hebrews} Truly.\n— Hebrews 7:25, WEB`))).toHaveLength(1);
  expect(await warnings(quote(`“${hebrews} Truly.”\n— Hebrews 7:25, WEB`))).toHaveLength(1);
});
