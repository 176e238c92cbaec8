import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HeadingLevels } from '../../../src/pdf/structure/heading-levels.js';

function levelsOf(meant: readonly number[]): number[] {
  const levels = new HeadingLevels();
  return meant.map((level) => levels.next(level));
}

describe('levels of headings', () => {
  it.each([
    ['as they were meant, where none is left out', [1, 2, 3, 2, 3, 3, 2], [1, 2, 3, 2, 3, 3, 2]],
    ['closed up, where one is', [1, 3, 5, 3, 2], [1, 2, 3, 2, 2]],
    ['those of boxes below whatever stands before', [1, 7, 2, 7, 7, 3, 7, 2], [1, 2, 2, 3, 3, 3, 4, 2]],
    ['from 1 on, whatever comes first', [4, 2, 3], [1, 1, 2]],
  ])('are %s', (_, meant, expected) => {
    expect(levelsOf(meant)).toEqual(expected);
  });

  it('never leave one out on the way down, and are 1 to 6', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 })), (meant) => {
        const levels = levelsOf(meant);
        levels.forEach((level, index) => {
          expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
          expect(level).toBeGreaterThanOrEqual(1);
          expect(level).toBeLessThanOrEqual(6);
        });
      }),
    );
  });
});
