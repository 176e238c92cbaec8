import { signal } from '@preact/signals';
import { panes, view } from './state.js';

/** A page to be brought to the head of a pane; each request is a value of its own. */
export interface Destination {
  pane: 0 | 1;
  page: number;
}

export const destination = signal<Destination | undefined>(undefined);

/** Brings a page into view. Sheets show pages in another order, so they give way to spreads. */
export function goToPage(page: number, pane: 0 | 1 = 0): void {
  if (view.value === 'sheets') view.value = 'spread';
  destination.value = { pane, page };
}

/** Brings the page of an anchor into view, where there is one. */
export function goToAnchor(anchor: string, pane: 0 | 1): void {
  const page = panes[pane].value.book?.anchors[anchor];
  if (page !== undefined) goToPage(page, pane);
}

/** A step forwards or backwards in whatever rows the view has; `undefined` once it is taken. */
export const step = signal<{ pane: 0 | 1; by: number } | undefined>(undefined);
