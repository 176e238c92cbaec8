/**
 * Makes a value, or gives the one that was made before in the same slot from the same values. Values are the same as
 * `Object.is` has it, so objects count by identity; a function that was given is called at most once.
 *
 * @param slot - Name of what is made, one of a kind in a memory.
 * @param from - All that the value depends on.
 */
export type Keep = <T>(slot: string, from: readonly unknown[], make: () => T) => T;

/** For whoever has nothing to remember with. */
export const keepNothing: Keep = (_slot, _from, make) => make();

/** Slots remembered from one turn to the next. Those that nobody asked for in some turns are forgotten, so that a memory stays level. */
export class Slots {
  readonly #slots = new Map<string, { from: readonly unknown[]; value: unknown; turn: number }>();
  readonly #turns: number;
  #turn = 0;

  /** @param turns - In how many turns a slot must have been asked for to be kept. */
  constructor(turns = 4) {
    this.#turns = turns;
  }

  readonly keep: Keep = <T>(slot: string, from: readonly unknown[], make: () => T): T => {
    const known = this.#slots.get(slot);
    if (known && sameValues(known.from, from)) {
      known.turn = this.#turn;
      return known.value as T;
    }
    const value = make();
    this.#slots.set(slot, { from, value, turn: this.#turn });
    // What failed is tried again.
    if (value instanceof Promise) value.catch(() => this.#forget(slot, value));
    return value;
  };

  /** How many slots are kept. */
  get size(): number {
    return this.#slots.size;
  }

  /** Begins the next turn. */
  endTurn(): void {
    this.#turn += 1;
    for (const [slot, { turn }] of this.#slots) if (this.#turn - turn > this.#turns) this.#slots.delete(slot);
  }

  #forget(slot: string, value: unknown): void {
    if (this.#slots.get(slot)?.value === value) this.#slots.delete(slot);
  }
}

/** Whether two lists hold the same values in the same order. */
export function sameValues(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((value, index) => Object.is(value, others[index]));
}

/** The same memory, with slots of one's own: theirs begin with this name. */
export function within(keep: Keep, name: string): Keep {
  return (slot, from, make) => keep(`${name}\0${slot}`, from, make);
}
