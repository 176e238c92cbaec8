import { describe, expect, it } from 'vitest';
import { divideAddress, spelled } from '../../src/document/address.js';
import { externalLinks } from '../../src/document/external-links.js';
import type { EditionLesson } from '../../src/edition/model.js';
import type { Block, Inline } from '../../src/lesson/model.js';

const link = (href: string, ...words: string[]): Inline => ({
  type: 'link',
  href,
  children: words.map((value): Inline => ({ type: 'text', value })),
});
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

const lesson: EditionLesson = {
  id: 'one',
  file: 'one.md',
  number: 1,
  title: 'One',
  passages: [],
  aim: [link('https://a.test/aim', 'the aim')],
  glance: { prepare: [paragraph(link('https://a.test/map', 'the map'))], timing: [], paths: [], total: 0 },
  body: [
    { type: 'prepare', children: [paragraph(link('https://a.test/map', 'the map'))] },
    paragraph(link('#two', 'inside'), { type: 'emphasis', children: [link('https://a.test/b', 'first ', 'words')] }),
    paragraph(link('https://a.test/b', 'other words'), { type: 'blank', answer: [link('mailto:a@b.test', 'A')] }),
  ],
  footnotes: [{ number: 1, id: 'note-n', children: [paragraph(link('http://a.test/note', ''))] }],
};

describe('links out of the booklet', () => {
  it('are numbered in reading order, each address once, with the words of its first link', () => {
    expect(externalLinks(lesson).map(({ number, href, words }) => `${number} ${href} ${words}`)).toEqual([
      '1 https://a.test/aim the aim',
      '2 https://a.test/map the map',
      '3 https://a.test/b first words',
      '4 mailto:a@b.test A',
      '5 http://a.test/note ',
    ]);
  });
});

describe('an address on paper', () => {
  it('is whole, but for “mailto:”', () => {
    expect(spelled('https://example.org/')).toBe('https://example.org/');
    expect(spelled('MAILTO:office@example.org')).toBe('office@example.org');
  });

  it.each([
    ['https://example.org/a-b/c_d?e=f&g', 'https://|example|.org|/a|-b|/c|_d|?e|=f|&g'],
    ['office@example.org', 'office|@example|.org'],
    ['http://x.test//double', 'http://|x|.test|//double'],
    ['https://x.test/abcdefghijklmnopqrstuvwxyz', 'https://|x|.test|/abcdefghijklmno|pqrstuvwxyz'],
  ])('is divided before its signs: %s', (address, divided) => {
    expect(divideAddress(address).join('|')).toBe(divided);
  });
});
