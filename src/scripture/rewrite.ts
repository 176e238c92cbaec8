import type { Block, Inline, Lesson } from '../lesson/model.js';
import { withInside } from '../lesson/walk.js';

/** What to put in the place of each piece of a lesson. Neither function may change what it is given. */
export interface Rewriting {
  /** For each run of inlines that stands directly in a block: a paragraph's text, a title, a cell, a line. */
  inlines(inlines: Inline[], block: Block): Inline[];
  /** For each block, after everything inside it was rewritten. */
  block(block: Block): Block;
}

/** A copy of a lesson's body and notes with every block and run of inlines rewritten, in reading order. */
export function rewriteLesson(lesson: Lesson, rewriting: Rewriting): Lesson {
  return {
    ...lesson,
    body: rewriteBlocks(lesson.body, rewriting),
    footnotes: lesson.footnotes.map((note) => ({ ...note, children: rewriteBlocks(note.children, rewriting) })),
  };
}

function rewriteBlocks(blocks: readonly Block[], rewriting: Rewriting): Block[] {
  return blocks.map((block) => rewriting.block(inside(block, rewriting)));
}

function inside(block: Block, rewriting: Rewriting): Block {
  return withInside(block, {
    inlines: (run) => rewriting.inlines(run, block),
    blocks: (children) => rewriteBlocks(children, rewriting),
  });
}
