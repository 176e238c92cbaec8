import type { LiveBook, LiveBooklet } from '../../build/live-model.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Target } from '../../geometry/targets.js';
import { Refused } from './refused.js';

/** Most bytes of painted parts that are kept, for a page that is loaded again. */
const MOST_BYTES = 32_000_000;

/**
 * Editions that were laid out, the latest of each, and the parts of their pages. An edition stays, and its parts with it,
 * until it is laid out from a later reading.
 */
export class Books {
  readonly #books = new Map<string, { booklet: LiveBooklet; book: LiveBook }>();
  readonly #painted = new Map<string, Uint8Array>();
  #bytes = 0;

  /** An edition for a target, laid out unless it is already. */
  async lay(booklet: LiveBooklet, edition: string, target: Target): Promise<LiveBook> {
    const key = `${target} ${edition}`;
    const known = this.#books.get(key);
    if (known?.booklet === booklet) return known.book;
    const book = await booklet.lay(edition, target);
    this.#books.set(key, { booklet, book });
    return book;
  }

  /** What the editions of a booklet that were laid out gave cause to say. */
  messagesOf(booklet: LiveBooklet): Diagnostic[] {
    const of = [...this.#books.values()].filter((one) => one.booklet === booklet);
    return of.flatMap(({ book }) => book.messages);
  }

  /** The pages of a part as a PDF. Throws `Refused` for one that is of no edition any more. */
  async paint(part: string): Promise<Uint8Array> {
    const painted = this.#painted.get(part);
    if (painted) {
      this.#keep(part, painted);
      return painted;
    }
    const owner = [...this.#books.values()].find(({ book }) => book.pages.some((page) => page.part === part));
    if (!owner) throw new Refused(404, 'These pages are no longer part of the booklet.');
    const bytes = await owner.book.paint(part);
    this.#keep(part, bytes);
    return bytes;
  }

  /** Puts a part last in the order in which parts are forgotten. */
  #keep(part: string, bytes: Uint8Array): void {
    if (!this.#painted.delete(part)) this.#bytes += bytes.length;
    this.#painted.set(part, bytes);
    for (const [oldest, its] of this.#painted) {
      if (this.#bytes <= MOST_BYTES) return;
      this.#painted.delete(oldest);
      this.#bytes -= its.length;
    }
  }
}
