import { diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Inline, Lesson } from '../lesson/model.js';
import type { VerseAddress, VerseRange } from '../lesson/passage.js';
import { allBlocks, inlinesOf } from '../lesson/walk.js';
import { inlinesWithin } from './inlines.js';
import type { AdviceRule } from './model.js';

/** Passages that stand under a lesson's title and of which the lesson neither prints nor mentions a single verse. */
export const passageUnread: AdviceRule = ({ lessons }) =>
  lessons.flatMap((lesson) => {
    const met = rangesMet(lesson);
    return lesson.passages.flatMap(({ text, ranges, position }) => {
      if (ranges.length === 0 || ranges.some((range) => met.some((other) => overlap(range, other)))) return [];
      return diagnostic({
        file: lesson.file,
        place: position,
        rule: 'passage-unread',
        found: `the passage “${text}”, to which the lesson never comes`,
        expected: 'a passage that it prints or refers to',
        advice: 'print it with ::scripture, ask about it, or take it from “passages”',
      });
    });
  });

function rangesMet({ body, footnotes, aim = [] }: Lesson): VerseRange[] {
  return [...inInlines(aim), ...[...allBlocks({ body, footnotes })].flatMap(inBlock)];
}

function inBlock(block: Block): VerseRange[] {
  const printed = block.type === 'scripture' || block.type === 'memory-verse' ? block.passage?.ranges : undefined;
  return [...(printed ?? []), ...inlinesOf(block).flatMap(inInlines)];
}

function inInlines(inlines: readonly Inline[]): VerseRange[] {
  return inlinesWithin(inlines).flatMap((inline) => (inline.type === 'reference' ? inline.ranges : []));
}

function overlap(a: VerseRange, b: VerseRange): boolean {
  return a.start.book === b.start.book && order(a.start) <= order(b.end) && order(b.start) <= order(a.end);
}

/** No chapter has as many as a thousand verses. */
function order({ chapter, verse }: VerseAddress): number {
  return chapter * 1000 + verse;
}
