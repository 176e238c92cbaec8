/** Chance that can be repeated: the same seed draws the same numbers on every computer. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True in so many of a hundred cases. */
  chance(percent: number): boolean;
  /** One of a list, each as often as the others. */
  pick<T>(list: readonly [T, ...T[]]): T;
  /** One of a list, the first ones far more often, as words are used in a language. */
  favour<T>(list: readonly [T, ...T[]]): T;
}

/** Tommy Ettinger's generator mulberry32 (2017, public domain): 32 bits of state, which is plenty for sentences. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(list: readonly [T, ...T[]], share: number) => list[Math.floor(share * list.length)] ?? list[0];
  return {
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (percent) => next() * 100 < percent,
    pick: (list) => at(list, next()),
    favour: (list) => at(list, next() ** 2.5),
  };
}
