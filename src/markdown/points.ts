import type { Point, Position } from 'unist';

/** The place of a run of characters, from their offsets in the source. Lines and columns count from 1. */
export function placeAt(source: string, start: number, end: number): Position {
  return { start: pointAt(source, start), end: pointAt(source, end) };
}

/** The place of an offset in the source. */
export function pointAt(source: string, offset: number): Point {
  const before = source.slice(0, offset);
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset };
}

/** The characters that a node was made from. */
export function sourceOf(source: string, position: Position | undefined): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
