import type { Block, Footnote, Inline } from '../lesson/model.js';
import { allBlocks, inlinesOf } from '../lesson/walk.js';

/**
 * The notes whose marks an edition shows, in order: a note that only a leader's block points to is the leader's.
 */
export function footnotesUsed(
  body: readonly Block[],
  aim: readonly Inline[],
  footnotes: readonly Footnote[],
): Footnote[] {
  const used = new Set<string>();
  const note = (inlines: readonly Inline[]) => {
    for (const id of marksIn(inlines)) used.add(id);
  };
  note(aim);
  for (const block of allBlocks({ body: [...body], footnotes: [] })) inlinesOf(block).forEach(note);
  // A note may carry a mark of its own.
  let before = -1;
  while (before !== used.size) {
    before = used.size;
    for (const footnote of footnotes) {
      if (!used.has(footnote.id)) continue;
      for (const block of allBlocks({ body: footnote.children, footnotes: [] })) inlinesOf(block).forEach(note);
    }
  }
  return footnotes.filter((footnote) => used.has(footnote.id));
}

function marksIn(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'footnote-mark') return [inline.id];
    if (inline.type === 'blank') return marksIn(inline.answer);
    return 'children' in inline ? marksIn(inline.children) : [];
  });
}
