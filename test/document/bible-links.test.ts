import { expect, it } from 'vitest';
import { bibleLinks } from '../../src/document/bible-links.js';
import type { ReferenceInline } from '../../src/lesson/model.js';

const verse = (book: string, chapter: number, number: number) => ({ book, chapter, verse: number });

const romans: ReferenceInline = {
  type: 'reference',
  text: 'verses 26–27, 34',
  osis: 'Rom.8.26-Rom.8.27,Rom.8.34',
  ranges: [
    { start: verse('Rom', 8, 26), end: verse('Rom', 8, 27) },
    { start: verse('Rom', 8, 34), end: verse('Rom', 8, 34) },
  ],
};

it.each([
  ['https://x.test/{osis}', 'https://x.test/Rom.8.26-Rom.8.27%2CRom.8.34'],
  ['https://x.test/?q={reference}&v={translation}', 'https://x.test/?q=Rom%208%3A26-27%3B%20Rom%208%3A34&v=WEB'],
  ['https://x.test/{book}/{chapter}/{verse}', 'https://x.test/Rom/8/26'],
])('fills %s', (address, filled) => {
  expect(bibleLinks(address, 'WEB')(romans)).toBe(filled);
});

it('leads from a range over chapters to all of it', () => {
  const ranges = [{ start: verse('John', 7, 53), end: verse('John', 8, 11) }];
  expect(bibleLinks('https://x.test/{reference}', 'WEB')({ ...romans, ranges })).toBe(
    'https://x.test/John%207%3A53-8%3A11',
  );
});

it('leads nowhere where nothing is named or understood', () => {
  expect(bibleLinks(undefined, 'WEB')(romans)).toBeUndefined();
  expect(bibleLinks('https://x.test/{osis}', 'WEB')({ ...romans, osis: '', ranges: [] })).toBeUndefined();
});
