import { createHash } from 'node:crypto';

const identities = new WeakMap<object, number>();
let count = 0;

/** A number for an object, the same for as long as it lives and no other's in this process. */
export function identityOf(value: object): number {
  let own = identities.get(value);
  if (own === undefined) {
    count += 1;
    own = count;
    identities.set(value, own);
  }
  return own;
}

/**
 * A short text that is the same for equal facts. Lists and plain objects are equal when all in them is; functions,
 * bytes and objects of any class count by identity, so a key means nothing to another process.
 */
export function keyOf(facts: unknown): string {
  const text = JSON.stringify(facts, (_, value: unknown) => {
    if (typeof value === 'function') return `#${identityOf(value)}`;
    if (typeof value !== 'object' || value === null) return value;
    const plain = Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
    return plain ? value : `#${identityOf(value)}`;
  });
  return createHash('sha256').update(text).digest('base64url');
}
