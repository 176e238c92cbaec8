import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../src/document/foreign.js';

describe('words in the letters of another language', () => {
  it.each([
    ['no such word', ['no such word']],
    ['the word (ἐντυγχάνειν), to meet', ['the word (', 'grc:ἐντυγχάνειν),', ' to meet']],
    ['ἡ πίστις, ἡ ἀγάπη', ['grc:ἡ πίστις, ἡ ἀγάπη']],
    ['ἀλλ’ ἵνα — so that', ['grc:ἀλλ’ ἵνα', ' — so that']],
    ['The verb פגע means, and פָּגַע too.', ['The verb ', 'he:פגע', ' means, and ', 'he:פָּגַע', ' too.']],
    ['λόγος/דבר', ['grc:λόγος/', 'he:דבר']],
    ['verse 3 (πᾶς 4)', ['verse 3 (', 'grc:πᾶς', ' 4)']],
  ])('“%s”', (text, stretches) => {
    const found = stretchesOf(text, 'en');
    expect(found.map((part) => (part.lang ? `${part.lang}:${part.text}` : part.text))).toEqual(stretches);
    expect(found.map((part) => part.text).join('')).toBe(text);
  });

  it('are no foreign words in a booklet of that language', () => {
    expect(stretchesOf('ὁ λόγος, דבר', 'el-GR')).toEqual([{ text: 'ὁ λόγος, ' }, { text: 'דבר', lang: 'he' }]);
    expect(stretchesOf('ὁ λόγος', 'grc')).toEqual([{ text: 'ὁ λόγος' }]);
    expect(stretchesOf('דבר', 'he')).toEqual([{ text: 'דבר' }]);
  });
});
