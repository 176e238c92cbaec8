import type { LiveBook, LiveBooklet } from '../../build/live-model.js';
import type { Book } from '../protocol.js';

/**
 * A laid-out edition as the page is told of it.
 *
 * @param run - Begins every id: those of a workshop mean nothing to another, and a browser keeps pages beyond its end.
 */
export function bookOf(
  live: LiveBook,
  { direction }: Pick<LiveBooklet, 'direction'>,
  { revision, run }: { revision: number; run: string },
): Book {
  const { edition, target, label, size, pages, outline, anchors, questions, places, words, minutes, sheets } = live;
  return {
    revision,
    edition,
    target,
    label,
    size: { width: size.width, height: size.height },
    direction,
    spreads: target !== 'phone',
    pages: pages.map(({ label: folio, recto, part, index }) => ({ label: folio, recto, part: run + part, index })),
    outline: outline.map(({ title, level, page }) => ({ title, level, page })),
    anchors,
    questions,
    places,
    totals: { pages: pages.length, sheets: sheets?.count ?? 0, words, minutes },
    ...(sheets ? { sheets: { count: sheets.count, key: run + sheets.key } } : {}),
  };
}
