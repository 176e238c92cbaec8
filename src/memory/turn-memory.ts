/** How what was made is looked up and remembered. */
export interface Remembered<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
}

/**
 * What was made from one turn to the next. What nobody asked for in some turns is forgotten, so a memory is as large as what is
 * in use, however long a process lives.
 */
export class TurnMemory<Key, Value extends object> implements Remembered<Key, Value> {
  readonly #known = new Map<Key, { value: Value; turn: number }>();
  readonly #turns: number;
  #turn = 0;
  #isUsed = false;

  /** @param turns - In how many turns something must have been asked for to be kept. */
  constructor(turns = 4) {
    this.#turns = turns;
  }

  get(key: Key): Value | undefined {
    this.#isUsed = true;
    const known = this.#known.get(key);
    if (known) known.turn = this.#turn;
    return known?.value;
  }

  set(key: Key, value: Value): void {
    this.#isUsed = true;
    this.#known.set(key, { value, turn: this.#turn });
  }

  /** How much is remembered. */
  get size(): number {
    return this.#known.size;
  }

  /** Begins the next turn. One in which nothing was asked for, since something failed before it, counts for none. */
  endTurn(): void {
    if (!this.#isUsed) return;
    this.#isUsed = false;
    this.#turn += 1;
    for (const [key, { turn }] of this.#known) if (this.#turn - turn > this.#turns) this.#known.delete(key);
  }
}
