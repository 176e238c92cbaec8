import { randomBytes } from 'node:crypto';
import * as disk from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ALREADY_THERE, OutputError } from './error.js';
import type { Output, StagedFile } from './model.js';

/** What is asked of the file system; tests pass one in which things go wrong. */
export type FileSystem = Pick<
  typeof disk,
  'link' | 'mkdir' | 'open' | 'readdir' | 'readFile' | 'rename' | 'rm' | 'stat'
>;

/**
 * Writes to disk. Bytes go to a temporary file in the folder of the file they are for, are flushed to the disk, and
 * only then take its name: rename(2) replaces a file in one step. A build that fails or is interrupted therefore
 * leaves the previous file whole, and whoever reads the file meanwhile sees the old one or the new one.
 */
export function diskOutput(files: FileSystem = disk): Output {
  return {
    stage: (path, bytes) => stage(files, path, bytes),
    read: (path) => readOrdinary(files, path),
    async write(path, bytes) {
      const staged = await stage(files, path, bytes);
      try {
        await staged.publish();
      } finally {
        await staged.discard();
      }
    },
    async create(path, text) {
      const temporary = await writeTemporary(files, path, new TextEncoder().encode(text));
      try {
        await giveNewName(files, temporary, path);
      } catch (error) {
        throw new OutputError(path, codeOf(error) === 'EEXIST' ? ALREADY_THERE : error);
      } finally {
        await remove(files, temporary);
      }
    },
    async move(from, to) {
      try {
        await giveNewName(files, from, to);
      } catch (error) {
        throw new OutputError(to, codeOf(error) === 'EEXIST' ? ALREADY_THERE : error);
      }
      // Where there are links, the file has two names by now.
      await remove(files, from);
    },
  };
}

async function stage(files: FileSystem, path: string, bytes: Uint8Array): Promise<StagedFile> {
  const temporary = await writeTemporary(files, path, bytes);
  const orFail = async <T>(done: Promise<T>) => {
    try {
      return await done;
    } catch (error) {
      throw new OutputError(path, error);
    }
  };
  return {
    path,
    read: async () => new Uint8Array(await orFail(files.readFile(temporary))),
    publish: () => orFail(files.rename(temporary, path)),
    discard: () => remove(files, temporary),
  };
}

/** Opening a pipe or a device could wait for ever, so what is there is looked at before it is opened. */
async function readOrdinary(files: FileSystem, path: string): Promise<Uint8Array | undefined> {
  try {
    return (await files.stat(path)).isFile() ? new Uint8Array(await files.readFile(path)) : undefined;
  } catch {
    return undefined;
  }
}

const SUFFIX = '.partial';

/** Writes the bytes beside the file they are for and gives the path of the temporary file. */
async function writeTemporary(files: FileSystem, path: string, bytes: Uint8Array): Promise<string> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${randomBytes(6).toString('hex')}${SUFFIX}`);
  try {
    await makeFolder(files, folder);
    await removeAbandoned(files, path);
    await writeWhole(files, temporary, bytes);
    return temporary;
  } catch (error) {
    await remove(files, temporary);
    throw new OutputError(path, error);
  }
}

/**
 * Makes a folder and those it lies in, one after the other. Node's own `recursive` tries for ever where a folder cannot be
 * made although the one above it is there, as in /proc.
 */
async function makeFolder(files: FileSystem, folder: string): Promise<void> {
  const found = await files.stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (dirname(folder) !== folder) await makeFolder(files, dirname(folder));
  try {
    await files.mkdir(folder);
  } catch (error) {
    // Another build may have made it in the meantime.
    const now = await files.stat(folder).catch(() => undefined);
    if (!now?.isDirectory()) throw error;
  }
}

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

/** What disks without hard links, such as most memory sticks, answer to link(2). */
const NO_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EMLINK', 'EINVAL', 'EACCES']);

/** link(2) refuses a name that is taken, where rename(2) would write over what has it. */
async function giveNewName(files: FileSystem, temporary: string, path: string): Promise<void> {
  try {
    await files.link(temporary, path);
  } catch (error) {
    if (!NO_LINKS.has(codeOf(error))) throw error;
    // An empty file holds the name, which only one of two programs can make; then the whole file takes its place.
    await (await files.open(path, 'wx')).close();
    try {
      await files.rename(temporary, path);
    } catch (failure) {
      await remove(files, path);
      throw failure;
    }
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? '';
}

async function remove(files: FileSystem, path: string): Promise<void> {
  await files.rm(path, { force: true }).catch(() => {});
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
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER) await remove(files, leftover);
  }
}
