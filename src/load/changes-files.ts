import type { LessonFile } from '../booklet/model.js';
import type { Checked } from '../diagnostics/diagnostic.js';
import type { World } from '../world/model.js';
import { textInside } from '../yaml/text-inside.js';

/** The texts of an overlay's changes. */
export interface ChangesFiles {
  /** changes.md; absent when there is none. */
  changes?: string;
  /** changes.lock.json, which may be missing beside it. */
  lock?: string;
  /** Path of the lock as the author knows it. */
  lockFile: string;
}

/**
 * Reads changes.md and the changes.lock.json beside it. Either may be missing; a link that leads out of the folder is
 * refused.
 */
export async function readChanges(world: World, { path, file, folder }: LessonFile): Promise<Checked<ChangesFiles>> {
  const lock = (name: string) => name.replace(/\.md$/, '.lock.json');
  const lockFile = lock(file);
  const [changes, locked] = [
    await textInside(world, path, folder, file),
    await textInside(world, lock(path), folder, lockFile),
  ];
  return {
    value: {
      ...(changes.value === undefined ? {} : { changes: changes.value }),
      ...(locked.value === undefined ? {} : { lock: locked.value }),
      lockFile,
    },
    messages: [...changes.messages, ...locked.messages],
  };
}
