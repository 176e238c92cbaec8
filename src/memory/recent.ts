/**
 * A memory of bounded size for what can be made again: it holds what was asked for last, and forgets, half of it at a time,
 * what was not asked for since. So it stays level however long a process lives, and costs little more than a map.
 */
export class Recent<Key, Value extends object> {
  readonly #half: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /** @param limit - The most entries that are held. */
  constructor(limit: number) {
    this.#half = Math.max(1, Math.floor(limit / 2));
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: Key, value: Value): void {
    this.#young.set(key, value);
    if (this.#young.size < this.#half) return;
    this.#old = this.#young;
    this.#young = new Map();
  }

  /** How many entries are held; one that was asked for again may count twice. */
  get size(): number {
    return this.#young.size + this.#old.size;
  }
}
