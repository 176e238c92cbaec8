import { effect } from '@preact/signals';
import { startAt } from './place.js';
import { heads, panes, VIEWS, view } from './state.js';

/** Takes view, edition, target and page from the part of the address behind `#`, so that a reload shows the same. */
export function takeAddress(): void {
  const { hash } = location;
  const asked = new URLSearchParams(hash.slice(1));
  const wanted = VIEWS.find((one) => one === asked.get('view'));
  if (wanted) view.value = wanted;
  panes[0].value = { ...panes[0].value, edition: asked.get('edition') ?? '', target: asked.get('for') ?? '' };
  panes[1].value = { ...panes[1].value, edition: asked.get('beside') ?? '' };
  const page = Number(asked.get('page'));
  if (Number.isInteger(page) && page > 1) startAt(0, page - 1);
}

/** Keeps the address up with what is shown. */
export function rememberAddress(): void {
  effect(() => {
    const { edition, target } = panes[0].value;
    const beside = view.value === 'side-by-side' ? panes[1].value.edition : '';
    const shown = new URLSearchParams({ view: view.value });
    if (edition) shown.set('edition', edition);
    if (target) shown.set('for', target);
    if (beside) shown.set('beside', beside);
    if (heads[0].value > 0 && view.value !== 'sheets') shown.set('page', String(heads[0].value + 1));
    clearTimeout(later);
    later = setTimeout(() => history.replaceState(null, '', `#${shown}`), 400);
  });
}

let later: ReturnType<typeof setTimeout> | undefined;
