import { ALREADY_THERE, OutputError } from './error.js';
import type { Output } from './model.js';

/**
 * Takes everything that is written and keeps none of it: for those who want to know what there is to say about files and not
 * the files. What is staged can be read back until it is published or discarded. The disk is never touched.
 */
export function forgetfulOutput(): Output {
  const names = new Set<string>();
  return {
    async stage(path, bytes) {
      let staged: Uint8Array | undefined = bytes;
      const gone = () => new OutputError(path, 'it was published or discarded before');
      return {
        path,
        async read() {
          if (!staged) throw gone();
          return staged.slice();
        },
        async publish() {
          if (!staged) throw gone();
          staged = undefined;
          names.add(path);
        },
        async discard() {
          staged = undefined;
        },
      };
    },
    write: async (path) => void names.add(path),
    async create(path) {
      if (names.has(path)) throw new OutputError(path, ALREADY_THERE);
      names.add(path);
    },
    async move(from, to) {
      if (names.has(to)) throw new OutputError(to, ALREADY_THERE);
      names.delete(from);
      names.add(to);
    },
  };
}
