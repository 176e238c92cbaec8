import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { WorldError } from './error.js';
import type { World } from './model.js';
import { foldersUp, locateFrom, locatePackageFile } from './packages.js';
import { withSlashes } from './path.js';

export interface DiskWorldOptions {
  /**
   * Folders from which installed packages are looked for, in order. By default the place of this package, so that its
   * own fonts and Bibles are found wherever it is run, then the working directory, where an author may have more fonts.
   */
  packagesFrom?: string[];
}

/** The world as it is: this computer's disk, its environment and the npm packages installed on it. */
export function diskWorld(options: DiskWorldOptions = {}): World {
  const packagesFrom = options.packagesFrom ?? [fileURLToPath(new URL('.', import.meta.url)), process.cwd()];

  const world: World = {
    async readFile(path) {
      // Opening a pipe or a device could wait for ever, so what is there is looked at before it is opened.
      const found = await unlessAbsent(path, () => stat(path));
      if (!found) return undefined;
      if (found.isDirectory()) throw new WorldError(path, 'it is a folder, not a file');
      if (!found.isFile()) throw new WorldError(path, 'it is not an ordinary file');
      return unlessAbsent(path, async () => new Uint8Array(await readFile(path)));
    },
    async list(path) {
      const names = (await unlessAbsent(path, () => readdir(path))) ?? [];
      return names.sort();
    },
    async kind(path) {
      const found = await unlessAbsent(path, () => stat(path));
      if (found?.isFile()) return 'file';
      return found?.isDirectory() ? 'folder' : 'none';
    },
    async realPath(path) {
      const real = await unlessAbsent(path, () => realpath(path));
      return real === undefined ? undefined : withSlashes(real);
    },
    packageFile: async (packageName, file, from) =>
      (from === undefined ? undefined : await locateFrom(world, from, packageName, file)) ??
      locatePackageFile(
        world,
        packagesFrom.flatMap((start) => foldersUp(withSlashes(start))),
        packageName,
        file,
      ),
    env: (name) => process.env[name],
    now: () => performance.now(),
  };
  return world;
}

/** Codes of a path at which nothing can stand; a name too long or with a zero byte in it is as absent as any other. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'ERR_INVALID_ARG_VALUE']);

async function unlessAbsent<T>(path: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (ABSENT.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw new WorldError(path, error);
  }
}
