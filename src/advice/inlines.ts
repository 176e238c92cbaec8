import type { Inline } from '../lesson/model.js';

/**
 * Every inline of a run in reading order, those within others and in gaps included.
 *
 * @param except - A type that is left out with all that is in it.
 */
export function inlinesWithin(inlines: readonly Inline[], except?: Inline['type']): Inline[] {
  return inlines.flatMap((inline) => {
    if (inline.type === except) return [];
    const inside = inline.type === 'blank' ? inline.answer : 'children' in inline ? inline.children : [];
    return [inline, ...inlinesWithin(inside, except)];
  });
}
