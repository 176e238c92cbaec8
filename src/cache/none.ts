import type { Cache } from './model.js';

/** For whoever wants nothing kept. */
export const noCache: Cache = {
  get: async () => undefined,
  put: async () => {},
};
