import type { Size } from '../geometry/frame.js';
import { mm } from '../geometry/units.js';
import type { PressSheet } from './target.js';

/** Distance of crop marks from the bleed, so that no mark is ever cut into the product; and their length. */
const GAP = mm(1);
const LENGTH = mm(5);
/** Radius of a registration mark's ring, and how far its cross reaches. */
const RING = mm(1.4);
const CROSS = mm(2.4);
/** Thickness of every mark, in points. */
const STROKE = 0.25;
/** Share of a circle's radius at which the handles of a Bézier quarter stand. */
const KAPPA = 0.5523;

/**
 * Path operators of crop marks at the four corners and registration marks in the middle of each side, with the origin
 * at the left upper corner of the trim and y downward. The colour to stroke with is the caller's.
 */
export function markOperators({ width, height }: Size, { bleed }: Pick<PressSheet, 'bleed'>): string[] {
  const near = bleed + GAP;
  const far = near + LENGTH;
  const out = [`${STROKE} w`];
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    out.push(`${n(x1)} ${n(y1)} m ${n(x2)} ${n(y2)} l S`);
  for (const y of [0, height]) {
    line(-far, y, -near, y);
    line(width + near, y, width + far, y);
  }
  for (const x of [0, width]) {
    line(x, -far, x, -near);
    line(x, height + near, x, height + far);
  }
  const middle = near + LENGTH / 2;
  const centres = [
    [width / 2, -middle],
    [width / 2, height + middle],
    [-middle, height / 2],
    [width + middle, height / 2],
  ] as const;
  for (const [x, y] of centres) {
    line(x - CROSS, y, x + CROSS, y);
    line(x, y - CROSS, x, y + CROSS);
    out.push(ring(x, y));
  }
  return out;
}

/** Where the slug line's baseline begins, from the left lower corner of the trim, in points; and how long it may be. */
export function slugPlace({ width, height }: Size, { bleed, slug }: Pick<PressSheet, 'bleed' | 'slug'>) {
  return { x: 0, y: height + bleed + slug - mm(1.6), width };
}

function ring(x: number, y: number): string {
  const k = RING * KAPPA;
  const quarter = (...points: number[]) => `${points.map(n).join(' ')} c`;
  return [
    `${n(x + RING)} ${n(y)} m`,
    quarter(x + RING, y + k, x + k, y + RING, x, y + RING),
    quarter(x - k, y + RING, x - RING, y + k, x - RING, y),
    quarter(x - RING, y - k, x - k, y - RING, x, y - RING),
    quarter(x + k, y - RING, x + RING, y - k, x + RING, y),
    's',
  ].join(' ');
}

function n(value: number): number {
  return Math.round(value * 1e3) / 1e3 + 0;
}
