import { createHash, randomBytes } from 'node:crypto';
import * as disk from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Cache } from '../model.js';
import { decodeEntry, encodeEntry } from './entry.js';
import { Shelves } from './shelves.js';

/** How a cache is kept on the disk. */
export interface DiskCacheOptions {
  /** How much it may hold in bytes; what was used longest ago goes first. */
  maxBytes?: number;
  /**
   * What puts things in: the program and all that it is made of. What another one put is never given. See `programIdentity`.
   */
  maker?: string;
  /** Told once of each kind of trouble, in a sentence without its full stop. No trouble stops a build. */
  onTrouble?(sentence: string): void;
}

/** Room for the pages of some hundreds of booklets. */
export const MOST_BYTES = 500_000_000;

/** What is asked of the file system; tests pass one in which things go wrong. */
export type CacheFiles = Pick<
  typeof disk,
  'mkdir' | 'readdir' | 'readFile' | 'rename' | 'rm' | 'stat' | 'utimes' | 'writeFile'
>;

/**
 * A cache in a folder. Entries are written under temporary names and renamed, so several programs can use one folder at
 * once; each carries a checksum. A folder that cannot be used is as good as none.
 */
export function diskCache(
  folder: string,
  { maxBytes = MOST_BYTES, maker = '', onTrouble = () => {} }: DiskCacheOptions = {},
  files: CacheFiles = disk,
): Cache {
  const shelves = new Shelves(files, folder, maxBytes);
  const told = new Set<string>();
  let isUsable = true;
  const tellOnce = (kind: string, sentence: string) => {
    if (told.has(kind)) return;
    told.add(kind);
    onTrouble(sentence);
  };
  const giveUp = (error: unknown) => {
    isUsable = false;
    const reason = error instanceof Error ? error.message : String(error);
    tellOnce('unusable', `The cache in ${folder} cannot be used (${reason}); all is made anew`);
  };

  return {
    folder,
    async get(key) {
      if (!isUsable) return undefined;
      const name = nameOf(maker, key);
      const path = join(folder, placeOf(name));
      try {
        const entry = await files.readFile(path);
        const bytes = decodeEntry(name, entry);
        if (bytes) {
          // Which were used last is all that is known of what will be used next.
          const now = new Date();
          await files.utimes(path, now, now).catch(() => {});
          return bytes;
        }
        await files.rm(path, { force: true }).catch(() => {});
        tellOnce('damaged', `The cache in ${folder} is damaged; what was in the damaged places is made anew`);
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') giveUp(error);
      }
      return undefined;
    },
    async put(key, bytes) {
      if (!isUsable) return;
      const name = nameOf(maker, key);
      const path = join(folder, placeOf(name));
      const entry = encodeEntry(name, bytes);
      const temporary = `${path}.${randomBytes(6).toString('hex')}.partial`;
      try {
        if (!(await shelves.makeRoom(entry.length))) return;
        await files.mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await files.writeFile(temporary, entry, { flag: 'wx', mode: 0o600 });
        await files.rename(temporary, path);
      } catch (error) {
        await files.rm(temporary, { force: true }).catch(() => {});
        giveUp(error);
      }
    },
  };
}

/** The name of an entry: nothing of its key can be read in it. */
function nameOf(maker: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify([maker, key]))
    .digest('hex');
}

/** Folders stay small: 256 of them share the entries. */
function placeOf(name: string): string {
  return join(name.slice(0, 2), name.slice(2));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | undefined)?.code ?? '';
}
