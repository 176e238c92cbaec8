/** What keys do, as readers are told it. */
export const SHORTCUTS: { keys: string[]; what: string }[] = [
  { keys: ['Page Down', '→'], what: 'Next page, spread or sheet' },
  { keys: ['Page Up', '←'], what: 'The one before' },
  { keys: ['Home', 'End'], what: 'First and last' },
  { keys: ['↑', '↓'], what: 'Scroll' },
  { keys: ['1', '2', '3', '4'], what: 'Single pages, spreads, sheets, side by side' },
  { keys: ['/', 'Ctrl F'], what: 'Search' },
  { keys: ['+', '−'], what: 'Larger, smaller' },
  { keys: ['W', 'P'], what: 'Fit the width, fit the page' },
  { keys: ['?'], what: 'This list' },
  { keys: ['Esc'], what: 'Close a panel or a dialog' },
];

/** What a key asks for. */
export type Command =
  | { kind: 'step'; by: number }
  | { kind: 'scroll'; by: number }
  | { kind: 'view'; number: number }
  | { kind: 'zoom'; by: 1 | -1 }
  | { kind: 'fit'; to: 'width' | 'page' }
  | { kind: 'search' | 'help' | 'close' };

/** A key as it was pressed. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * What a key asks for, when it was not pressed in a field. In a booklet that is read from right to left, the next page
 * is at the left. Letters and digits do nothing where single keys are switched off.
 */
export function commandOf(pressed: Pressed, isBackwards: boolean, hasSingleKeys: boolean): Command | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'f') return { kind: 'search' };
  if (ctrlKey || metaKey || altKey) return undefined;
  const forwards = isBackwards ? -1 : 1;
  switch (key) {
    case 'PageDown':
      return { kind: 'step', by: 1 };
    case 'PageUp':
      return { kind: 'step', by: -1 };
    case 'ArrowRight':
      return { kind: 'step', by: forwards };
    case 'ArrowLeft':
      return { kind: 'step', by: -forwards };
    case 'Home':
      return { kind: 'step', by: Number.NEGATIVE_INFINITY };
    case 'End':
      return { kind: 'step', by: Number.POSITIVE_INFINITY };
    case 'ArrowDown':
      return { kind: 'scroll', by: 60 };
    case 'ArrowUp':
      return { kind: 'scroll', by: -60 };
    case 'Escape':
      return { kind: 'close' };
  }
  return hasSingleKeys ? singleKey(key) : undefined;
}

function singleKey(key: string): Command | undefined {
  if (/^[1-4]$/.test(key)) return { kind: 'view', number: Number(key) };
  switch (key.toLowerCase()) {
    case '/':
      return { kind: 'search' };
    case '?':
      return { kind: 'help' };
    case '+':
    case '=':
      return { kind: 'zoom', by: 1 };
    case '-':
      return { kind: 'zoom', by: -1 };
    case 'w':
      return { kind: 'fit', to: 'width' };
    case 'p':
      return { kind: 'fit', to: 'page' };
  }
  return undefined;
}
