import { posix } from 'node:path';
import type { LiveBooklet, LiveReading, Workshop } from '../../build/live-model.js';
import { layeredWorld } from '../../world/layered.js';
import type { World } from '../../world/model.js';
import { noticing } from '../noticing.js';
import type { Choices } from '../protocol.js';
import { type Own, ownOf } from './offered.js';
import { isEmpty, overlayText } from './overlay-text.js';

/** A booklet to be read again and again. All paths are absolute. */
export interface ReadingsOptions {
  world: World;
  openWorkshop(world: World): Workshop;
  folder: string;
  base: string;
  templates: string[];
}

/**
 * A booklet as it was read last, with the choices: those are said by a `booklet.yaml` that is laid over the world, in a folder
 * beside the booklet's that there is for the preview alone. Without choices the booklet's own folder is read.
 */
export class Readings {
  readonly workshop: Workshop;
  /** The folder that there is for the preview alone. */
  readonly chosen: string;
  /** What is chosen from now on. */
  wanted: Choices = {};
  /** What was chosen when it was read last. */
  choices: Choices = {};
  /** The last reading; absent before the first. */
  latest: LiveReading | undefined;
  /** What was thrown instead of a later reading. */
  failure: unknown;
  /** What could be laid out last. */
  good: LiveBooklet | undefined;
  /** Every folder that has decided how it looks, also while the booklet cannot be read. */
  readonly folders = new Set<string>();
  /** What the booklet says without any choices. */
  own: Own | undefined;
  #ownChanged = false;
  readonly #layer = new Map<string, string>();
  readonly #options: ReadingsOptions;

  constructor(options: ReadingsOptions) {
    this.#options = options;
    this.folders.add(options.folder);
    for (const folder of options.templates) this.folders.add(folder);
    this.chosen = posix.join(posix.dirname(options.folder), HIDDEN);
    const world = layeredWorld(options.world, this.#layer);
    this.workshop = options.openWorkshop(noticing(world, (folder) => this.#follow(folder)));
  }

  /** Takes choices in place of those before, but for what the booklet says itself. */
  choose({ variables = {}, ...choices }: Choices): void {
    const own: Record<string, unknown> = { ...this.own };
    const others = Object.entries(choices).filter(([key, value]) => value !== undefined && value !== own[key]);
    const values = Object.entries(variables).filter(([name, value]) => value !== this.own?.variables[name]);
    this.wanted = {
      ...Object.fromEntries(others),
      ...(values.length > 0 && { variables: Object.fromEntries(values) }),
    };
  }

  /** To be told which files have changed. */
  changed(paths: readonly string[]): void {
    this.#ownChanged ||= paths.some((path) => posix.basename(path) === 'booklet.yaml');
  }

  /** Reads the booklet as it is now. What is thrown is kept as the failure. */
  async read(): Promise<void> {
    const { wanted } = this;
    this.choices = wanted;
    try {
      const reading = await this.#readFolder(this.layChoices());
      this.latest = reading;
      this.failure = undefined;
      for (const folder of reading.folders) this.#follow(folder);
      if (reading.booklet) this.good = reading.booklet;
      // What it says by itself is read only where that is not known.
      const known = !isEmpty(wanted) && this.own !== undefined && !this.#ownChanged;
      const plain = isEmpty(wanted) || known ? reading : await this.#readFolder(this.#options.folder);
      if (known || !plain.booklet) return;
      this.own = ownOf(plain.booklet);
      this.#ownChanged = false;
    } catch (error) {
      this.failure = error;
    }
  }

  /** Whether pages show the files as they are. */
  get isFresh(): boolean {
    return this.failure === undefined && this.latest?.booklet !== undefined;
  }

  /** Lays the choices over the world and answers the folder to read. */
  layChoices(): string {
    const { folder } = this.#options;
    this.#layer.clear();
    if (isEmpty(this.wanted)) return folder;
    this.#layer.set(`${this.chosen}/booklet.yaml`, overlayText(posix.relative(this.chosen, folder), this.wanted));
    return this.chosen;
  }

  #follow(folder: string): void {
    if (folder !== this.chosen) this.folders.add(folder);
  }

  #readFolder(folder: string): Promise<LiveReading> {
    const { base, templates } = this.#options;
    return this.workshop.read({ base, templates, folder });
  }
}

/** Nobody gives a booklet such a name, and watchers pass over it. */
const HIDDEN = '.chosen-in-preview';
