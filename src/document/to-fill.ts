import type { Inline } from '../lesson/model.js';

/** Whether a table's cell holds nothing but a gap: it is meant to be written in. */
export function isToFill(cell: readonly Inline[]): boolean {
  return (
    cell.length > 0 &&
    cell.every((inline) => inline.type === 'blank-rule' || (inline.type === 'text' && inline.value.trim() === ''))
  );
}
