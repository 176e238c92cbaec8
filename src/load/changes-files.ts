import type { LessonFile } from '../booklet/model.js';
import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import type { World } from '../world/model.js';
import { isInside } from '../yaml/inside.js';
import { decodeText } from '../yaml/text.js';

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
  const [changes, locked] = [await read(world, path, file, folder), await read(world, lock(path), lockFile, folder)];
  return {
    value: {
      ...(changes.value === undefined ? {} : { changes: changes.value }),
      ...(locked.value === undefined ? {} : { lock: locked.value }),
      lockFile,
    },
    messages: [...changes.messages, ...locked.messages],
  };
}

async function read(world: World, path: string, file: string, folder: string): Promise<Checked<string | undefined>> {
  if ((await world.kind(path)) !== 'file') return { value: undefined, messages: [] };
  if (await isInside(world, path, folder)) return decodeText((await world.readFile(path)) ?? new Uint8Array(), file);
  const problem = {
    rule: 'path-outside',
    found: 'a link to a file outside the folder',
    expected: 'a file in the folder',
    advice: 'copy the file here',
  } as const;
  return { value: undefined, messages: [diagnostic({ file, ...problem })] };
}
