import { describe, expect, it } from 'vitest';
import type { LaidNode } from '../../src/layout/nodes.js';
import { extendToBleed } from '../../src/pdf/bleed.js';

const TRIM = { width: 400, height: 600 };
const node = (type: string, left: number, top: number, width: number, height: number, more = {}): LaidNode => ({
  type,
  box: { left, top, width, height },
  style: {},
  props: {},
  ...more,
});
const filled = { style: { backgroundColor: '#123456' } };

describe('bleed', () => {
  it('draws grounds on over the edges that they touch, and no others', () => {
    const [whole, band, inner] = extendToBleed(
      [node('VIEW', 0, 0, 400, 600, filled), node('VIEW', 0, 100, 60, 50, filled), node('VIEW', 9, 9, 9, 9, filled)],
      TRIM,
      8,
    );
    expect(whole?.box).toMatchObject({ left: -8, top: -8, width: 416, height: 616 });
    expect(band?.box).toMatchObject({ left: -8, top: 100, width: 68, height: 50 });
    expect(inner?.box).toMatchObject({ left: 9, top: 9, width: 9, height: 9 });
  });

  it('leaves what stands on a ground where it was', () => {
    const child = node('TEXT', 40, 60, 100, 20);
    const [ground] = extendToBleed([node('VIEW', 0, 0, 400, 600, { ...filled, children: [child] })], TRIM, 8);
    expect(ground?.children?.[0]?.box).toMatchObject({ left: 48, top: 68, width: 100, height: 20 });
  });

  it.each([
    ['xMidYMid', 'slice'],
    ['xMidYMid', 'meet'],
    ['xMinYMax', 'slice'],
    ['none', 'meet'],
  ])('shows more of a drawing at the same scale and place (%s %s)', (align, meetOrSlice) => {
    const viewBox = { minX: 10, minY: 20, maxX: 300, maxY: 500 };
    const props = { viewBox, preserveAspectRatio: { align, meetOrSlice } };
    const svg = node('SVG', 0, 0, 400, 600, { props });
    const [grown] = extendToBleed([svg], TRIM, 8);
    const before = placed(svg);
    const after = placed(grown as LaidNode);
    for (const [x, y] of [
      [10, 20],
      [150, 400],
    ] as const) {
      const was = before(x, y);
      const is = after(x, y);
      expect(is[0]).toBeCloseTo(was[0], 6);
      expect(is[1]).toBeCloseTo(was[1], 6);
    }
  });
});

/** Where SVG 2 (8.6, 8.10) puts a point of a drawing on the page. */
function placed({ box, props }: LaidNode): (x: number, y: number) => [number, number] {
  const view = props.viewBox as { minX: number; minY: number; maxX: number; maxY: number };
  const { align, meetOrSlice } = props.preserveAspectRatio as { align: string; meetOrSlice: string };
  const scales = [box.width / view.maxX, box.height / view.maxY] as const;
  const one = meetOrSlice === 'slice' ? Math.max(...scales) : Math.min(...scales);
  const [sx, sy] = align === 'none' ? scales : [one, one];
  const share = (word: string) => ({ Min: 0, Mid: 0.5, Max: 1 })[word] ?? 0;
  const dx = (box.width - view.maxX * sx) * share(align.slice(1, 4));
  const dy = (box.height - view.maxY * sy) * share(align.slice(5));
  return (x, y) => [box.left + dx + (x - view.minX) * sx, box.top + dy + (y - view.minY) * sy];
}
