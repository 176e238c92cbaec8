import type { World } from '../world/model.js';
import { KJV, KJV_FILE, readKjv } from './kjv.js';
import { type BookText, type Translation, type Translations, translationOf } from './translation.js';
import type { UsfmBible } from './usfm/bible.js';
import { readWeb, WEB, type WebEntry, webFile } from './web.js';

/** The ids of the bundled translations, as authors write them. */
export const TRANSLATION_IDS: readonly string[] = [WEB.id, KJV.id];

/** The bundled translation whose chapters and verses stand in for those that a booklet's own one lacks. */
export const NUMBERING = WEB.id;

/** The translation that an author means, in capitals or not, or undefined when it is none of those. */
export function translationNamed(written: string, ids: readonly string[]): string | undefined {
  return ids.find((id) => id.toLowerCase() === written.trim().toLowerCase());
}

/** Which books are needed of which translation. */
export type BooksNeeded = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads what is needed of each translation. Ids that are not bundled are left out. A book is read from its package once
 * in the life of a world. Throws when a package is not installed as it should be.
 *
 * @param own - Translations that the booklet brings, read already.
 */
export async function loadTranslations(
  world: World,
  needed: BooksNeeded,
  own: readonly UsfmBible[] = [],
): Promise<Translations> {
  const loaded = new Map<string, Translation>();
  for (const [id, books] of needed) {
    const translation = await loadTranslation(world, id, books);
    if (translation) loaded.set(id, translation);
  }
  for (const bible of own) {
    const numbering = loaded.get(NUMBERING) ?? translationOf(WEB, new Map());
    loaded.set(bible.id, translationOf(bible, bible.books, numbering));
  }
  return loaded;
}

/** One translation with the given books (OSIS codes), or undefined when it is not bundled. */
export async function loadTranslation(
  world: World,
  id: string,
  books: Iterable<string>,
): Promise<Translation | undefined> {
  const shelf = shelves.get(world) ?? new Shelf(world);
  shelves.set(world, shelf);
  if (id === WEB.id) return translationOf(WEB, await shelf.web(books));
  if (id === KJV.id) return translationOf(KJV, await shelf.kjv());
  return undefined;
}

/** The books already read in one world, so that a watcher does not read them at every change. */
class Shelf {
  readonly #world: World;
  readonly #webBooks = new Map<string, Promise<BookText>>();
  #kjv: Promise<Map<string, BookText>> | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  async web(books: Iterable<string>): Promise<Map<string, BookText>> {
    const read = [...new Set(books)].map(async (book): Promise<[string, BookText]> => {
      const reading = this.#webBooks.get(book) ?? this.#read<WebEntry[]>(webFile(book)).then(readWeb);
      this.#webBooks.set(book, reading);
      return [book, await reading];
    });
    return new Map(await Promise.all(read));
  }

  kjv(): Promise<Map<string, BookText>> {
    this.#kjv ??= this.#read<Record<string, string>>(KJV_FILE).then(readKjv);
    return this.#kjv;
  }

  async #read<T>({ packageName, file }: { packageName: string; file: string }): Promise<T> {
    const path = await this.#world.packageFile(packageName, file);
    const bytes = path === undefined ? undefined : await this.#world.readFile(path);
    if (!bytes) throw new Error(`the npm package ${packageName} has no ${file}; run npm ci`);
    return JSON.parse(new TextDecoder().decode(bytes)) as T;
  }
}

const shelves = new WeakMap<World, Shelf>();
