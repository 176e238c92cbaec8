import { computed, effect, signal, untracked } from '@preact/signals';
import type { Page } from '../protocol.js';
import { pictureKey } from './changes.js';
import { goToPage } from './navigation.js';
import { openPage } from './part-cache.js';
import { pictureOf } from './picture.js';
import { findSpans, foldQuery, type Run, type SearchText, type Span, searchText } from './search-text.js';
import { panes } from './state.js';

/** Something that was found. */
export interface Hit {
  /** Index of the page. */
  page: number;
  span: Span;
  /** The words around it: before, found, after. */
  context: [string, string, string];
}

export const query = signal('');
export const hits = signal<Hit[]>([]);
export const currentHit = signal<Hit | undefined>(undefined);
/** Whether pages are still being looked through. */
export const isSearching = signal(false);

const byPage = computed(() => groupByPage(hits.value));

/** What was found on a page; the same array as long as it is the same. */
export function hitsOn(page: number): Hit[] {
  return byPage.value.get(page) ?? NONE;
}

/** Goes to the next hit, or to the one before, and round at the end. */
export function nextHit(by: 1 | -1): void {
  const all = hits.value;
  if (all.length === 0) return;
  const now = currentHit.value ? all.indexOf(currentHit.value) : by === 1 ? -1 : 0;
  goToHit(all[(now + by + all.length) % all.length]);
}

export function goToHit(hit: Hit | undefined): void {
  currentHit.value = hit;
  unrevealed = hit;
  if (hit) goToPage(hit.page);
}

/** Whether a hit was gone to and is still to be scrolled to; only once, since readers scroll on. */
export function takeUnrevealed(): boolean {
  const isNew = unrevealed !== undefined && unrevealed === currentHit.value;
  if (isNew) unrevealed = undefined;
  return isNew;
}

const NONE: Hit[] = [];
let texts = new Map<string, Promise<SearchText>>();
let round = 0;
let unrevealed: Hit | undefined;

// Another query, or the same in a book that was made anew.
effect(() => {
  const pages = panes[0].value.book?.pages ?? [];
  const folded = foldQuery(query.value);
  const mine = ++round;
  untracked(() => {
    if (folded === '') {
      hits.value = NONE;
      currentHit.value = undefined;
      isSearching.value = false;
    } else lookThrough(pages, folded, () => mine === round);
  });
});

async function lookThrough(pages: readonly Page[], folded: string, isWanted: () => boolean): Promise<void> {
  isSearching.value = true;
  const before = currentHit.value;
  const found: Hit[] = [];
  const kept = new Map<string, Promise<SearchText>>();
  for (const [page, { part, index }] of pages.entries()) {
    const key = pictureKey({ part, index });
    const text = texts.get(key) ?? textOf({ part, index });
    kept.set(key, text);
    texts.set(key, text);
    try {
      const searchable = await text;
      found.push(...findSpans(searchable, folded).map((span) => hitOf(page, span, searchable)));
    } catch {
      // A page that is gone is of a book that is gone; the next one is looked through in its turn.
      texts.delete(key);
      kept.delete(key);
    }
    if (!isWanted()) return;
  }
  texts = kept;
  hits.value = found;
  isSearching.value = false;
  currentHit.value =
    before && found.find(({ page, context }) => page === before.page && context.join() === before.context.join());
}

async function textOf(page: Pick<Page, 'part' | 'index'>): Promise<SearchText> {
  const proxy = await openPage(pictureOf({ ...page, label: '', recto: true }));
  // The same runs as the layer of text has, which marks them by their number.
  const { items } = await proxy.getTextContent({ includeMarkedContent: true });
  const runs = items.flatMap((item): Run[] => ('str' in item ? [{ text: item.str, endsLine: item.hasEOL }] : []));
  return searchText(runs);
}

function hitOf(page: number, span: Span, { places, shown }: SearchText): Hit {
  const start = places.findIndex(({ run, at }) => run === span.from.run && at === span.from.at);
  const end = places.findIndex(({ run, at }) => run > span.to.run || (run === span.to.run && at >= span.to.at));
  const to = end === -1 ? shown.length : end;
  const words = (first: number, last: number) => shown.slice(Math.max(0, first), last).join('');
  const before = words(start - AROUND, start).replace(/^\S*\s/, '');
  const after = words(to, to + AROUND).replace(/\s\S*$/, '');
  return { page, span, context: [before, words(start, to), after] };
}

/** Characters shown before and after what was found. */
const AROUND = 40;

function groupByPage(all: readonly Hit[]): Map<number, Hit[]> {
  const groups = new Map<number, Hit[]>();
  for (const hit of all) groups.set(hit.page, [...(groups.get(hit.page) ?? []), hit]);
  return groups;
}
