import { describe, expect, it } from 'vitest';
import { withEdits } from '../../src/fixes/edits.js';
import { referenceFixes } from '../../src/fixes/references.js';
import { nameOf } from '../../src/scripture/house-style.js';
import { ENGLISH } from '../../src/scripture/languages/english.js';
import { findReferences } from '../../src/scripture/references.js';

const reader = {
  find: (text: string) => findReferences(text, 'prose'),
  nameOf: (book: string) => (book === 'Ps' ? 'Psalm' : nameOf(book, ENGLISH)),
  isCount: (after: string) => /^\s+pages/.test(after),
};
const mended = (text: string) => withEdits(text, referenceFixes(text, [{ start: 0, end: text.length }], reader).flat());

describe('references', () => {
  it.each([
    ['Rom. 8:34', 'Romans 8:34'],
    ['Romans 8.34', 'Romans 8:34'],
    ['see Rom. 8.26-27, 34; 9.1 there', 'see Romans 8:26-27, 34; 9:1 there'],
    ['1 Cor. 13.4--7', '1 Corinthians 13:4--7'],
    ['Ps. 23 and Rom.8:34', 'Psalm 23 and Romans 8:34'],
    ['(Matt. 5:3;\nLk. 6:20)', '(Matthew 5:3;\nLuke 6:20)'],
    ['in Heb.\n7:25', 'in Hebrews\n7:25'],
    ['Rom 8.34', 'Rom 8:34'],
  ])('%j become %j, and stay so', (text, right) => {
    expect(mended(text)).toBe(right);
    expect(mended(right)).toBe(right);
  });

  it.each([
    'Rom 8:34; Heb 7:25 and 1 Pet 5:6--11',
    'Romans 8:34, 35',
    'It took 8.34 seconds.',
    'We read Mark 3.5 pages of it.',
    'Dr. 8:34, No. 5, p. 12',
    'Is it 3.30? He is 3.',
    'Rom 8:3, v. 8:4, ch. 9',
  ])('are left: %j', (text) => {
    expect(mended(text)).toBe(text);
  });
});
