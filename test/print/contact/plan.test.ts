import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAPERS, TRIMS } from '../../../src/geometry/frame.js';
import { type Place, planContact } from '../../../src/print/contact/plan.js';

const sizes = fc.record({ width: fc.integer({ min: 120, max: 900 }), height: fc.integer({ min: 120, max: 900 }) });

describe('the plan of contact sheets', () => {
  it.each([
    ['letter', 'half-letter'],
    ['a4', 'a5'],
  ] as const)('has three rows on %s', (paper, trim) => {
    const { sheets } = planContact(PAPERS[paper], TRIMS[trim], 7, 4);
    expect(sheets.map((rows) => rows.length)).toEqual([3, 3, 1]);
  });

  it('keeps every page on its sheet, apart from the others and in the proportions of the trim', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(PAPERS)),
        sizes,
        fc.integer({ min: 1, max: 9 }),
        (paper, trim, rows) => {
          const plan = planContact(paper, trim, rows, 4);
          expect(plan.sheets.flat()).toHaveLength(rows);
          for (const sheet of plan.sheets) {
            const places = [plan.head, ...sheet.flatMap(({ caption, pages }) => [caption, ...pages])];
            for (const place of places) expect(within(place, paper)).toBe(true);
            for (const [index, one] of places.entries())
              for (const other of places.slice(index + 1)) expect(overlap(one, other)).toBe(false);
            for (const { pages } of sheet)
              for (const { width, height } of pages) expect(width / height).toBeCloseTo(trim.width / trim.height, 5);
          }
        },
      ),
    );
  });
});

const NEAR = 1e-6;

function within({ left, top, width, height }: Place, sheet: { width: number; height: number }): boolean {
  return left >= 0 && top >= 0 && left + width <= sheet.width + NEAR && top + height <= sheet.height + NEAR;
}

function overlap(a: Place, b: Place): boolean {
  return (
    a.left + a.width > b.left + NEAR &&
    b.left + b.width > a.left + NEAR &&
    a.top + a.height > b.top + NEAR &&
    b.top + b.height > a.top + NEAR
  );
}
