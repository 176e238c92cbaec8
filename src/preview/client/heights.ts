import type { Book } from '../protocol.js';
import { partAddress } from './api.js';
import { enqueue, NEAR } from './draw-queue.js';
import { openPart } from './part-cache.js';

const known = new Map<string, Promise<ReadonlyMap<string, number>>>();
const byBook = new WeakMap<Book, Map<string, number>>();

/** How far below the upper edge of its page each question stands, in points, as far as it is known by now. */
export function heightsOf(book: Book): ReadonlyMap<string, number> {
  return byBook.get(book) ?? new Map();
}

/**
 * Reads from the PDFs of a book where its questions stand, those from a page on first, and tells after each PDF. What
 * cannot be had counts as standing at the page's head.
 */
export async function noteHeights(book: Book, from: number, onPart: () => void, signal: AbortSignal): Promise<void> {
  const asked = book.questions.flatMap((question) => {
    const page = book.anchors[question];
    const part = page === undefined ? undefined : book.pages[page]?.part;
    return page === undefined || part === undefined ? [] : [{ question, page, part }];
  });
  const ahead = asked.filter(({ page }) => page >= from);
  const parts = new Set([...ahead, ...asked].map(({ part }) => part));
  const found = new Map<string, number>();
  byBook.set(book, found);
  for (const part of parts) {
    const heights = await inTurn(() => heightsIn(part)).catch(() => undefined);
    if (signal.aborted) return;
    for (const one of asked) {
      const height = one.part === part ? heights?.get(one.question) : undefined;
      if (height !== undefined) found.set(one.question, height);
    }
    onPart();
  }
  for (const part of known.keys()) if (!parts.has(part) && known.size > MOST_PARTS) known.delete(part);
}

/** Waits until no page that is seen is to be drawn. */
function inTurn<T>(read: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) =>
    enqueue(
      () => NEAR,
      () => read().then(resolve, reject),
    ),
  );
}

function heightsIn(part: string): Promise<ReadonlyMap<string, number>> {
  const reading = known.get(part) ?? readHeights(part);
  known.set(part, reading);
  reading.catch(() => known.delete(part));
  return reading;
}

/** Named destinations are places on pages (ISO 32000-1, 12.3.2.3), from below; those here are all of the kind XYZ. */
async function readHeights(part: string): Promise<ReadonlyMap<string, number>> {
  const document = await openPart(partAddress(part));
  const named = (await document.getDestinations()) as Record<string, unknown[]>;
  const { height } = (await document.getPage(1)).getViewport({ scale: 1 });
  return new Map(
    Object.entries(named).flatMap(([name, destination]): [string, number][] => {
      const y = destination?.[3];
      return typeof y === 'number' ? [[name, Math.max(0, height - y)]] : [];
    }),
  );
}

/** Parts remembered beyond those of one book: that of the other pane, and of an edition that one comes back to. */
const MOST_PARTS = 200;
