/** The middle of some numbers, and how far the middle half of them lies apart. */
export interface Spread {
  median: number;
  /** Interquartile range: from the first quartile to the third. */
  iqr: number;
  count: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), iqr: quantile(values, 0.75) - quantile(values, 0.25), count: values.length };
}

/**
 * The value below which so large a share of the numbers lies, with what is between two of them in proportion (type 7 of
 * Hyndman and Fan, 1996: what R and NumPy do). Not a number where there are none.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** Each of some numbers by its partner of the same round, where both are there. */
export function pairedRatios(numbers: readonly number[], partners: readonly number[]): number[] {
  return numbers.slice(0, partners.length).map((number, round) => number / (partners[round] as number));
}

/** How y grows with x where it grows as a power of it: p of y = c·x^p, by least squares on the logarithms of both. */
export function growthExponent(points: readonly { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (of: 'x' | 'y') => logs.reduce((sum, point) => sum + point[of], 0) / logs.length;
  const [middleX, middleY] = [mean('x'), mean('y')];
  const along = logs.reduce((sum, { x, y }) => sum + (x - middleX) * (y - middleY), 0);
  const across = logs.reduce((sum, { x }) => sum + (x - middleX) ** 2, 0);
  return along / across;
}
