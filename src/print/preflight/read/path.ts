import { apply, around, type Box, isSquare, type Matrix, reach, scaleOf } from './geometry.js';

/** More corners than a rectangle has, its first again at its end among them. */
const TOO_MANY = 6;

/** A path under construction (ISO 32000-1, 8.5.2), in points of the page. Of its points no more is kept than is asked for. */
export class Path {
  #box: Box | undefined;
  /** The rectangles that its finished parts are; undefined from the first part that is none. */
  #rectangles: Box[] | undefined = [];
  /** The corners of the part that is being made; undefined before the first. */
  #part: [number, number][] | undefined;

  move(matrix: Matrix, x: number, y: number): void {
    this.#endPart();
    this.#part = [this.#point(matrix, x, y)];
  }

  line(matrix: Matrix, x: number, y: number): void {
    const point = this.#point(matrix, x, y);
    if (this.#part && this.#part.length < TOO_MANY) this.#part.push(point);
  }

  /** A curve: its control points contain it. */
  curve(matrix: Matrix, coordinates: readonly number[]): void {
    this.#rectangles = undefined;
    for (let index = 0; index + 1 < coordinates.length; index += 2) {
      this.#point(matrix, coordinates[index] as number, coordinates[index + 1] as number);
    }
  }

  rectangle(matrix: Matrix, x: number, y: number, width: number, height: number): void {
    this.move(matrix, x, y);
    this.line(matrix, x + width, y);
    this.line(matrix, x + width, y + height);
    this.line(matrix, x, y + height);
  }

  clear(): void {
    this.#box = undefined;
    this.#rectangles = [];
    this.#part = undefined;
  }

  /** The box around all of it; undefined where there is nothing. */
  get box(): Box | undefined {
    return this.#box && { ...this.#box };
  }

  /** Each of its parts, where all are rectangles that lie square on the page; otherwise undefined. */
  get rectangles(): Box[] | undefined {
    if (!this.#part) return undefined;
    this.#endPart();
    return this.#rectangles;
  }

  #point(matrix: Matrix, x: number, y: number): [number, number] {
    const point = apply(matrix, x, y);
    this.#box ??= around([]);
    reach(this.#box, point);
    return point;
  }

  #endPart(): void {
    const part = this.#part ?? [];
    this.#part = [];
    if (part.length < 2) return;
    if (isRectangle(part)) this.#rectangles?.push(around(part));
    else this.#rectangles = undefined;
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
