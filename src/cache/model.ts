/**
 * What was made before, found by a text that says all that it was made from. A cache only ever spares work: what it gives is
 * whole and is what was put, or it gives nothing. Neither method throws.
 */
export interface Cache {
  /** Absolute path of the folder that it lies in, where another thread can open the same; absent where none can. */
  readonly folder?: string;
  /** The bytes that were put under a key, or undefined where there are none, or none that are whole any more. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Keeps bytes, in place of what had the key before; where that cannot be done, nothing is kept. */
  put(key: string, bytes: Uint8Array): Promise<void>;
}
