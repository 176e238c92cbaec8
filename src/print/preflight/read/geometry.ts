/** An area by its edges, in points; y grows upward as in a PDF. */
export interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** A transformation (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Larger than any page, so that nothing is cut off by it. */
export const EVERYWHERE: Box = { left: -1e7, bottom: -1e7, right: 1e7, top: 1e7 };

/** First `one`, then `other`. */
export function multiply(one: Matrix, other: Matrix): Matrix {
  const [a, b, c, d, e, f] = one;
  const [g, h, i, j, k, l] = other;
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How much lengths grow, on the average of all directions. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Whether what is upright before the transformation stands on a side of the page after it. */
export function isSquare([a, b, c, d]: Matrix): boolean {
  const small = 1e-6 * (Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d));
  return (Math.abs(b) <= small && Math.abs(c) <= small) || (Math.abs(a) <= small && Math.abs(d) <= small);
}

/** The least box round points. */
export function around(points: readonly (readonly [number, number])[]): Box {
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const point of points) reach(box, point);
  return box;
}

/** Makes a box reach to a point as well. */
export function reach(box: Box, [x, y]: readonly [number, number]): void {
  box.left = Math.min(box.left, x);
  box.right = Math.max(box.right, x);
  box.bottom = Math.min(box.bottom, y);
  box.top = Math.max(box.top, y);
}

/** A box after a transformation, and what lies around it where it was turned. */
export function transformed(matrix: Matrix, { left, bottom, right, top }: Box): Box {
  return around([
    apply(matrix, left, bottom),
    apply(matrix, right, bottom),
    apply(matrix, right, top),
    apply(matrix, left, top),
  ]);
}

/** What two boxes have in common; undefined when nothing. */
export function common(one: Box, other: Box): Box | undefined {
  const box = {
    left: Math.max(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
    top: Math.min(one.top, other.top),
  };
  return box.right >= box.left && box.top >= box.bottom ? box : undefined;
}

export function inset({ left, bottom, right, top }: Box, by: number): Box {
  return { left: left + by, bottom: bottom + by, right: right - by, top: top - by };
}

/** Whether a box lies in another, give or take so many points. */
export function isWithin(inner: Box, outer: Box, slack = 0): boolean {
  return (
    inner.left >= outer.left - slack &&
    inner.bottom >= outer.bottom - slack &&
    inner.right <= outer.right + slack &&
    inner.top <= outer.top + slack
  );
}

export const widthOf = ({ left, right }: Box): number => right - left;
export const heightOf = ({ bottom, top }: Box): number => top - bottom;

/** Whether all its edges are somewhere. */
export function isPlaced({ left, bottom, right, top }: Box): boolean {
  return Number.isFinite(left + bottom + right + top);
}
