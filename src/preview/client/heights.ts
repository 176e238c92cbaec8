import type { Book } from '../protocol.js';
import { partAddress } from './api.js';
import { openPart } from './part-cache.js';

const known = new Map<string, Promise<ReadonlyMap<string, number>>>();
const byBook = new WeakMap<Book, Map<string, number>>();

/** How far below the upper edge of its page each question stands, in points, as far as it is known by now. */
export function heightsOf(book: Book): ReadonlyMap<string, number> {
  return byBook.get(book) ?? new Map();
}

/** Reads from the PDFs of a book where its questions stand. What cannot be had counts as standing at the page's head. */
export async function noteHeights(book: Book): Promise<void> {
  const parts = new Set(book.questions.flatMap((question) => book.pages[book.anchors[question] ?? -1]?.part ?? []));
  const found = new Map<string, number>();
  byBook.set(book, found);
  await Promise.all(
    [...parts].map(async (part) => {
      const heights = await heightsIn(part).catch(() => new Map<string, number>());
      for (const question of book.questions) {
        const height = heights.get(question);
        if (height !== undefined && book.pages[book.anchors[question] ?? -1]?.part === part)
          found.set(question, height);
      }
    }),
  );
  for (const part of known.keys()) if (!parts.has(part) && known.size > MOST_PARTS) known.delete(part);
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
