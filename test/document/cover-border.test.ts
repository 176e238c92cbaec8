import { describe, expect, it } from 'vitest';
import { borderArt } from '../../src/document/cover-border.js';
import { TRIMS } from '../../src/geometry/frame.js';

const BORDER = { corner: '<path d="c"/>', edge: '<path d="e"/>', depth: 42, repeat: 40 };

/** For each side: how many repeats it has, and where the last ends, in the drawing's own lengths. */
function sidesOf(svg: string): { count: number; end: number; scale: number }[] {
  return svg
    .split('<path d="c"/>')
    .slice(1)
    .map((side, index) => {
      const repeats = [...side.matchAll(/translate\(([\d.]+) 0\) scale\(([\d.]+) 1\) translate\(-42 0\)/g)];
      const [, at = 0, share = 0] = (repeats.at(-1) ?? []).map(Number);
      const scale = Number([...svg.matchAll(/ scale\(([\d.]+)\)"/g)][index]?.[1]);
      return { count: repeats.length, end: at + share * BORDER.repeat, scale };
    });
}

describe('the border of a page', () => {
  it.each(Object.entries(TRIMS))('has whole repeats between its corners on a page of %s', (_, size) => {
    const svg = borderArt(BORDER, size);
    const sides = sidesOf(svg);
    expect(sides).toHaveLength(4);
    for (const [index, { count, end, scale }] of sides.entries()) {
      const length = index % 2 === 0 ? size.width : size.height;
      expect(scale).toBeCloseTo(size.width / 396, 3);
      expect(end).toBeCloseTo(length / scale - BORDER.depth, 1);
      // Nobody sees a tenth more or less.
      expect((length / scale - 2 * BORDER.depth) / (count * BORDER.repeat)).toBeGreaterThan(0.9);
      expect((length / scale - 2 * BORDER.depth) / (count * BORDER.repeat)).toBeLessThan(1.1);
    }
  });

  it('has at least one repeat where there is no room for any', () => {
    expect(sidesOf(borderArt(BORDER, { width: 60, height: 60 })).map(({ count }) => count)).toEqual([1, 1, 1, 1]);
  });
});
