import { randomUUID } from 'node:crypto';
import { posix } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { LiveBook, LiveBooklet } from '../../build/live-model.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { knownAs } from '../../diagnostics/known-as.js';
import { visible } from '../../diagnostics/visible.js';
import type { Target } from '../../geometry/targets.js';
import type { Output } from '../../output/model.js';
import type { World } from '../../world/model.js';
import type { Book, Choices, Message, OverlayPlan, OverlayRequest, State, StateEvent } from '../protocol.js';
import { bookOf } from './book.js';
import { Books } from './books.js';
import { type Download, makeEdition, makePrintPack } from './downloads.js';
import { CHOICES, failureMessage, tellMessages } from './messages.js';
import { type ListedTheme, offeredOf, ownOf } from './offered.js';
import { type PlacedPlan, planOverlay, writeOverlay } from './overlay.js';
import { Readings, type ReadingsOptions } from './readings.js';
import { Refused } from './refused.js';
import { Turns } from './turns.js';

/** What a preview of one booklet works with. */
export interface SessionOptions extends ReadingsOptions {
  output: Output;
  /** Every theme that there is, with what is wrong with it. */
  listThemes(
    world: World,
    folders: readonly string[],
    base: string,
  ): Promise<(ListedTheme & { messages: Diagnostic[] })[]>;
  /** How long a page is given to ask for its first pages before themes are looked for, in milliseconds. */
  patience?: number;
  /** Told after each reading which folders decide how the booklet looks. */
  onFolders?(folders: string[]): void;
  /** Told of faults of this program, which are no author's. */
  onFault?(error: unknown): void;
}

const PATIENCE = 3000;

/**
 * The preview of a booklet: what was read last, what of it is laid out, what was chosen. Everything that is asked of the
 * workshop waits for its turn; a reading goes before pages. What is saved while a reading goes on leads to one more.
 */
export class Session {
  readonly #options: SessionOptions;
  readonly #turns = new Turns();
  readonly #readings: Readings;
  readonly #books = new Books();
  readonly #listeners = new Set<(event: StateEvent) => void>();
  /** What tells this session's parts from those of another. */
  readonly #run = `${randomUUID().slice(0, 8)}-`;
  /** Finished files of the latest reading. */
  #downloads = new Map<string, Promise<Download>>();
  readonly #firstLaid: Promise<void>;
  #onFirstLaid = () => {};
  #waiting: Promise<void> | undefined;
  #themes: ListedTheme[] | undefined;
  #state: State;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#readings = new Readings(options);
    this.#firstLaid = new Promise((resolve) => {
      this.#onFirstLaid = resolve;
    });
    const title = posix.basename(options.folder);
    const folder = knownAs(options.folder, options.base);
    this.#state = { revision: 0, status: 'working', folder, title, language: 'en', choices: {}, messages: [] };
  }

  get state(): State {
    return this.#state;
  }

  /** Reads the booklet for the first time, and then looks what themes there are. */
  async start(): Promise<void> {
    await this.#wantReading();
    await Promise.race([this.#firstLaid, setTimeout(this.#options.patience ?? PATIENCE, undefined, { ref: false })]);
    await this.#findThemes();
  }

  /** Begins nothing more; what goes on comes to its end. */
  end(): void {
    this.#turns.end();
    this.#listeners.clear();
  }

  /** Tells of each change from now on, and of the present state at once. Answers with what ends it. */
  listen(listener: (event: StateEvent) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#event());
    return () => this.#listeners.delete(listener);
  }

  /** To be called when files have changed; answers once they have been read. */
  async changed(paths: readonly string[]): Promise<void> {
    this.#readings.changed(paths);
    await this.#wantReading();
    const isOfTheme = (path: string) => this.#options.templates.some((folder) => path.startsWith(`${folder}/`));
    if (paths.some(isOfTheme)) await this.#findThemes();
  }

  /** Makes the choices in place of those before; answers once the booklet has been read with them. */
  async choose(choices: Choices): Promise<State> {
    this.#readings.choose(choices);
    await this.#wantReading();
    return this.#state;
  }

  /** An edition laid out for a target. Throws `Refused`. */
  book(edition: string, target: Target): Promise<Book> {
    return this.#turns.take(async () => {
      const { live, booklet } = await this.#lay(edition, target);
      return bookOf(live, booklet, { revision: this.#state.revision, run: this.#run });
    });
  }

  /** The pages of a part as a PDF. Throws `Refused`. */
  part(id: string): Promise<Uint8Array> {
    return this.#turns.take(() => this.#books.paint(id.startsWith(this.#run) ? id.slice(this.#run.length) : ''));
  }

  /** An edition on its sheets. Throws `Refused` where it has none. */
  sheets(edition: string): Promise<Uint8Array> {
    return this.#turns.take(async () => {
      const { live } = await this.#lay(edition, 'home');
      if (!live.sheets) throw new Refused(404, 'There are no sheets of this edition.');
      return live.paintSheets();
    });
  }

  /** The finished file of an edition, or without one all that is for printing at home. Throws `Refused`. */
  download(which?: { edition: string; target: Target }): Promise<Download> {
    const downloads = this.#downloads;
    const key = which ? `${which.target} ${which.edition}` : '';
    const known = downloads.get(key);
    if (known) return known;
    const made = this.#turns.take(() => {
      const { base, folder, templates } = this.#options;
      if (which) this.#booklet(which.edition);
      const about = {
        workshop: this.#readings.workshop,
        request: { base, booklets: [this.#readings.layChoices()], templates },
        name: posix.basename(folder),
        tell: (found: readonly Diagnostic[]) => this.#tell(found),
      };
      return which ? makeEdition(about, which.edition, which.target) : makePrintPack(about);
    });
    downloads.set(key, made);
    made.catch(() => downloads.delete(key));
    return made;
  }

  /** What would be written to keep the choices. Throws `Refused`. */
  async planOverlay(request: OverlayRequest): Promise<OverlayPlan> {
    return (await this.#overlay(request)).plan;
  }

  /** Keeps the choices as a booklet beside the other. Throws `Refused`. */
  async writeOverlay(request: OverlayRequest): Promise<OverlayPlan> {
    if (this.#state.messages.some(({ file, severity }) => file === CHOICES && severity === 'error')) {
      throw new Refused(409, 'What is chosen has an error; nothing was written.');
    }
    return writeOverlay(await this.#overlay(request), this.#options.output, this.#options.base);
  }

  #overlay({ name }: OverlayRequest): Promise<PlacedPlan> {
    return planOverlay(name, { ...this.#options, choices: this.#readings.wanted });
  }

  /** A reading that has not begun yet is the one that everybody waits for. */
  #wantReading(): Promise<void> {
    this.#waiting ??= this.#turns.take(async () => {
      this.#waiting = undefined;
      this.#downloads = new Map();
      await this.#readings.read();
      const { failure, folders } = this.#readings;
      if (failure !== undefined) this.#options.onFault?.(failure);
      this.#options.onFolders?.([...folders]);
      await this.#show();
    }, true);
    return this.#waiting;
  }

  async #lay(edition: string, target: Target): Promise<{ live: LiveBook; booklet: LiveBooklet }> {
    const booklet = this.#booklet(edition);
    const before = this.#books.messagesOf(booklet).length;
    const live = await this.#books.lay(booklet, edition, target);
    this.#onFirstLaid();
    if (this.#books.messagesOf(booklet).length > before) await this.#show();
    return { live, booklet };
  }

  /** The booklet, if it has the edition. */
  #booklet(edition: string): LiveBooklet {
    const { good } = this.#readings;
    if (!good) throw new Refused(409, 'There are no pages yet, because there are errors.', this.#state.messages);
    if (good.editions.some(({ name }) => name === edition)) return good;
    throw new Refused(404, `There is no edition “${visible(edition)}”.`);
  }

  /** Themes are read with their fonts, which takes longer than a booklet; so pages are shown before. */
  async #findThemes(): Promise<void> {
    const { world, templates, base, listThemes, onFault } = this.#options;
    try {
      await this.#turns.take(async () => {
        const listed = await listThemes(world, templates, base);
        this.#themes = listed.filter(({ messages }) => messages.length === 0);
        await this.#show();
      });
    } catch (error) {
      onFault?.(error);
    }
  }

  /** Makes a new state of what is known, and tells it. */
  async #show(): Promise<void> {
    const { good, isFresh, choices, own = good && ownOf(good) } = this.#readings;
    const messages = await this.#messages();
    this.#state = {
      ...this.#state,
      revision: this.#state.revision + 1,
      status: isFresh ? 'fresh' : good ? 'stale' : 'failed',
      choices,
      ...(good && { title: good.title, language: good.language }),
      ...(good && own && { offered: offeredOf(good, own, this.#themes ?? [{ name: good.theme }]) }),
      messages,
    };
    for (const listener of this.#listeners) listener(this.#event());
  }

  async #messages(): Promise<Message[]> {
    const { good, isFresh, latest, failure } = this.#readings;
    if (failure !== undefined) return [failureMessage(failure, this.#options)];
    return this.#tell([...(latest?.messages ?? []), ...(good && isFresh ? this.#books.messagesOf(good) : [])]);
  }

  #tell(found: readonly Diagnostic[]): Promise<Message[]> {
    const { world, base, folder } = this.#options;
    const { folders, chosen } = this.#readings;
    return tellMessages(found, { world, base, folder, chosen, folders: [...folders] });
  }

  #event(): StateEvent {
    return { revision: this.#state.revision, status: this.#state.status };
  }
}
