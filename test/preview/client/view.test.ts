import { describe, expect, it } from 'vitest';
import { fileName } from '../../../src/preview/client/file-name.js';
import { GAP, HEAD, rowAt, rowsBetween, rowsHeight, rowTop } from '../../../src/preview/client/rows.js';
import { commandOf, type Pressed } from '../../../src/preview/client/shortcuts.js';
import { duration, totalsText, variableLabel, variableNames } from '../../../src/preview/client/words.js';
import { nextZoom, scaleFor, snapped, snappedLength, zoomText } from '../../../src/preview/client/zoom.js';

describe('rows', () => {
  const layout = { count: 5, height: 300 };

  it('lie one under the other', () => {
    expect([0, 1, 4].map((row) => rowTop(layout, row))).toEqual([HEAD, HEAD + 300 + GAP, HEAD + 4 * (300 + GAP)]);
    expect(rowsHeight(layout)).toBe(rowTop(layout, 5));
  });

  it('are found by height', () => {
    expect([0, HEAD, HEAD + 299, HEAD + 300 + GAP, 99_999].map((y) => rowAt(layout, y))).toEqual([0, 0, 0, 1, 4]);
  });

  it('are seen when any of their pages is, and not when only the gap beneath is', () => {
    expect(rowsBetween(layout, 0, 200)).toEqual({ first: 0, last: 0 });
    expect(rowsBetween(layout, 200, 500)).toEqual({ first: 0, last: 1 });
    expect(rowsBetween(layout, HEAD + 301, 600)).toEqual({ first: 1, last: 1 });
    expect(rowsBetween({ count: 0, height: 300 }, 0, 200)).toEqual({ first: 0, last: 0 });
  });
});

describe('zoom', () => {
  const page = { width: 396, height: 612 };

  it('fits the width or the page, and never makes it more than twice as large', () => {
    expect(scaleFor('width', page, { width: 792, height: 100 })).toBe(2);
    expect(scaleFor('page', page, { width: 792, height: 612 })).toBe(1);
    expect(scaleFor('width', page, { width: 9999, height: 100 })).toBeCloseTo(8 / 3);
    expect(scaleFor(1, page, { width: 10, height: 10 })).toBeCloseTo(4 / 3);
  });

  it('goes up and down in steps', () => {
    const trueSize = 4 / 3;
    expect(nextZoom(trueSize, 1)).toBe(1.25);
    expect(nextZoom(trueSize, -1)).toBe(0.8);
    expect(nextZoom(trueSize * 4, 1)).toBe(4);
    expect(zoomText(trueSize * 1.5)).toBe('150 %');
  });

  it('makes pages whole device pixels wide and high', () => {
    for (const density of [1, 1.5, 2, 3]) {
      const scale = snapped(1.2345, page.width, density);
      expect(scale).toBeLessThanOrEqual(1.2345);
      expect((page.width * scale * density) % 1).toBeCloseTo(0);
      expect((snappedLength(page.height * scale, density) * density) % 1).toBeCloseTo(0);
    }
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  });

  it('turn pages in the direction of reading', () => {
    expect(commandOf(press('ArrowRight'), false, true)).toEqual({ kind: 'step', by: 1 });
    expect(commandOf(press('ArrowRight'), true, true)).toEqual({ kind: 'step', by: -1 });
    expect(commandOf(press('ArrowLeft'), true, true)).toEqual({ kind: 'step', by: 1 });
    expect(commandOf(press('PageDown'), true, true)).toEqual({ kind: 'step', by: 1 });
  });

  it('choose views, search and help', () => {
    expect(commandOf(press('4'), false, true)).toEqual({ kind: 'view', number: 4 });
    expect(commandOf(press('/'), false, true)).toEqual({ kind: 'search' });
    expect(commandOf(press('f', { ctrlKey: true }), false, true)).toEqual({ kind: 'search' });
    expect(commandOf(press('?', { shiftKey: true }), false, true)).toEqual({ kind: 'help' });
  });

  it('leave the browser its own', () => {
    expect(commandOf(press('1', { ctrlKey: true }), false, true)).toBeUndefined();
    expect(commandOf(press('ArrowLeft', { altKey: true }), false, true)).toBeUndefined();
    expect(commandOf(press('f', { ctrlKey: true, shiftKey: true }), false, true)).toBeUndefined();
    expect(commandOf(press('q'), false, true)).toBeUndefined();
  });

  it('do nothing by themselves where single keys are switched off, but for those that are no characters', () => {
    for (const key of ['1', '/', '?', '+', 'w']) expect(commandOf(press(key), false, false)).toBeUndefined();
    expect(commandOf(press('PageUp'), false, false)).toEqual({ kind: 'step', by: -1 });
    expect(commandOf(press('f', { metaKey: true }), false, false)).toEqual({ kind: 'search' });
  });
});

describe('words', () => {
  it('tell what an edition comes to, and nothing that it has not', () => {
    expect(totalsText({ pages: 64, sheets: 16, words: 12_480, minutes: 450 })).toEqual([
      '64 pages',
      '16 sheets',
      '12,480 words',
      '7 h 30 min',
    ]);
    expect(totalsText({ pages: 1, sheets: 0, words: 1, minutes: 0 })).toEqual(['1 page', '1 word']);
    expect([0, 45, 60, 61].map(duration)).toEqual(['0 min', '45 min', '1 h', '1 h 1 min']);
  });

  it('put the church first and call it by its name', () => {
    expect(variableNames({ meets: '', church: '', 'meeting-place': '' })).toEqual(['church', 'meets', 'meeting-place']);
    expect(['church', 'meets', 'meeting-place'].map(variableLabel)).toEqual([
      'Name of your church',
      'Meets',
      'Meeting place',
    ]);
  });
});

it('a downloaded file is called as the server calls it', () => {
  expect(fileName('attachment; filename="a b.pdf"')).toBe('a b.pdf');
  expect(fileName('attachment; filename=a.pdf; x=y')).toBe('a.pdf');
  expect(fileName("attachment; filename=x.pdf; filename*=UTF-8''Gebet%20%C3%BC.pdf")).toBe('Gebet ü.pdf');
  expect(fileName(null)).toBeUndefined();
});
