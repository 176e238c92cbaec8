import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Heading } from '../lesson/model.js';
import { allBlocks } from '../lesson/walk.js';
import type { AdviceRule } from './model.js';

/**
 * Headings that are more than one level deeper than the one before them, and those of the title's own level. They are set
 * one level deeper all the same, so what was meant may have been something else.
 */
export const headingOrder: AdviceRule = ({ lessons, sources }) =>
  lessons.flatMap((lesson) => {
    let last = 1;
    return [...allBlocks(lesson)].flatMap((block) => {
      if (block.type !== 'heading') return [];
      const file = block.file ?? lesson.file;
      const depth = depthOf(block, sources.get(file));
      const before = last;
      last = depth;
      if (depth > 1 && depth <= before + 1) return [];
      return diagnostic({
        file,
        place: block.position,
        rule: 'heading-order',
        found:
          depth > 1 && before === 1
            ? `a heading of level ${depth} right under the lesson’s title`
            : `a heading of level ${depth} after one of level ${before}`,
        expected: depth === 1 ? 'headings from level 2 on' : `level ${before + 1} at the most`,
        advice: `write it with ${'#'.repeat(depth === 1 ? 2 : before + 1)}`,
      });
    });
  });

/** The level that the author wrote, which the lesson's own closes up; its lesson's where the source cannot tell. */
function depthOf({ level, position }: Heading, source: string | undefined): number {
  const { line = 0, column = 1 } = position?.start ?? {};
  const written = source?.split('\n')[line - 1]?.slice(column - 1) ?? '';
  const hashes = /^#{1,6}(?=\s|$)/.exec(written)?.[0].length;
  if (hashes !== undefined) return hashes;
  const underline = source?.split('\n')[(position?.end.line ?? 0) - 1]?.trimEnd() ?? '';
  return underline.endsWith('=') ? 1 : underline.endsWith('-') ? 2 : level;
}
