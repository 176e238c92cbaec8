import { signal } from '@preact/signals';

// The same width as in style/narrow.css.
const query = matchMedia('(max-width: 820px)');

/** Whether there is no room beside the pages, so that panels lie over them. */
export const isNarrow = signal(query.matches);

query.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches;
});
