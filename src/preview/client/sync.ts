/** Places that two panes have in common, by name: how far down each is in its pane, in CSS pixels. */
export type Stops = ReadonlyMap<string, number>;

/** A pane as far as scrolling it goes. */
export interface Track {
  stops: Stops;
  /** The farthest that it can be scrolled. */
  end: number;
}

/**
 * How far another pane is to be scrolled when one is scrolled to `top`, so that a place at the head of one is at the
 * head of the other. Between two places it goes in proportion, as it does before the first and after the last.
 */
export function syncedTop(from: Track, to: Track, top: number): number {
  const points = sharedPoints(from, to);
  const next = points.findIndex(([at]) => at > top);
  const [upper, lower] = [points[next === -1 ? points.length - 1 : next - 1], points[next]];
  if (!upper) return 0;
  if (!lower) return Math.min(upper[1], to.end);
  const share = (top - upper[0]) / (lower[0] - upper[0]);
  return Math.min(upper[1] + share * (lower[1] - upper[1]), to.end);
}

/** The last place at or above the head of a pane. A pixel is forgiven, since browsers round what is scrolled. */
export function placeAtTop(stops: Stops, top: number): string | undefined {
  let found: [string, number] | undefined;
  for (const stop of stops) if (stop[1] <= top + 1 && (!found || stop[1] >= found[1])) found = stop;
  return found?.[0];
}

/** Beginning, common places and end, in an order in which both go down; what would go up again is left out. */
function sharedPoints(from: Track, to: Track): [number, number][] {
  const points: [number, number][] = [[0, 0]];
  const stops = [...from.stops].sort((a, b) => a[1] - b[1]);
  for (const [name, at] of [...stops, [END, from.end] as const]) {
    const other = name === END ? to.end : to.stops.get(name);
    const [lastAt, lastOther] = points.at(-1) ?? [0, 0];
    if (other !== undefined && at > lastAt && other >= lastOther) points.push([at, other]);
  }
  return points;
}

/** No anchor is called so, since anchors have no spaces. */
const END = ' end';
