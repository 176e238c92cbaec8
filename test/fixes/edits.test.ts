import { describe, expect, it } from 'vitest';
import { offsetOf, plainSource, withEdits } from '../../src/fixes/edits.js';

describe('withEdits', () => {
  it('makes edits in any order and leaves all else', () => {
    const edits = [
      { start: 4, end: 5, text: 'Y' },
      { start: 0, end: 1, text: 'X!' },
    ];
    expect(withEdits('abcdef', edits)).toBe('X!bcdYf');
    expect(withEdits('abc', [])).toBe('abc');
  });
});

describe('plainSource', () => {
  it('finds the way back through a byte order mark and every kind of line end', () => {
    const source = '\uFEFFone\r\ntwo\rthree\nfour\r\n';
    const { text, inSource } = plainSource(source);
    expect(text).toBe('one\ntwo\nthree\nfour\n');
    for (const word of ['one', 'two', 'three', 'four']) {
      const start = text.indexOf(word);
      const [edit] = inSource([{ start, end: start + word.length, text: '' }]);
      expect(source.slice(edit?.start, edit?.end)).toBe(word);
    }
  });
});

describe('offsetOf', () => {
  it('counts lines and columns from 1', () => {
    expect([
      'a\nbcd\n'.charAt(offsetOf('a\nbcd\n', { line: 2, column: 2 })),
      offsetOf('a', { line: 1, column: 1 }),
    ]).toEqual(['c', 0]);
  });
});
