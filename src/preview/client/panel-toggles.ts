import { batch } from '@preact/signals';
import { isNarrow } from './narrow.js';
import { type LeftPanel, leftPanel, type RightPanel, rightPanel } from './state.js';

/** Opens a panel, or closes it. Where there is room for one only, the other gives way. */
export function toggleLeft(panel: LeftPanel): void {
  batch(() => {
    const opens = leftPanel.value !== panel;
    leftPanel.value = opens ? panel : null;
    if (opens && isNarrow.value) rightPanel.value = null;
    if (!opens) focusToggle(panel);
  });
}

export function toggleRight(panel: RightPanel): void {
  batch(() => {
    const opens = rightPanel.value !== panel;
    rightPanel.value = opens ? panel : null;
    if (opens && isNarrow.value) leftPanel.value = null;
    if (!opens) focusToggle(panel);
  });
}

/** Opens the search, or goes back to its field. */
export function openSearch(): void {
  if (leftPanel.value !== 'search') toggleLeft('search');
  const field = document.querySelector<HTMLInputElement>('#search-field');
  field?.focus();
  field?.select();
}

/** The keyboard goes back to where it came from. */
function focusToggle(panel: string): void {
  if (document.activeElement?.closest('.panel')) document.querySelector<HTMLElement>(`#toggle-${panel}`)?.focus();
}
