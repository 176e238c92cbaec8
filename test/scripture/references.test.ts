import { expect, test } from 'vitest';
import { findInProse, type ProseContext } from '../../src/scripture/partial-references.js';
import { osisOf } from '../../src/scripture/ranges.js';
import { findReferences } from '../../src/scripture/references.js';

const shown = (text: string, kind: 'prose' | 'label' = 'prose') =>
  findReferences(text, kind).map(({ start, end, ranges }) => `${text.slice(start, end)} = ${osisOf(ranges)}`);

test.each([
  ['Romans 8:40', ['Romans 8:40 = Rom.8.40']],
  ['Romans 99', ['Romans 99 = Rom.99.1-Rom.99.999']],
  ['see Rom. 8:26-27, 34.', ['Rom. 8:26-27, 34 = Rom.8.26-Rom.8.27,Rom.8.34']],
  ['Rom.\u00a08:26–27', ['Rom.\u00a08:26–27 = Rom.8.26-Rom.8.27']],
  ['Luke 22:31-34, 54-62', ['Luke 22:31-34, 54-62 = Luke.22.31-Luke.22.34,Luke.22.54-Luke.22.62']],
  ['Exod 32:11-14; 33:12-17', ['Exod 32:11-14; 33:12-17 = Exod.32.11-Exod.32.14,Exod.33.12-Exod.33.17']],
  ['John 7:53–8:11', ['John 7:53–8:11 = John.7.53-John.8.11']],
  ['(Heb 7:25, KJV)', ['Heb 7:25 = Heb.7.25']],
  ['Heb 7:25 (NIV) and on', ['Heb 7:25 = Heb.7.25']],
  ['Isa 53:12; Rom 8:34; 1 John 2:1', ['Isa 53:12 = Isa.53.12', 'Rom 8:34 = Rom.8.34', '1 John 2:1 = 1John.2.1']],
  ['Jude 3', ['Jude 3 = Jude.1.3']],
  ['Luke 22', ['Luke 22 = Luke.22.1-Luke.22.999']],
  ['Psalm 23 of David', ['Psalm 23 = Ps.23.1-Ps.23.999']],
  ['chapter 8 of Romans', ['chapter 8 of Romans = Rom.8.1-Rom.8.999']],
  ['The Acts 2 church', ['Acts 2 = Acts.2.1-Acts.2.999']],
  ['Romans 8:26, and v. 34 too', ['Romans 8:26 = Rom.8.26', 'v. 34 = Rom.8.34']],
  ['(Is 53:12)', ['Is 53:12 = Isa.53.12']],
  ['Is 53:12; Rom 8:26', ['Is 53:12 = Isa.53.12', 'Rom 8:26 = Rom.8.26']],
  ['wrapped in Romans\n8:26 here', ['Romans\n8:26 = Rom.8.26']],
  ['Romans 8. 34 people came', ['Romans 8 = Rom.8.1-Rom.8.999']],
  ['Romans 8, 12 people', ['Romans 8 = Rom.8.1-Rom.8.999']],
  ['In Luke 22:31, 2 men', ['Luke 22:31 = Luke.22.31']],
  ['Heb 7:25 and 3 other texts', ['Heb 7:25 = Heb.7.25']],
])('finds what is a reference: %s', (text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test.each([
  'Hebrews is a long letter, and Romans too',
  'He is 3 and John 21 years old',
  'Is 3 o’clock fine?',
  'Is 3:30 too early? Am 5 minutes late.',
  'Acts of kindness',
  'Mark 3 of you as leaders',
  'Job 1 of the list',
  'We sing Song 114.',
  'Am 5',
  'So 3 of us prayed',
  'hymn no. 114',
  'No. 3 of the series',
  'Peter denied him 3 times, and Peter 3 times wept',
  'John 3 times said',
  'luke 22:31',
  'Meet John 7:30 pm',
  'May 3 and June 4',
  'verse 4',
  'In AD 70, 6,000 fled',
])('passes over what is none: %s', (text) => {
  expect(shown(text)).toEqual([]);
});

test.each([
  ['Jude', 'Jude = Jude.1.1-Jude.1.999'],
  ['Mark 3', 'Mark 3 = Mark.3.1-Mark.3.999'],
  ['Is 53', 'Is 53 = Isa.53.1-Isa.53.999'],
])('takes every word of a label at its word: %s', (label, expected) => {
  expect(shown(label, 'label')).toEqual([expected]);
});

test.each([
  ['Rom 8:30-26', '8:30-26'],
  ['Ps 119:105-12', '119:105-12'],
  ['John 8:11-7:53', '8:11-7:53'],
  ['Heb 8-7', '8-7'],
])('marks a range that runs backwards: %s', (text, backwards) => {
  expect(findReferences(text, 'prose').map((reference) => reference.backwards)).toEqual([backwards]);
});

test('takes no longer for a text made to be slow', () => {
  const began = performance.now();
  findReferences(`${'Is 8,,;; 1 Rom 8,,;; '.repeat(60)}!`, 'prose');
  findReferences(`${'A'.repeat(20_000)}`, 'prose');
  expect(performance.now() - began).toBeLessThan(3000);
});

const hebrews7: ProseContext = { lesson: { book: 'Heb', chapter: 7 }, named: [] };
const inProse = (text: string, context = hebrews7) =>
  findInProse(text, context).map(({ start, end, ranges }) => `${text.slice(start, end)} = ${osisOf(ranges)}`);

test('supplies the lesson’s chapter to verses', () => {
  expect(inProse('Look at v. 25, vv. 26–27 and verses 1, 3 and 4.')).toEqual([
    'v. 25 = Heb.7.25',
    'vv. 26–27 = Heb.7.26-Heb.7.27',
    'verses 1, 3 and 4 = Heb.7.1,Heb.7.3,Heb.7.4',
  ]);
});

test('supplies the lesson’s book to numbers that are no time', () => {
  const hebrews: ProseContext = { lesson: { book: 'Heb' }, named: [{ book: 'Heb', chapter: 2 }] };
  expect(inProse('He lives (7:25) and draws near (4:14-16; 9:24); we met at 7:30 (or 8:15 am).', hebrews)).toEqual([
    '7:25 = Heb.7.25',
    '4:14-16; 9:24 = Heb.4.14-Heb.4.16,Heb.9.24',
  ]);
  expect(inProse('Words in 4:16 and at 4:15, or 7:24–26; meet at 7:30-8:45 in 5:30 pm.', hebrews)).toEqual([
    '4:16 = Heb.4.16',
    '7:24–26 = Heb.7.24-Heb.7.26',
  ]);
  expect(inProse('See verse 4.', hebrews)).toEqual([]);
  expect(inProse('Moses (Exod 32:11) asks again (33:12).', hebrews)).toContain('33:12 = Exod.33.12');
  expect(inProse('Again (7:25).', { ...hebrews, named: [{ book: 'Rom', chapter: 8 }] })).toEqual([]);
});

test('supplies the chapter named before in the sentence', () => {
  expect(inProse('Psalm 110:1 is sung, but what of it is in verse 4?')).toContain('verse 4 = Ps.110.4');
});

test.each([
  'Sing verse 2 with joy.',
  'Read verse 2 of the poem.',
  'Compare Isaiah 53:12. What does verse 11 add?',
  'From Isaiah 53:12 and Romans 8:34 comes what verse 11 adds.',
])('leaves a verse alone where it could be another: %s', (text) => {
  expect(inProse(text).filter((found) => found.includes('verse'))).toEqual([]);
});

test('leaves verses alone without a chapter', () => {
  expect(inProse('Look at v. 25', { named: [] })).toEqual([]);
  expect(inProse('Look at v. 25', { ...hebrews7, named: [{ book: 'Rom', chapter: 8 }] })).toEqual([]);
});
