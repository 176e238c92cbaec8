/** As many of some things as can be done together, found by halving; what cannot be done by itself is left out. */
export async function largestSafe<T>(
  some: readonly T[],
  isSafe: (some: readonly T[]) => boolean | Promise<boolean>,
): Promise<readonly T[]> {
  if (some.length === 0 || (await isSafe(some))) return some;
  if (some.length === 1) return [];
  const middle = some.length >> 1;
  const left = await largestSafe(some.slice(0, middle), isSafe);
  const right = await largestSafe(some.slice(middle), isSafe);
  const both = [...left, ...right];
  if (await isSafe(both)) return both;
  return left.length >= right.length ? left : right;
}
