import { describe, expect, it } from 'vitest';
import { lineCount } from '../../src/document/writing.js';

describe('how many lines there are to write on', () => {
  it('is what an edition makes of what is asked for, to the nearest line', () => {
    expect([1, 3, 5].map((asked) => lineCount(asked, { lines: 1.5, stretch: 1 }))).toEqual([2, 5, 8]);
  });

  it.each([0.5, 0.75, 0.8, 0.95, 1.125, 1.25, 1.4, 1.5, 3])('stays within %s of it', (stretch) => {
    for (let asked = 0; asked <= 40; asked += 1) {
      const ratio = lineCount(asked, { lines: 1, stretch }) / (asked || 1);
      const [least, most] = [Math.min(1, stretch), Math.max(1, stretch)];
      expect(asked === 0 ? least : ratio, `${asked} lines`).toBeGreaterThanOrEqual(least - 1e-9);
      expect(ratio, `${asked} lines`).toBeLessThanOrEqual(most + 1e-9);
    }
  });

  it('is whole where the product is, however it is rounded', () => {
    expect(lineCount(10, { lines: 1, stretch: 1.1 })).toBe(11);
    expect(lineCount(10, { lines: 1, stretch: 1 - 0.1 * 3 })).toBe(7);
  });
});
