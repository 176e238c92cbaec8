import type { Cache } from '../cache/model.js';
import { keptSections } from '../layout/kept/kept-sections.js';
import { LayoutMemory } from '../layout/memory.js';
import { ParagraphMemory } from '../layout/paragraph-memory.js';
import type { SectionMemory } from '../layout/section.js';
import { type Keep, Slots } from '../memory/keep.js';
import { Readings, type Reread } from '../memory/reading.js';
import { TurnMemory } from '../memory/turn-memory.js';
import { KeptPages } from '../pdf/replay/kept-pages.js';
import { PageMemory } from '../pdf/replay/page-memory.js';
import { KeptLessons } from './kept/lessons.js';
import { KeptSentences } from './kept/sentences.js';
import { ShownPages } from './kept/shown-pages.js';
import type { KnownFiles } from './look-through.js';

/** The two ways in which things are remembered. */
export interface Recall {
  keep: Keep;
  reread: Reread;
  /** What earlier processes read and painted; absent where there is no cache. */
  kept?: Kept;
}

/** What was read and painted, and what finished pages show, in a cache. */
export interface Kept {
  lessons: KeptLessons;
  sentences: KeptSentences;
  pages: KeptPages;
  shown: ShownPages;
}

/** What booklets have in common. */
interface Shared {
  /** Laid-out sections, by all that they were laid out from. */
  sections: SectionMemory;
  /** Fonts of themes, by name: to read them into something that sets text takes long. */
  fonts: Keep;
  kept?: Kept;
  /** Whether the same booklets are made again and again, a little changed. */
  isAgain?: boolean;
}

/**
 * What a process remembers of a booklet from one build to the next. It never changes what a build gives: what is remembered
 * is found by all that it was made from.
 */
export class BuildMemory implements Recall {
  readonly #slots = new Slots();
  readonly #readings = new Readings();
  readonly keep: Keep = this.#slots.keep;
  readonly reread: Reread = this.#readings.reread;
  readonly sections: SectionMemory;
  readonly fonts: Keep;
  /** Pages as they were painted last; absent in a process that makes nothing twice. */
  readonly pages: PageMemory | undefined;
  readonly kept?: Kept;
  readonly files = { texts: new TurnMemory(), words: new TurnMemory(), pages: new TurnMemory() } satisfies KnownFiles;

  constructor({ sections, fonts, kept, isAgain }: Shared = { sections: new LayoutMemory(), fonts: new Slots().keep }) {
    this.sections = sections;
    this.fonts = fonts;
    this.pages = isAgain ? new PageMemory() : undefined;
    if (kept) this.kept = kept;
  }

  /** To be called between two builds of the booklet: what none of the last few had any use for is forgotten. */
  endTurn(): void {
    this.#slots.endTurn();
    this.#readings.endTurn();
    for (const known of Object.values(this.files)) known.endTurn();
  }
}

/** What a process remembers of all the booklets that it builds. */
export class BuildMemories {
  readonly #booklets = new Map<string, BuildMemory>();
  readonly #shared: Shared;

  /**
   * @param cache - Where lessons, sentences, laid-out sections, painted pages and what finished pages show are looked for and kept.
   * @param isAgain - Whether the same booklets are made again and again, a little changed.
   */
  constructor(cache?: Cache, isAgain = false) {
    this.#shared = {
      sections: new LayoutMemory(cache && keptSections(cache), isAgain ? new ParagraphMemory() : undefined),
      fonts: new Slots().keep,
      isAgain,
      ...(cache ? { kept: keptIn(cache) } : {}),
    };
  }

  /** What is remembered of the booklet in a folder. */
  of(folder: string): BuildMemory {
    const memory = this.#booklets.get(folder) ?? new BuildMemory(this.#shared);
    this.#booklets.set(folder, memory);
    return memory;
  }

  /** To be called before booklets are built again. */
  endTurn(folders: Iterable<string>): void {
    for (const folder of folders) this.#booklets.get(folder)?.endTurn();
    this.#shared.sections.endTurn();
  }

  /** To be called once a booklet is made that is not made again; what it shares with the next few is still known to them. */
  forget(folder: string): void {
    this.#booklets.delete(folder);
    this.#shared.sections.endTurn();
  }

  /** Answers once the cache has all that was read, laid out and painted. */
  async settled(): Promise<void> {
    const { sections, kept } = this.#shared;
    await Promise.all([sections, ...Object.values(kept ?? {})].map((one) => one.settled()));
  }
}

function keptIn(cache: Cache): Kept {
  return {
    lessons: new KeptLessons(cache),
    sentences: new KeptSentences(cache),
    pages: new KeptPages(cache),
    shown: new ShownPages(cache),
  };
}
