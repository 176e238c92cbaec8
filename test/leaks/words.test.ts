import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/leaks/words.js';

const letters = (text: string) => wordsOf(text).map((word) => word.letters);

describe('wordsOf', () => {
  it.each([
    ['Grace and TRUTH', ['grace', 'and', 'truth']],
    ["God’s, God's and God‘s", ['gods', 'gods', 'and', 'gods']],
    ['ﬁnd oﬃce ſuch œuvre Æneas', ['find', 'office', 'such', 'oeuvre', 'aeneas']],
    ['inter\u00adces\u00ad\nsion', ['intercession']],
    ['zero\u200bwidth', ['zerowidth']],
    ['café cafe\u0301 CAFÉ', ['cafe', 'cafe', 'cafe']],
    ['Straße STRASSE', ['strasse', 'strasse']],
    ['ΛΌΓΟΣ λόγος', ['λογοσ', 'λογοσ']],
    ['𝐁𝐨𝐥𝐝 Ｗｉｄｅ', ['bold', 'wide']],
    ['priest1 Rom8:26 1st', ['priest', '1', 'rom', '8', '26', '1', 'st']],
    ['word¹', ['word', '1']],
    ['בְּרֵאשִׁית', ['בראשית']],
    ['祷告', ['祷', '告']],
    ['— … “” !', []],
  ])('reads %j', (text, words) => {
    expect(letters(text)).toEqual(words);
  });

  it('tells where each word stands and which are numbers', () => {
    expect(wordsOf('so 40\u00adx days')).toEqual([
      { letters: 'so', isNumber: false, start: 0, end: 2 },
      { letters: '40', isNumber: true, start: 3, end: 5 },
      { letters: 'x', isNumber: false, start: 6, end: 7 },
      { letters: 'days', isNumber: false, start: 8, end: 12 },
    ]);
  });

  it('is quick with signs that lead nowhere', () => {
    const text = `${'a\u00ad'.repeat(20_000)} ${'\u00ad \n'.repeat(20_000)} ${"a'".repeat(20_000)}`;
    const start = performance.now();
    expect(wordsOf(text)).toHaveLength(2);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
