import { step } from './navigation.js';
import { openSearch, toggleLeft, toggleRight } from './panel-toggles.js';
import { type Command, commandOf } from './shortcuts.js';
import { dialog, hasShortcuts, leftPanel, panes, rightPanel, scales, VIEWS, view, zoom } from './state.js';
import { nextZoom } from './zoom.js';

/** Answers the keys of `shortcuts.ts`, wherever the keyboard is but in a field or a dialog. */
export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || dialog.value) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const isTyping = target.closest('input, textarea, select, [contenteditable]') !== null;
    const command = commandOf(event, panes[0].value.book?.direction === 'right-to-left', hasShortcuts.value);
    if (!command) return;
    if (isTyping && command.kind !== 'close' && !(command.kind === 'search' && event.key !== '/')) return;
    // A panel is scrolled by the keys that scroll; they are the pages' only outside of it.
    const isInPanel = target.closest('.panel') !== null;
    if (isInPanel && (command.kind === 'step' || command.kind === 'scroll')) return;
    if (run(command, paneOf(target))) event.preventDefault();
  });
}

function run(command: Command, pane: 0 | 1): boolean {
  switch (command.kind) {
    case 'step':
      step.value = { pane, by: command.by };
      return true;
    case 'scroll': {
      document.querySelector(`[data-pane="${pane}"]`)?.scrollBy({ top: command.by });
      return true;
    }
    case 'view':
      view.value = VIEWS[command.number - 1] ?? view.value;
      return true;
    case 'zoom':
      zoom.value = nextZoom(scales[0].value, command.by);
      return true;
    case 'fit':
      zoom.value = command.to;
      return true;
    case 'search':
      openSearch();
      return true;
    case 'help':
      dialog.value = { kind: 'help' };
      return true;
    case 'close':
      if (leftPanel.value) toggleLeft(leftPanel.value);
      else if (rightPanel.value) toggleRight(rightPanel.value);
      else return false;
      return true;
  }
}

function paneOf(target: Element): 0 | 1 {
  return target.closest('[data-pane="1"]') ? 1 : 0;
}
