import type { Cache } from './model.js';

/** A cache that lasts as long as its process. */
export interface MemoryCache extends Cache {
  /** What is in it, by key. */
  entries: Map<string, Uint8Array>;
}

/** A cache on no disk, for tests and for programs that build several times. */
export function memoryCache(): MemoryCache {
  const entries = new Map<string, Uint8Array>();
  return {
    entries,
    get: async (key) => entries.get(key)?.slice(),
    put: async (key, bytes) => void entries.set(key, bytes.slice()),
  };
}
