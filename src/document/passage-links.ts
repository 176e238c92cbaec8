import type { EditionLesson } from '../edition/model.js';
import type { ReferenceInline } from '../lesson/model.js';
import type { VerseAddress, VerseRange } from '../lesson/passage.js';
import { allBlocks } from '../lesson/walk.js';
import { type Keep, keepNothing } from '../memory/keep.js';

/** Gives the anchor of the passage that a reference means, when the booklet prints all of it. */
export type PassageLinks = (reference: ReferenceInline, lesson: string) => string | undefined;

interface Printed {
  lesson: string;
  anchor: string;
  ranges: VerseRange[];
}

/** Finds where the passages of an edition stand, so that references to them can be links; its own lesson comes first. */
export function passageLinks(lessons: readonly EditionLesson[], keep: Keep = keepNothing): PassageLinks {
  const printed = lessons.flatMap((lesson) => keep(`printed in ${lesson.file}`, [lesson], () => printedIn(lesson)));
  return keep('passage links', [JSON.stringify(printed)], () => linksTo(printed));
}

function printedIn(lesson: EditionLesson): Printed[] {
  return [...allBlocks(lesson)].flatMap((block): Printed[] =>
    block.type === 'scripture' && block.passage
      ? [{ lesson: lesson.id, anchor: `${lesson.id}.${block.id}`, ranges: block.passage.ranges }]
      : [],
  );
}

function linksTo(printed: readonly Printed[]): PassageLinks {
  return ({ ranges }, lesson) => {
    if (ranges.length === 0) return undefined;
    const holding = printed.filter((passage) =>
      ranges.every((range) => passage.ranges.some((whole) => contains(whole, range))),
    );
    return (holding.find((passage) => passage.lesson === lesson) ?? holding[0])?.anchor;
  };
}

function contains(whole: VerseRange, range: VerseRange): boolean {
  return (
    whole.start.book === range.start.book &&
    order(whole.start) <= order(range.start) &&
    order(range.end) <= order(whole.end)
  );
}

/** No chapter has as many as a thousand verses. */
function order({ chapter, verse }: VerseAddress): number {
  return chapter * 1000 + verse;
}
