import { describe, expect, it } from 'vitest';
import { findSpans, foldQuery, searchText } from '../../../src/preview/client/search-text.js';

/** Runs from lines: each line is one run. */
const lines = (...texts: string[]) => texts.map((text) => ({ text, endsLine: true }));
const find = (query: string, ...texts: string[]) => findSpans(searchText(lines(...texts)), foldQuery(query));

describe('search', () => {
  it('tells from where to where a hit stands', () => {
    expect(find('pray', 'We pray.', 'Pray!')).toEqual([
      { from: { run: 0, at: 3 }, to: { run: 0, at: 7 } },
      { from: { run: 1, at: 0 }, to: { run: 1, at: 4 } },
    ]);
  });

  it.each([
    ['case', 'LORD', 'the Lord'],
    ['accents', 'oracion', 'La oración'],
    ['accents in the query', 'oración', 'LA ORACION'],
    ['accents that are characters of their own', 'oracio\u0301n', 'oración'],
    ['a ligature', 'fish', 'two \ufb01sh'],
    ['sharp s', 'strasse', 'Straße'],
    ['points of Hebrew', 'שלום', 'שָׁלוֹם'],
    ['a final sigma', 'λόγος', 'ΛΟΓΟΣ'],
    ['curly quotation marks', "God's", 'God’s'],
    ['a long dash between figures', '5:1-11', 'Luke 5:1–11'],
    ['white space', 'two  words', 'two\u00a0words'],
    ['an invisible character', 'word', 'wo\u200brd'],
  ])('overlooks %s', (_, query, text) => {
    expect(find(query, text)).toHaveLength(1);
  });

  it.each([
    ['a soft hyphen', 'interces\u00ad', 'sion'],
    ['a hyphen', 'interces-', 'sion'],
    ['a printed hyphen', 'interces\u2010', 'sion'],
  ])('finds a word that the end of a line divides by %s', (_, first, second) => {
    expect(find('intercession', `His ${first}`, `${second} for us`)).toEqual([
      { from: { run: 0, at: 4 }, to: { run: 1, at: 4 } },
    ]);
  });

  it('finds words with a hyphen of their own, wherever a line ends', () => {
    expect(find('well-known', 'a well-known word')).toHaveLength(1);
    expect(find('well-known', 'a well-', 'known word')).toHaveLength(1);
  });

  it('keeps a space where a line ends between words', () => {
    expect(find('for us', 'He prays for', 'us')).toHaveLength(1);
    expect(find('forus', 'He prays for', 'us')).toHaveLength(0);
  });

  it('finds what goes over several runs, some of them empty', () => {
    const runs = [
      { text: 'The ', endsLine: false },
      { text: 'Lord', endsLine: false },
      { text: '', endsLine: true },
      { text: 'prays', endsLine: false },
    ];
    expect(findSpans(searchText(runs), foldQuery('lord prays'))).toEqual([
      { from: { run: 1, at: 0 }, to: { run: 3, at: 5 } },
    ]);
  });

  it('counts one hit once', () => {
    expect(find('aa', 'aaaa')).toHaveLength(2);
  });

  it('finds nothing for nothing', () => {
    expect(find('  ', 'words')).toEqual([]);
    expect(find('-', 'a – b')).toHaveLength(1);
  });

  it('shows what was found as it is printed', () => {
    const { text, shown } = searchText(lines('God’s \ufb01sh'));
    expect([text.trim(), shown.join('').trim()]).toEqual(["god's fish", 'God’s \ufb01sh']);
  });
});
