import { batch, effect } from '@preact/signals';
import type { Book, State, Status } from '../protocol.js';
import { getBook, getState, partAddress, Refused, sheetsAddress } from './api.js';
import { changedPages } from './changes.js';
import { settle, unsettle } from './drawn.js';
import { keepParts, openPage } from './part-cache.js';
import { pictureOf } from './picture.js';
import { announcement, connection, heads, isWaiting, type Pane, panes, server, shown } from './state.js';
import { count } from './words.js';

let round = new AbortController();
/** Books of the revision that is shown, so that one can go from edition to edition and back. */
let books = new Map<string, Promise<Book>>();

/** Asks for everything that is shown, as it is now: state and books at the same time, to save a way there and back. */
export async function refresh(revision: number, status?: Status): Promise<void> {
  const { signal } = startRound();
  const isMade = status === undefined || status === 'fresh' || status === 'stale';
  // What is shown is known from before, or only once there was something to choose from.
  const isChosen = shown.value.every((index) => panes[index].value.edition !== '' && server.value?.offered);
  const known = isMade && isChosen ? shown.value.map((index) => fill(index, signal)) : [];
  try {
    const state = await getState(signal);
    adopt(state);
    if (known.length === 0 && (state.status === 'fresh' || state.status === 'stale')) {
      known.push(...shown.value.map((index) => fill(index, signal)));
    }
    const filled = await Promise.all(known);
    if (signal.aborted) return;
    settleAt(Math.max(revision, Math.min(state.revision, ...filled)));
  } catch (error) {
    failed(error, signal);
  }
}

/** Shows another edition, or the same for another purpose. */
export function choose(index: 0 | 1, choice: Partial<Pick<Pane, 'edition' | 'target'>>): void {
  unsettle();
  const other = index === 0 ? 1 : 0;
  const before = panes[index].value;
  batch(() => {
    // A pane that nobody sees takes what this one had, so that two editions are side by side once both are seen.
    if (!shown.value.includes(other) && choice.edition === panes[other].value.edition)
      panes[other].value = { ...panes[other].value, edition: before.edition, book: before.book, refusal: undefined };
    panes[index].value = { ...before, ...choice, refusal: undefined };
  });
  fillMissing();
}

/** A part is of no book any more: the books are asked for again, once until they are there. */
export function partIsGone(): void {
  if (!isWaiting.value && server.value) refresh(server.value.revision);
}

/** Takes over what the server says of itself, and chooses what to show when there is something to choose from. */
export function adopt(state: State): void {
  batch(() => {
    const before = server.value;
    server.value = state;
    connection.value = 'open';
    if (before && before.status !== state.status) announcement.value = ANNOUNCED[state.status];
    const values = state.offered?.editions.map(({ value }) => value) ?? [];
    const target = state.offered?.targets[0]?.value ?? 'screen';
    const preferred = [
      ['participant', 'leader'],
      ['leader', 'participant'],
    ] as const;
    preferred.forEach((names, index) => {
      const pane = panes[index as 0 | 1];
      const own = pane.value;
      if (values.length === 0) return;
      const other = names.find((name) => values.includes(name)) ?? values[index] ?? values[0] ?? '';
      const edition = values.includes(own.edition) ? own.edition : other;
      const isOffered = state.offered?.targets.some(({ value }) => value === own.target);
      if (edition !== own.edition || !isOffered) {
        pane.value = { ...own, edition, target: isOffered ? own.target : target };
      }
    });
  });
}

/** Fills panes that lack what was chosen for them. */
export async function fillMissing(): Promise<void> {
  const state = server.value;
  if (!state || (state.status !== 'fresh' && state.status !== 'stale')) return;
  const missing = shown.value.filter((index) => !isFilled(panes[index].value, state.revision));
  if (missing.length === 0) return settleAt(state.revision);
  const { signal } = round;
  try {
    await Promise.all(missing.map((index) => fill(index, signal)));
    if (!signal.aborted) settleAt(state.revision);
  } catch (error) {
    failed(error, signal);
  }
}

// Another view may show another pane.
effect(() => {
  if (shown.value.length > 0) queueMicrotask(fillMissing);
});

function startRound(): AbortController {
  round.abort();
  round = new AbortController();
  books = new Map();
  unsettle();
  return round;
}

function isFilled({ book, edition, target, refusal }: Pane, revision: number): boolean {
  return refusal !== undefined || (book?.edition === edition && book.target === target && book.revision >= revision);
}

/** Gets the book of a pane and shows it; answers its revision. A refusal is shown in its place. */
async function fill(index: 0 | 1, signal: AbortSignal): Promise<number> {
  const pane = panes[index];
  const { edition, target } = pane.value;
  if (edition === '') return 0;
  const slow = setTimeout(() => {
    isWaiting.value = true;
  }, NOTICEABLE);
  try {
    const book = await bookOf(edition, target, signal);
    if (isStill(pane.value, edition, target) && !signal.aborted) {
      warm(book, heads[index].value);
      announceChanges(pane.value.book, book);
      pane.value = { edition, target, book, refusal: undefined };
    }
    return book.revision;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (isStill(pane.value, edition, target) && !signal.aborted) {
      pane.value = { edition, target, book: undefined, refusal: error.refusal };
    }
    return Number.POSITIVE_INFINITY;
  } finally {
    clearTimeout(slow);
    if (!signal.aborted) isWaiting.value = false;
  }
}

/** Asks for the pages that are likely seen before anything else is done with a book, since they take longest. */
function warm(book: Book, head: number): void {
  for (const page of book.pages.slice(head, head + 2)) openPage(pictureOf(page)).catch(() => {});
}

/** Says how much is another where the same book was made anew. */
function announceChanges(before: Book | undefined, book: Book): void {
  if (before?.edition !== book.edition || before.target !== book.target) return;
  const changed = changedPages(before.pages, book.pages).length;
  if (changed > 0) announcement.value = `${count(changed, 'page')} changed.`;
}

function isStill(pane: Pane, edition: string, target: string): boolean {
  return pane.edition === edition && pane.target === target;
}

function bookOf(edition: string, target: string, signal: AbortSignal): Promise<Book> {
  const key = JSON.stringify([edition, target]);
  const known = books.get(key);
  if (known) return known;
  const asked = getBook(edition, target, signal);
  const shelf = books;
  shelf.set(key, asked);
  asked.catch(() => shelf.delete(key));
  return asked;
}

function settleAt(revision: number): void {
  settle(revision);
  Promise.all(books.values())
    .then((all) => keepParts(new Set(all.flatMap(addressesOf))))
    .catch(() => {});
}

function addressesOf({ edition, pages, sheets }: Book): string[] {
  return [...pages.map(({ part }) => partAddress(part)), ...(sheets ? [sheetsAddress(edition, sheets.key)] : [])];
}

function failed(error: unknown, signal: AbortSignal): void {
  if (signal.aborted) return;
  // Whoever answered was the server; what did not is away.
  if (error instanceof Refused) announcement.value = error.message;
  else connection.value = 'lost';
}

const ANNOUNCED: Record<Status, string> = {
  working: 'The booklet is being made.',
  fresh: 'The pages are up to date.',
  stale: 'There is an error. The pages are shown as they last were without it.',
  failed: 'There are errors, so no pages could be made.',
};

/** Milliseconds after which waiting is noticed. */
const NOTICEABLE = 250;
