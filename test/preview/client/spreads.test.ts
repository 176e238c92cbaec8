import { describe, expect, it } from 'vitest';
import { rowOf, sheetSides, singlesOf, spreadsOf } from '../../../src/preview/client/spreads.js';

const book = (...sides: ('recto' | 'verso')[]) => ({
  spreads: true,
  pages: sides.map((side) => ({ recto: side === 'recto' })),
});

describe('spreads', () => {
  it('leave page 1 alone in the half that is read second, and pair each verso with the recto after it', () => {
    expect(spreadsOf(book('recto', 'verso', 'recto', 'verso', 'recto'))).toEqual([
      { pages: [0], opensEmpty: true },
      { pages: [1, 2], opensEmpty: false },
      { pages: [3, 4], opensEmpty: false },
    ]);
  });

  it('leave a last verso alone in the half that is read first', () => {
    expect(spreadsOf(book('recto', 'verso')).at(-1)).toEqual({ pages: [1], opensEmpty: false });
  });

  it('do not pair two pages of the same side', () => {
    expect(spreadsOf(book('recto', 'recto', 'verso', 'verso', 'recto')).map(({ pages }) => pages)).toEqual([
      [0],
      [1],
      [2],
      [3, 4],
    ]);
  });

  it('are single pages where nothing is bound', () => {
    const pages = book('recto', 'verso', 'recto').pages;
    expect(spreadsOf({ spreads: false, pages })).toEqual(singlesOf(3));
  });

  it('hold every page once, whatever the sides are', () => {
    for (let bits = 0; bits < 64; bits++) {
      const sides = Array.from({ length: 6 }, (_, at) => (bits & (1 << at) ? 'recto' : 'verso'));
      expect(spreadsOf(book(...(sides as 'recto'[]))).flatMap(({ pages }) => pages)).toEqual([0, 1, 2, 3, 4, 5]);
    }
  });
});

it('sheets have two sides each, and a last one may have one', () => {
  expect(sheetSides(3).map(({ pages }) => pages)).toEqual([[0, 1], [2]]);
});

it('the row of a page is the one that holds it, else the first', () => {
  const rows = spreadsOf(book('recto', 'verso', 'recto', 'verso'));
  expect([0, 1, 2, 3, 9].map((page) => rowOf(rows, page))).toEqual([0, 1, 1, 2, 0]);
});
