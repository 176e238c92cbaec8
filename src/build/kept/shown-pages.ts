import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../../cache/model.js';
import type { PageText } from '../../leaks/page-text.js';
import { expand, squeeze } from '../../memory/squeezed.js';
import type { Remembered } from '../../memory/turn-memory.js';
import type { Painted } from '../../print/preflight/read/painted.js';
import type { Findings, FinishedFile } from '../look-through.js';

/**
 * What pages of finished files show, kept in a cache for other processes. A page is found there by all that lies of it in the file,
 * its fonts included, so one that lies otherwise is read anew; how it was read is a matter of the program and its libraries, of which
 * each version has entries of its own.
 */
export class ShownPages {
  readonly #cache: Cache;
  readonly #pending: Promise<void>[] = [];

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /** Looks through a file with what is kept of its pages, and keeps what they show now. */
  async with(file: FinishedFile, look: (file: FinishedFile) => Promise<Findings>): Promise<Findings> {
    const key = `pages of ${file.name}`;
    const pages = await this.#cache.get(key);
    const { keep, ...findings } = await look({ ...file, kept: pages ? { pages } : {} });
    if (keep) this.#pending.push(this.#cache.put(key, keep));
    return findings;
  }

  /** Answers once all is kept. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending.splice(0));
  }
}

/** What pages show, each by all that lies of it in its file. */
interface Shown {
  texts: ReadonlyMap<string, PageText>;
  pages: ReadonlyMap<string, readonly Painted[]>;
}

/** The pages of a file that were known before it was read, and those that lie in it. */
export class FilePages {
  readonly texts: Asked<PageText>;
  readonly pages: Asked<Painted[]>;

  private constructor({ texts, pages }: { texts: Map<string, PageText>; pages: Map<string, Painted[]> }) {
    this.texts = new Asked(texts);
    this.pages = new Asked(pages);
  }

  /** @param kept - As {@link packed} gave it; absent where nothing is known. */
  static async from(kept: Uint8Array | undefined): Promise<FilePages> {
    const nothing = { texts: new Map(), pages: new Map() };
    try {
      return new FilePages(kept ? deserialize(await expand(kept)) : nothing);
    } catch {
      // Whole as it came, so not of this program's making: all is read anew, and kept in its place.
      return new FilePages(nothing);
    }
  }

  /** The pages that lie in the file, as data; undefined where all of them were known. */
  async packed(): Promise<Uint8Array | undefined> {
    if (!this.texts.hasNew && !this.pages.hasNew) return undefined;
    const shown: Shown = { texts: this.texts.asked, pages: this.pages.asked };
    return squeeze(serialize(shown));
  }
}

/** What was known, of which only that is held on to which is asked for, and what is new. */
class Asked<Value> implements Remembered<string, Value> {
  readonly asked = new Map<string, Value>();
  hasNew = false;
  readonly #known: ReadonlyMap<string, Value>;

  constructor(known: ReadonlyMap<string, Value>) {
    this.#known = known;
  }

  get(key: string): Value | undefined {
    const value = this.asked.get(key) ?? this.#known.get(key);
    if (value !== undefined) this.asked.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.hasNew ||= !this.asked.has(key);
    this.asked.set(key, value);
  }
}
