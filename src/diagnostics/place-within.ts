import type { Point, Position } from 'unist';

/** A text as it was made from its source, and where it stands there. */
export interface PlacedRun {
  value: string;
  position?: Position | undefined;
  /** Indexes of the spaces that were line ends in the source. */
  breaks?: readonly number[] | undefined;
}

/**
 * Where part of a text stands in its file, from character `start` to before `end` of its value. Smart quotes, escapes and
 * variables make a value shorter or longer than its source, so the place is near and never outside the text's own.
 */
export function placeWithin(run: PlacedRun, start: number, end: number): Position | undefined {
  const { value, position } = run;
  if (!position) return undefined;
  const from = pointAt(position, run, start);
  return { start: from, end: end >= value.length ? position.end : later(from, pointAt(position, run, end)) };
}

function pointAt({ start, end }: Position, { breaks }: PlacedRun, index: number): Point {
  const passed = (breaks ?? []).filter((at) => at < index);
  const last = passed.at(-1);
  const point: Point = {
    line: start.line + passed.length,
    column: last === undefined ? start.column + index : index - last,
    ...(start.offset === undefined
      ? {}
      : { offset: Math.min(start.offset + index, end.offset ?? start.offset + index) }),
  };
  return isAfter(point, end) ? end : point;
}

function later(a: Point, b: Point): Point {
  return isAfter(a, b) ? a : b;
}

function isAfter(a: Point, b: Point): boolean {
  return a.line > b.line || (a.line === b.line && a.column > b.column);
}
