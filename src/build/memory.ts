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
  readonly sections: SectionMemory = new LayoutMemory();
  readonly keep: Keep = this.#slots.keep;
  readonly reread: Reread = this.#readings.reread;

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
