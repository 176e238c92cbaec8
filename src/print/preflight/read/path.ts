import { apply, around, type Box, isSquare, type Matrix, scaleOf } from './geometry.js';

/** A path under construction (ISO 32000-1, 8.5.2), in points of the page. */
export class Path {
  #points: [number, number][] = [];
  /** The corners of each part, while all of them are straight. */
  #parts: [number, number][][] = [];
  #straight = true;

  move(matrix: Matrix, x: number, y: number): void {
    const point = apply(matrix, x, y);
    this.#parts.push([point]);
    this.#points.push(point);
  }

  line(matrix: Matrix, x: number, y: number): void {
    const point = apply(matrix, x, y);
    this.#parts.at(-1)?.push(point);
    this.#points.push(point);
  }

  /** A curve: its control points contain it. */
  curve(matrix: Matrix, coordinates: readonly number[]): void {
    this.#straight = false;
    for (let index = 0; index + 1 < coordinates.length; index += 2) {
      this.#points.push(apply(matrix, coordinates[index] as number, coordinates[index + 1] as number));
    }
  }

  rectangle(matrix: Matrix, x: number, y: number, width: number, height: number): void {
    this.move(matrix, x, y);
    this.line(matrix, x + width, y);
    this.line(matrix, x + width, y + height);
    this.line(matrix, x, y + height);
  }

  clear(): void {
    this.#points = [];
    this.#parts = [];
    this.#straight = true;
  }

  /** The box around all of it; undefined where there is nothing. */
  get box(): Box | undefined {
    return this.#points.length > 0 ? around(this.#points) : undefined;
  }

  /** Each of its parts, where all are rectangles that lie square on the page; otherwise undefined. */
  get rectangles(): Box[] | undefined {
    if (!this.#straight || this.#parts.length === 0) return undefined;
    const boxes: Box[] = [];
    for (const part of this.#parts) {
      if (part.length < 2) continue;
      if (!isRectangle(part)) return undefined;
      boxes.push(around(part));
    }
    return boxes;
  }
}

/** Whether corners are those of a rectangle along the sides of the page, closed or not. */
function isRectangle(corners: readonly [number, number][]): boolean {
  const near = (one: number, other: number) => Math.abs(one - other) < 0.01;
  const [first] = corners;
  const last = corners.at(-1);
  const open =
    corners.length === 5 && first && last && near(first[0], last[0]) && near(first[1], last[1])
      ? corners.slice(0, 4)
      : corners;
  if (open.length !== 4) return false;
  return open.every((corner, index) => {
    const next = open[(index + 1) % 4] as [number, number];
    const isUpright = near(corner[0], next[0]);
    const isLevel = near(corner[1], next[1]);
    return isUpright || isLevel;
  });
}

/** The box that a line of some breadth covers. */
export function stroked(box: Box, matrix: Matrix, width: number): { box: Box; width: number } {
  const seen = width * scaleOf(matrix);
  const half = isSquare(matrix) ? seen / 2 : seen;
  return {
    box: { left: box.left - half, bottom: box.bottom - half, right: box.right + half, top: box.top + half },
    width: seen,
  };
}
