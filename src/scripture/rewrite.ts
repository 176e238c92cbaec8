import type { Block, Inline, Lesson, TableRow } from '../lesson/model.js';
import { unreachable } from '../lesson/model.js';

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
  const blocks = (children: readonly Block[]) => rewriteBlocks(children, rewriting);
  const inlines = (run: Inline[]) => rewriting.inlines(run, block);
  const row = ({ cells }: TableRow): TableRow => ({ cells: cells.map(inlines) });
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: inlines(block.children) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, children: blocks(item.children) })) };
    case 'table':
      return { ...block, head: row(block.head), rows: block.rows.map(row) };
    case 'blockquote':
    case 'prepare':
      return { ...block, children: blocks(block.children) };
    case 'figure':
      return block.caption ? { ...block, caption: inlines(block.caption) } : block;
    case 'audience': {
      const title = block.title ? { title: inlines(block.title) } : {};
      return { ...block, ...title, children: blocks(block.children) };
    }
    case 'activity': {
      const title = block.title ? { title: inlines(block.title) } : {};
      return { ...block, ...title, children: blocks(block.children) };
    }
    case 'question':
      return { ...block, prompt: blocks(block.prompt), answer: blocks(block.answer) };
    case 'hymn':
      return {
        ...block,
        title: inlines(block.title),
        stanzas: block.stanzas.map((stanza) => ({ ...stanza, lines: stanza.lines.map(inlines) })),
        notes: block.notes.map((note) => {
          const rewritten = rewriting.block(inside(note, rewriting));
          return rewritten.type === 'audience' ? rewritten : note;
        }),
      };
    case 'readings': {
      const title = block.title ? { title: inlines(block.title) } : {};
      return { ...block, ...title, items: block.items.map((item) => ({ ...item, children: inlines(item.children) })) };
    }
    case 'code':
    case 'thematic-break':
    case 'scripture':
    case 'memory-verse':
    case 'lines':
    case 'page-break':
      return block;
    default:
      return unreachable(block);
  }
}
