import { randomBytes } from 'node:crypto';
import * as disk from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OutputError } from './error.js';
import type { Output } from './model.js';

/** What is asked of the file system; tests pass one in which things go wrong. */
export type FileSystem = Pick<typeof disk, 'mkdir' | 'open' | 'readdir' | 'rename' | 'rm' | 'stat'>;

/**
 * Writes to disk. Bytes go to a temporary file in the folder of the file they are for, are flushed to the disk, and
 * only then take its name: rename(2) replaces a file in one step. A build that fails or is interrupted therefore
 * leaves the previous file whole, and whoever reads the file meanwhile sees the old one or the new one.
 */
export function diskOutput(files: FileSystem = disk): Output {
  return {
    async write(path, bytes) {
      const folder = dirname(path);
      const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}${SUFFIX}`);
      try {
        await files.mkdir(folder, { recursive: true });
        await removeAbandoned(files, path);
        await writeWhole(files, temporary, bytes);
        await files.rename(temporary, path);
      } catch (error) {
        await files.rm(temporary, { force: true }).catch(() => {});
        throw new OutputError(path, error);
      }
    },
  };
}

const SUFFIX = '.partial';

async function writeWhole(files: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  // `wx`: never through a file or link that someone else has put there.
  const handle = await files.open(path, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Long past any write that is still going on in another process, in milliseconds. */
const ABANDONED_AFTER = 10 * 60 * 1000;

/** A process that was killed while it wrote could not tidy up, so the next one to write the same file does. */
async function removeAbandoned(files: FileSystem, path: string): Promise<void> {
  const folder = dirname(path);
  const ours = (name: string) => name.startsWith(`.${basename(path)}.`) && name.endsWith(SUFFIX);
  for (const name of (await files.readdir(folder).catch(() => [])).filter(ours)) {
    const leftover = join(folder, name);
    const found = await files.stat(leftover).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER)
      await files.rm(leftover, { force: true }).catch(() => {});
  }
}
