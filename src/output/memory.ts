import { ALREADY_THERE, OutputError } from './error.js';
import type { Output } from './model.js';

/** Files that were written and are kept, not put on any disk. */
export interface MemoryOutput extends Output {
  /** Those that were published, by path. */
  files: Map<string, Uint8Array>;
  /** Paths of files that were staged and have been neither published nor discarded. */
  staged: Set<string>;
}

/** An output that keeps what it is given, for previews and tests. */
export function memoryOutput(): MemoryOutput {
  const files = new Map<string, Uint8Array>();
  const staged = new Set<string>();
  return {
    files,
    staged,
    async stage(path, bytes) {
      staged.add(path);
      return {
        path,
        read: async () => bytes.slice(),
        async publish() {
          if (!staged.delete(path)) throw new OutputError(path, 'it was published or discarded before');
          files.set(path, bytes);
        },
        discard: async () => void staged.delete(path),
      };
    },
    read: async (path) => files.get(path)?.slice(),
    write: async (path, bytes) => void files.set(path, bytes),
    async create(path, text) {
      if (files.has(path)) throw new OutputError(path, ALREADY_THERE);
      files.set(path, new TextEncoder().encode(text));
    },
    async move(from, to) {
      const bytes = files.get(from);
      if (files.has(to) || !bytes) throw new OutputError(to, ALREADY_THERE);
      files.delete(from);
      files.set(to, bytes);
    },
  };
}
