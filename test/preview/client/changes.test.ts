import { describe, expect, it } from 'vitest';
import { changedPages, samePlace } from '../../../src/preview/client/changes.js';

const page = (part: string, index: number) => ({ part, index, label: '', recto: true });

describe('changed pages', () => {
  const before = [page('a', 0), page('b', 0), page('b', 1)];

  it('are those whose part or place in it is another, and those that are new', () => {
    expect(changedPages(before, [page('a', 0), page('c', 0), page('b', 1), page('b', 2)])).toEqual([1, 3]);
  });

  it('are none where everything is as it was', () => {
    expect(changedPages(before, [...before])).toEqual([]);
  });

  it('are all after one that was put in between', () => {
    expect(changedPages(before, [page('a', 0), page('a', 1), page('b', 0), page('b', 1)])).toEqual([1, 2, 3]);
  });
});

describe('the same place in another book', () => {
  const book = (count: number, anchors: Record<string, number>) => ({ pages: Array.from({ length: count }), anchors });

  it('is the same page where nothing moved', () => {
    const same = book(20, { first: 4, second: 10 });
    expect(Array.from({ length: 20 }, (_, at) => samePlace(same, same, at))).toEqual(
      Array.from({ length: 20 }, (_, at) => at),
    );
  });

  it('moves with the anchor before it', () => {
    const from = book(20, { first: 4, second: 10 });
    const to = book(22, { first: 4, second: 12 });
    expect([4, 5, 10, 11].map((at) => samePlace(from, to, at))).toEqual([4, 5, 12, 13]);
  });

  it('does not run past the next anchor where pages were taken out', () => {
    const from = book(20, { first: 4, second: 10 });
    const to = book(16, { first: 4, second: 6 });
    expect(samePlace(from, to, 9)).toBe(6);
  });

  it('goes by anchors that both have', () => {
    const from = book(20, { first: 2, 'only-here': 8, second: 12 });
    const to = book(40, { first: 6, second: 30 });
    expect(samePlace(from, to, 9)).toBe(13);
  });

  it('stays within the book, and needs no anchors', () => {
    expect(samePlace(book(20, {}), book(5, {}), 12)).toBe(4);
    expect(samePlace(book(20, {}), book(0, {}), 12)).toBe(0);
    expect(samePlace(book(20, { a: 0 }), book(3, { a: 0 }), 12)).toBe(2);
  });

  it('takes no anchor from what every object has', () => {
    expect(samePlace(book(9, { constructor: 5 }), book(9, {}), 6)).toBe(6);
  });
});
