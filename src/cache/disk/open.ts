import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from '../model.js';
import { type DiskCacheOptions, diskCache } from './disk-cache.js';
import { type Notes, programIdentity } from './program.js';

export { userCacheFolder } from './user-folder.js';

/** How much a cache may hold, and who is told of trouble with it. */
export type OpenCacheOptions = Omit<DiskCacheOptions, 'maker'>;

/** Opens this program's cache in a folder, which is made where there is none. */
export function openCache(folder: string, options: OpenCacheOptions = {}): Cache {
  return diskCache(folder, { ...options, maker: programIdentity(notesIn(folder)) });
}

/** One note is kept: that of the program which used the folder last. */
function notesIn(folder: string): Notes {
  const path = join(folder, 'program.txt');
  return {
    read(name) {
      try {
        const [noted, text] = readFileSync(path, 'utf8').trim().split(' ');
        return noted === name ? text : undefined;
      } catch {
        return undefined;
      }
    },
    write(name, text) {
      const temporary = `${path}.${randomBytes(6).toString('hex')}.partial`;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        writeFileSync(temporary, `${name} ${text}\n`, { flag: 'wx', mode: 0o600 });
        renameSync(temporary, path);
      } catch {
        // It will be worked out again; that the folder cannot be used is told by the cache.
      }
    },
  };
}
