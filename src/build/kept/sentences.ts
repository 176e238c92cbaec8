import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../../cache/model.js';
import type { ReadSentence, Sentences } from '../../scripture/references.js';

/**
 * What the reference parser found in the sentences of a booklet, in a cache: a parser that has not read anything yet takes longer for
 * its first sentences than for all that follow, and an edit leaves most of them as they were.
 */
export class KeptSentences {
  readonly #cache: Cache;
  readonly #open = new Map<string, Notebook>();

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /**
   * The sentences of a booklet, in whatever words they were when it was last built.
   *
   * @param booklet - Path of `booklet.yaml` as the author knows it, and the title, since there are as many `lessons/one` as there
   *   are authors.
   */
  async of({ file, title }: { file: string; title: string }): Promise<Sentences> {
    const key = `sentences ${JSON.stringify([file, title])}`;
    const kept = await this.#cache.get(key);
    const notebook = new Notebook(kept ? (deserialize(kept) as Map<string, ReadSentence>) : new Map());
    this.#open.set(key, notebook);
    return notebook;
  }

  /** Answers once the sentences that were asked for are kept, and no others. */
  async settled(): Promise<void> {
    const changed = [...this.#open].filter(([, notebook]) => notebook.isChanged);
    this.#open.clear();
    await Promise.all(changed.map(([key, { asked }]) => this.#cache.put(key, serialize(asked))));
  }
}

/** Sentences of before, and those that were asked for since. */
class Notebook implements Sentences {
  readonly asked = new Map<string, ReadSentence>();
  readonly #before: ReadonlyMap<string, ReadSentence>;

  constructor(before: ReadonlyMap<string, ReadSentence>) {
    this.#before = before;
  }

  get isChanged(): boolean {
    return this.asked.size !== this.#before.size || [...this.asked.keys()].some((key) => !this.#before.has(key));
  }

  get(key: string): ReadSentence | undefined {
    const known = this.asked.get(key) ?? this.#before.get(key);
    if (known) this.asked.set(key, known);
    return known;
  }

  set(key: string, sentence: ReadSentence): void {
    this.asked.set(key, sentence);
  }
}
