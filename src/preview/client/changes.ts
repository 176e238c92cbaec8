import type { Book, Page } from '../protocol.js';

/** What tells one picture of a page from another: the same key, the same picture. */
export function pictureKey({ part, index }: Pick<Page, 'part' | 'index'>): string {
  return `${part}#${index}`;
}

/** Indexes of the pages whose picture is another than before, and of those that are new. */
export function changedPages(before: readonly Page[], after: readonly Page[]): number[] {
  return after.flatMap((page, index) => {
    const old = before[index];
    return old && pictureKey(old) === pictureKey(page) ? [] : [index];
  });
}

type Anchored = Pick<Book, 'anchors'> & { pages: readonly unknown[] };

/**
 * The page of another book, or of the same one made again, that shows what a page of this one showed: as far after the
 * last anchor that both have as it was here. Without such an anchor it is the page of the same number.
 */
export function samePlace(from: Anchored, to: Anchored, page: number): number {
  const last = to.pages.length - 1;
  const clamp = (index: number) => Math.min(Math.max(index, 0), Math.max(last, 0));
  const shared = Object.entries(from.anchors)
    .filter(([anchor]) => Object.hasOwn(to.anchors, anchor))
    .map(([anchor, at]) => ({ at, to: to.anchors[anchor] ?? 0 }))
    .sort((a, b) => a.at - b.at || a.to - b.to);
  // Of several anchors on one page the first counts: it says where the page begins.
  const before = shared.filter(({ at }) => at <= page);
  const nearest = before.find(({ at }) => at === before.at(-1)?.at);
  if (!nearest) return clamp(page);
  const next = shared.find(({ at }) => at > page);
  const sought = nearest.to + (page - nearest.at);
  return clamp(next ? Math.min(sought, Math.max(nearest.to, next.to)) : sought);
}
