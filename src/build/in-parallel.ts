/**
 * Makes something of each item, of so many at once, and gives the results in the items' order. What goes wrong first is
 * thrown once nothing is under way any more; nothing is begun after it.
 */
export async function eachOf<T, R>(items: readonly T[], atOnce: number, make: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  let failure: { error: unknown } | undefined;
  const work = async () => {
    for (const [index, item] of waiting) {
      if (failure) return;
      try {
        results[index] = await make(item);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  if (failure) throw (failure as { error: unknown }).error;
  return results;
}
