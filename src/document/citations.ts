import type { Inline } from '../lesson/model.js';
import type { Citation } from './flow.js';

/** The references in inline runs, for the indexes. */
export function citationsOf(inlines: readonly Inline[]): Citation[] {
  return inlines.flatMap((inline): Citation[] => {
    if (inline.type === 'reference') return inline.osis ? [{ key: inline.osis, text: inline.text }] : [];
    if (inline.type === 'blank') return citationsOf(inline.answer);
    return 'children' in inline ? citationsOf(inline.children) : [];
  });
}
