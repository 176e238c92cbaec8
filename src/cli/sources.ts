import type { LiveRequest, Workshop } from '../build/live-model.js';
import type { BuildRequest } from '../build.js';
import { noticing } from '../preview/noticing.js';
import type { FolderWatch } from '../preview/watch-folders.js';
import type { World } from '../world/model.js';

/** Which folders each of several booklets is made from. All of them are watched. */
export class Sources {
  readonly #folders = new Map<string, Set<string>>();
  readonly #watch: FolderWatch;
  readonly #always: readonly string[];
  /** Those of the booklet that is read just now. */
  #now = new Set<string>();

  /** @param always - Folders that are watched in any case. */
  constructor(watch: FolderWatch, always: readonly string[]) {
    this.#watch = watch;
    this.#always = always;
  }

  /** The world in which booklets are read: one that turns out to be unreadable does not tell by itself what it extends. */
  worldOver(world: World): World {
    return noticing(world, (folder) => this.#now.add(folder));
  }

  /** Whether a booklet is made from any of these files; one that has never been read may be made from all. */
  isMadeFrom(booklet: string, paths: readonly string[]): boolean {
    const folders = this.#folders.get(booklet);
    return !folders || paths.some((path) => [...folders].some((folder) => path.startsWith(`${folder}/`)));
  }

  /** Finds out anew what a booklet is made from. Its own files are watched before they are read, so that nothing is missed. */
  async find(booklet: string, workshop: Workshop, request: BuildRequest): Promise<void> {
    const { booklets: _all, out: _out, editions: _editions, targets: _targets, ...rest } = request;
    const known = this.#folders.get(booklet) ?? new Set([booklet, ...rest.templates]);
    this.#now = known;
    if (!this.#folders.has(booklet)) {
      this.#folders.set(booklet, known);
      await this.#follow();
    }
    const live: LiveRequest = { ...rest, folder: booklet };
    // Whatever is wrong is told by the build that follows.
    const reading = await workshop.read(live).catch(() => undefined);
    for (const folder of reading?.folders ?? []) known.add(folder);
    await this.#follow();
  }

  async #follow(): Promise<void> {
    const all = [...this.#folders.values()].flatMap((folders) => [...folders]);
    await this.#watch.watch([...new Set([...this.#always, ...all])]);
  }
}
