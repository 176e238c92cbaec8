import { createHash } from 'node:crypto';
import type { BuildRequest } from '../../build-types.js';
import type { Cache } from '../../cache/model.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { World } from '../../world/model.js';
import type { MadeFile } from '../files.js';
import type { KeptBooklet, KeptStep } from './model.js';
import { placesOf } from './places.js';
import { Listener, Questions } from './questions.js';
import { addRecord, fileKey, recordKey, recordOf } from './record.js';

/** Writes down, for the next process, what a build asks of the world and what comes of it, each booklet by itself. */
export class Keeping {
  readonly #world: World;
  readonly #request: BuildRequest;
  readonly #cache: Cache;
  readonly #listener: Listener;
  readonly #asked = new Map<string, Questions>();
  readonly #notes = new Map<string, BookletNote>();

  constructor(world: World, request: BuildRequest, cache: Cache) {
    this.#world = world;
    this.#request = request;
    this.#cache = cache;
    this.#listener = new Listener(world);
  }

  /** The world to build from, which is listened to. */
  get world(): World {
    return this.#listener.world;
  }

  /** Begins to read a booklet. */
  begin(folder: string): void {
    const questions = new Questions();
    this.#asked.set(folder, questions);
    this.#listener.listenFor(questions);
  }

  /** Begins to make a booklet of which so much has been said. */
  note(folder: string, said: readonly Diagnostic[]): BookletNote {
    this.#listener.listenFor(this.#asked.get(folder) ?? new Questions());
    const note = new BookletNote(this.#cache, folder, said);
    this.#notes.set(folder, note);
    return note;
  }

  /** Keeps what was noted, once all of it is made. */
  async keep(): Promise<void> {
    for (const [folder, note] of this.#notes) {
      await note.settled();
      const { booklet } = note;
      const questions = this.#listener.all(this.#asked.get(folder) as Questions);
      if (!booklet || questions.isBroken) continue;
      const places = await placesOf(this.#world, folder, this.#request);
      const record = recordOf(booklet, questions.named(places), places);
      if (record) await addRecord(this.#cache, recordKey(this.#request, folder, places), record);
    }
    this.#notes.clear();
  }
}

/** What comes of a booklet, as it is made. */
export class BookletNote {
  /** All of it, once there is a manifest. */
  booklet: KeptBooklet | undefined;
  readonly #cache: Cache;
  readonly #folder: string;
  readonly #said: readonly Diagnostic[];
  readonly #steps: KeptStep[] = [];
  readonly #pending: Promise<void>[] = [];

  constructor(cache: Cache, folder: string, said: readonly Diagnostic[]) {
    this.#cache = cache;
    this.#folder = folder;
    this.#said = said;
  }

  messages(messages: Diagnostic[]): void {
    this.#steps.push({ messages, found: [] });
  }

  /** A file that was made beside the messages before it. */
  file({ place, bytes, built }: Pick<MadeFile, 'place' | 'bytes' | 'built'>, found: Diagnostic[]): void {
    const step = this.#steps.at(-1) as KeptStep;
    const { milliseconds: _milliseconds, ...about } = built;
    step.made = { place, sha256: this.#put(bytes), built: { ...about, bytes: bytes.length } };
    step.found = found;
  }

  manifest(place: string, bytes: Uint8Array): void {
    const manifest = { place, sha256: this.#put(bytes) };
    this.booklet = { folder: this.#folder, said: this.#said, steps: this.#steps, manifest };
  }

  /** Answers once the files are kept. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending);
  }

  #put(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.#pending.push(this.#cache.put(fileKey(sha256), bytes));
    return sha256;
  }
}
