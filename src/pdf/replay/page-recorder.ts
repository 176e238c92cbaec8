import type { Glyph } from '../../layout/nodes.js';
import { codeOf, type EmbeddedFont, isSoftHyphen } from '../glyphs.js';
import type { BoundPage } from '../structure/bind.js';
import type { FontUse, PageEvent, PageRecord } from './page-record.js';

/** What a page has used of a font so far. */
interface Used {
  source: unknown;
  /** Among the fonts of the page. */
  place: number;
  /** Whether it is among the page's resources; a font without glyphs is not. */
  isOnPage: boolean;
  glyphs: Pick<Glyph, 'id' | 'advanceWidth' | 'codePoints'>[];
  seen: Set<number>;
}

/** What stands for a hyphen at a line's end among the numbers of glyphs. */
const SOFT_HYPHEN = -1;

/** Writes down what is done to a file while one of its pages is painted. */
export class PageRecorder {
  readonly #events: PageEvent[] = [];
  readonly #fonts = new Map<EmbeddedFont, Used>();
  #isLost = false;

  add(event: PageEvent): void {
    this.#events.push(event);
  }

  /** To be called when the page does what no event tells: it will have to be painted each time. */
  lose(): void {
    this.#isLost = true;
  }

  /** Takes a font that the page needs among its resources. */
  takeFont(source: unknown, font: EmbeddedFont): void {
    const used = this.#used(source, font);
    if (used.isOnPage) return;
    used.isOnPage = true;
    this.add({ kind: 'font', font: used.place });
  }

  /** Takes the glyphs of a run. */
  addRun(source: unknown, font: EmbeddedFont, glyphs: readonly Glyph[]): void {
    const used = this.#used(source, font);
    for (const { id, advanceWidth, codePoints } of glyphs) {
      const key = isSoftHyphen({ codePoints }) ? SOFT_HYPHEN : id;
      if (used.seen.has(key)) continue;
      used.seen.add(key);
      used.glyphs.push({ id, advanceWidth, codePoints });
    }
  }

  #used(source: unknown, font: EmbeddedFont): Used {
    const known = this.#fonts.get(font);
    if (known) return known;
    const used = { source, place: this.#fonts.size, isOnPage: false, glyphs: [], seen: new Set<number>() };
    this.#fonts.set(font, used);
    return used;
  }

  /** The record, once the page is painted; nothing where something was lost. */
  finish(content: Uint8Array, page: BoundPage): PageRecord | undefined {
    if (this.#isLost) return undefined;
    const fonts = [...this.#fonts].map(
      ([font, { source, glyphs }]): FontUse => ({
        source,
        id: font.id,
        glyphs,
        codes: glyphs.map((glyph) => codeOf(font, glyph)),
      }),
    );
    const marked = this.#events.flatMap((event) =>
      'element' in event && event.element !== undefined ? [event.element] : [],
    );
    const types = new Map([...page.asked.keys(), ...marked].map((id) => [id, page.element(id).type]));
    return { elements: page.asked, types, fonts, events: this.#events, content };
  }
}
