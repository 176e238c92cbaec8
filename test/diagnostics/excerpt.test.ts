import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../src/diagnostics/excerpt.js';

const at = (line: number, column: number, endColumn?: number, endLine = line) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn ?? column + 1 },
});

/** The line that is meant, and under it what is marked. */
function shown(text: string, place: Parameters<typeof excerptOf>[1]): [string, string] {
  const { lines = [], caret = { at: 0, start: 0, end: 0 } } = excerptOf(text, place) ?? {};
  const line = lines[caret.at] ?? '';
  return [line, ' '.repeat(caret.start) + '^'.repeat(caret.end - caret.start)];
}

describe('excerptOf', () => {
  it('shows two lines before and after, as many as there are', () => {
    const text = 'one\ntwo\nthree\nfour\nfive\nsix\n';
    expect(excerptOf(text, at(4, 2, 4))).toEqual({
      from: 2,
      lines: ['two', 'three', 'four', 'five', 'six'],
      caret: { at: 2, start: 1, end: 3 },
    });
    expect(excerptOf(text, at(1, 1))).toMatchObject({ from: 1, lines: ['one', 'two', 'three'], caret: { at: 0 } });
    expect(excerptOf(text, at(6, 1))).toMatchObject({ from: 4, lines: ['four', 'five', 'six'], caret: { at: 2 } });
    expect(excerptOf(text, at(9, 1))).toBeUndefined();
    expect(excerptOf(text, { line: 0, column: 1 })).toBeUndefined();
    expect(excerptOf('', at(1, 1))).toEqual({ from: 1, lines: [''], caret: { at: 0, start: 0, end: 1 } });
  });

  it('counts lines and columns as editors do, with any line ends and a byte order mark', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `\ufeffone${end}two words${end}three${end}`;
      expect(excerptOf(text, at(2, 5, 10))).toEqual({
        from: 1,
        lines: ['one', 'two words', 'three'],
        caret: { at: 1, start: 4, end: 9 },
      });
      expect(shown(text, at(1, 1, 4))).toEqual(['one', '^^^']);
    }
  });

  it('puts spaces for tabs', () => {
    expect(shown('\t- a\tb', at(1, 6, 7))).toEqual(['    - a b', '        ^']);
    expect(shown('ab\tc', at(1, 3, 4))).toEqual(['ab  c', '  ^^']);
  });

  it('marks a place that goes on to the end of its first line, and at least one column', () => {
    expect(shown('some words\nmore', at(1, 6, 3, 2))).toEqual(['some words', '     ^^^^^']);
    expect(shown('some', { line: 1, column: 2 })).toEqual(['some', ' ^']);
    expect(shown('some', at(1, 2, 2))).toEqual(['some', ' ^']);
    expect(shown('some', at(1, 40, 50))).toEqual(['some', '    ^']);
    expect(shown('some   ', at(1, 1, 8))).toEqual(['some', '^^^^']);
  });

  it('cuts long lines round the caret', () => {
    const words = Array.from({ length: 100 }, (_, n) => `word${n}`).join(' ');
    const start = words.indexOf('word70');
    const [line, mark] = shown(words, at(1, start + 1, start + 7));
    expect(line).toHaveLength(120);
    expect(line).toMatch(/^….*…$/);
    expect(line.slice(mark.indexOf('^'), mark.length)).toBe('word70');
    const last = words.indexOf('word99');
    const [end, endMark] = shown(words, at(1, last + 1, last + 7));
    expect(end.slice(endMark.indexOf('^'))).toBe('word99');
    expect(shown(words, at(1, 1, 6))[0]).toMatch(/^word0 .*…$/);
    expect(excerptOf(`${words}\nx`, at(2, 1))?.lines[0]).toHaveLength(120);
  });

  it('makes visible what cannot be seen', () => {
    expect(shown('a\u202eb\u001b[31mc', at(1, 3, 4))).toEqual(['a\ufffdb\ufffd[31mc', '  ^']);
  });

  it('marks a place within the line, whatever text and place', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\n', '\r\n', '𝔸', 'é', '\u200f'), maxLength: 400 });
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(400), fc.nat(400), (source, line, from, to) => {
        const found = excerptOf(source, at(line + 1, from + 1, to + 1));
        if (!found) return;
        const { at: index, start, end } = found.caret;
        const meant = found.lines[index] ?? '';
        expect(start).toBeGreaterThanOrEqual(0);
        expect(start).toBeLessThanOrEqual(meant.length);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(Math.max(meant.length, start + 1));
        for (const one of found.lines) {
          expect(one.length).toBeLessThanOrEqual(120);
          expect(one.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
