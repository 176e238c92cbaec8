/** Whether everything that is seen of a pane is drawn as it is now. */
type Check = () => boolean;

const checks = new Set<Check>();
let settled: number | undefined;

/** Joins a pane to those that are asked; answers how to take it out. */
export function joinDrawn(check: Check): () => void {
  checks.add(check);
  return () => checks.delete(check);
}

/** All that is shown of a revision has arrived, though it may not be drawn. */
export function settle(revision: number): void {
  settled = revision;
  requestAnimationFrame(noticeDrawn);
}

/** Something else is to be shown, which is not there yet. */
export function unsettle(): void {
  settled = undefined;
  delete document.documentElement.dataset.drawn;
}

/**
 * Called whenever a page was drawn. Once all that is seen is drawn, the revision is written to the document's
 * `data-drawn` and marked as `pages-drawn`, for those who measure.
 */
export function noticeDrawn(): void {
  const { dataset } = document.documentElement;
  if (settled === undefined || dataset.drawn === String(settled) || checks.size === 0) return;
  if (![...checks].every((check) => check())) return;
  dataset.drawn = String(settled);
  performance.mark('pages-drawn', { detail: { revision: settled } });
}
