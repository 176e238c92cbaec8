import type { BookPage } from '../../layout/book.js';
import { sameValues } from '../../memory/keep.js';
import type { PageRecord } from './page-record.js';

/** How many pages are remembered of the same nodes: they may stand on a recto or a verso, under several heads, in several editions. */
const MOST = 8;

/** Pages of a file as they were painted before. */
export interface KnownPages {
  of(page: BookPage): PageRecord | undefined;
  /** Takes the place of what was painted of the page before. */
  set(page: BookPage, record: PageRecord): void;
}

interface Known {
  facts: readonly unknown[];
  record: PageRecord;
}

/** Pages as they were painted last, found by the very thing that they are made from; they are forgotten with it. */
export class PageMemory {
  readonly #known = new WeakMap<object, readonly Known[]>();

  /**
   * Pages of one file.
   *
   * @param file - What tells it from other files, each of which has codes for glyphs of its own; and all that the painting
   * depends on beside the pages.
   */
  pagesOf(...file: readonly unknown[]): KnownPages {
    return {
      of: (page) => this.#of(page).find(({ facts }) => sameValues(facts, factsOf(page, file)))?.record,
      set: (page, record) => {
        const facts = factsOf(page, file);
        const others = this.#of(page).filter((known) => !sameValues(known.facts, facts));
        this.#known.set(anchorOf(page), [{ facts, record }, ...others].slice(0, MOST));
      },
    };
  }

  #of(page: BookPage): readonly Known[] {
    return this.#known.get(anchorOf(page)) ?? [];
  }
}

/** Pages are made anew for each booklet, what they are made from is not. */
function anchorOf({ nodes, source }: BookPage): object {
  return source ?? nodes;
}

function factsOf({ nodes, size, part }: BookPage, file: readonly unknown[]): unknown[] {
  const [block, ...furniture] = nodes;
  const { left, top, width, height } = block?.box ?? {};
  return [left, top, width, height, size.width, size.height, part?.tags, ...furniture, ...file];
}
