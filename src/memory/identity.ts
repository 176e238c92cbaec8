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

const names = new WeakMap<object, () => string>();

/**
 * Gives a function or an object of a class a name that means the same in every process of this program.
 *
 * @param name - Asked for only where a portable key is made.
 */
export function nameForAll<T extends object>(value: T, name: () => string): T {
  names.set(value, name);
  return value;
}

/**
 * As {@link keyOf}, but the same in every process: functions and objects of any class count by the names that they were given,
 * bytes by what they are. Undefined where something has no name.
 */
export function portableKeyOf(facts: unknown): string | undefined {
  let isPortable = true;
  // Not the value that is handed in: that of a Buffer is a list of its bytes already.
  const text = JSON.stringify(facts, function (this: Record<string, unknown>, key: string) {
    const value = this[key];
    if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return value;
    const name = names.get(value);
    if (name) return `#${name()}`;
    if (value instanceof Uint8Array) return `#${createHash('sha256').update(value).digest('base64url')}`;
    const isPlain = Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
    isPortable &&= isPlain;
    return isPlain ? value : undefined;
  });
  return isPortable ? createHash('sha256').update(text).digest('base64url') : undefined;
}
