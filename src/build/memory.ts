import type { Cache } from '../cache/model.js';
import { keptSections } from '../layout/kept/kept-sections.js';
import { LayoutMemory } from '../layout/memory.js';
import type { SectionMemory } from '../layout/section.js';
import { type Keep, within as keepWithin, Slots } from '../memory/keep.js';
import { Readings, type Reread, within as rereadWithin } from '../memory/reading.js';

/** The two ways in which things are remembered. */
export interface Recall {
  keep: Keep;
  reread: Reread;
}

/**
 * What a process remembers from one build to the next. It never changes what a build gives: what is remembered is found
 * by all that it was made from.
 */
export class BuildMemory implements Recall {
  readonly #slots = new Slots();
  readonly #readings = new Readings();
  readonly sections: SectionMemory;
  readonly keep: Keep = this.#slots.keep;
  readonly reread: Reread = this.#readings.reread;

  /** @param cache - Where laid-out sections are looked for and kept. */
  constructor(cache?: Cache) {
    this.sections = new LayoutMemory(cache && keptSections(cache));
  }

  /** The same memory, for a booklet by itself. */
  for(folder: string): Recall {
    return { keep: keepWithin(this.keep, folder), reread: rereadWithin(this.reread, folder) };
  }

  /** To be called between two builds: what none of the last few had any use for is forgotten. */
  endTurn(): void {
    this.#slots.endTurn();
    this.#readings.endTurn();
    this.sections.endTurn();
  }
}
