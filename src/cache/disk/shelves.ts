import { join } from 'node:path';
import type { CacheFiles } from './disk-cache.js';

/** Folders of the cache's own: nothing else is ever looked at or taken away, whatever folder it was given. */
const SHELF = /^[0-9a-f]{2}$/;
const ENTRY = /^[0-9a-f]{62}$/;
const PARTIAL = /^[0-9a-f]{62}\.[0-9a-f]{12}\.partial$/;

/** Long past any write that is still going on in another process, in milliseconds. */
const ABANDONED_AFTER = 10 * 60 * 1000;

/** Of what a cache may hold, how much is left once room is made: so that room is not made for every entry. */
const LEFT = 0.9;

interface Found {
  path: string;
  size: number;
  used: number;
}

/** How much there is in a cache's folder, and the making of room in it. */
export class Shelves {
  readonly #files: CacheFiles;
  readonly #folder: string;
  readonly #maxBytes: number;
  #held: Promise<number> | undefined;

  constructor(files: CacheFiles, folder: string, maxBytes: number) {
    this.#files = files;
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /** Makes room for an entry, and says whether there is any. Programs that fill one folder at once may go over by what they put. */
  async makeRoom(bytes: number): Promise<boolean> {
    if (bytes > this.#maxBytes) return false;
    const before = this.#held ?? this.#look().then(total);
    this.#held = before.then(async (held) => {
      if (held + bytes <= this.#maxBytes) return held + bytes;
      return (await this.#clear(this.#maxBytes * LEFT - bytes)) + bytes;
    });
    await this.#held;
    return true;
  }

  /** Takes away what was used longest ago until no more than so many bytes are left, and says how many are. */
  async #clear(target: number): Promise<number> {
    const found = (await this.#look()).sort((a, b) => a.used - b.used);
    let held = total(found);
    for (const { path, size } of found) {
      if (held <= target) break;
      await this.#files.rm(path, { force: true });
      held -= size;
    }
    return held;
  }

  /** Every entry that there is. A process that was killed while it wrote could not tidy up, so this does. */
  async #look(): Promise<Found[]> {
    const found: Found[] = [];
    for (const shelf of await this.#names(this.#folder, SHELF)) {
      const folder = join(this.#folder, shelf);
      for (const name of await this.#names(folder, /./)) {
        const path = join(folder, name);
        const about = ENTRY.test(name) || PARTIAL.test(name) ? await this.#about(path) : undefined;
        if (!about) continue;
        if (ENTRY.test(name)) found.push({ path, size: about.size, used: about.mtimeMs });
        else if (Date.now() - about.mtimeMs > ABANDONED_AFTER) await this.#files.rm(path, { force: true });
      }
    }
    return found;
  }

  async #names(folder: string, like: RegExp): Promise<string[]> {
    return (await this.#files.readdir(folder).catch(() => [])).filter((name) => like.test(name));
  }

  /** Undefined where another program has just taken it away. */
  async #about(path: string): Promise<{ size: number; mtimeMs: number } | undefined> {
    return this.#files.stat(path).catch(() => undefined);
  }
}

function total(found: readonly Found[]): number {
  return found.reduce((sum, { size }) => sum + size, 0);
}
