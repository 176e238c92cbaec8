import { createHash } from 'node:crypto';

/**
 * What was laid out in one build, by everything that it depends on, so that what two editions share (a foreword, pages
 * for notes, an index of hymns) is laid out once. The key is made from the very tree that is handed to the layout: two
 * that are equal give the same pages, whichever edition they come from.
 */
export class LayoutMemory<T> {
  readonly #known = new Map<string, Promise<T>>();
  /** How often something was laid out, and how often it was there already. */
  readonly counts = { laidOut: 0, shared: 0 };

  /**
   * @param facts - All that the result depends on: the tree, sizes, fonts. Functions, fonts and bytes count by identity.
   */
  once(facts: unknown, layOut: () => Promise<T>): Promise<T> {
    const key = keyOf(facts);
    const known = this.#known.get(key);
    if (known) {
      this.counts.shared += 1;
      return known;
    }
    this.counts.laidOut += 1;
    const made = layOut();
    this.#known.set(key, made);
    return made;
  }
}

const identities = new WeakMap<object, number>();
let count = 0;

function identity(value: object): string {
  let own = identities.get(value);
  if (own === undefined) {
    count += 1;
    own = count;
    identities.set(value, own);
  }
  return `#${own}`;
}

function keyOf(facts: unknown): string {
  const text = JSON.stringify(facts, (_, value: unknown) => {
    if (typeof value === 'function') return identity(value);
    if (typeof value !== 'object' || value === null) return value;
    const plain = Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
    return plain ? value : identity(value);
  });
  return createHash('sha256').update(text).digest('base64');
}
