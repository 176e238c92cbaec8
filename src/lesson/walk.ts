import type { Activity, Block, Inline, Lesson, Question, TableRow } from './model.js';
import { unreachable } from './model.js';

/** The inline runs that stand directly in a block (title, text, cells, lines), not those of blocks inside it. */
export function inlinesOf(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.children];
    case 'table':
      return [block.head, ...block.rows].flatMap((row) => row.cells);
    case 'figure':
      return block.caption ? [block.caption] : [];
    case 'audience':
    case 'activity':
      return block.title ? [block.title] : [];
    case 'hymn':
      return [block.title, ...block.stanzas.flatMap((stanza) => stanza.lines)];
    case 'readings':
      return [...(block.title ? [block.title] : []), ...block.items.map((item) => item.children)];
    case 'list':
    case 'blockquote':
    case 'code':
    case 'thematic-break':
    case 'for':
    case 'prepare':
    case 'question':
    case 'scripture':
    case 'memory-verse':
    case 'lines':
    case 'page-break':
      return [];
    default:
      return unreachable(block);
  }
}

/** The blocks that stand directly inside a block, in reading order. */
export function blocksOf(block: Block): Block[] {
  switch (block.type) {
    case 'list':
      return block.items.flatMap((item) => item.children);
    case 'blockquote':
    case 'audience':
    case 'for':
    case 'prepare':
    case 'activity':
      return block.children;
    case 'question':
      return [...block.prompt, ...block.answer];
    case 'hymn':
      return block.notes;
    case 'paragraph':
    case 'heading':
    case 'table':
    case 'code':
    case 'thematic-break':
    case 'figure':
    case 'scripture':
    case 'memory-verse':
    case 'readings':
    case 'lines':
    case 'page-break':
      return [];
    default:
      return unreachable(block);
  }
}

/** Every block of a lesson in reading order, blocks within blocks and footnotes included. */
export function* allBlocks(lesson: Pick<Lesson, 'body' | 'footnotes'>): Generator<Block> {
  yield* deep(lesson.body);
  for (const note of lesson.footnotes) yield* deep(note.children);
}

function* deep(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    yield* deep(blocksOf(block));
  }
}

/** A part of a lesson whose length was planned. */
export interface TimedItem {
  block: Activity | Question;
  minutes: number;
  /** Done when time allows: not counted in the lesson's duration. */
  optional: boolean;
  /** Left out of paths through the session that are shorter than this many minutes. */
  from?: number;
}

/**
 * The parts of a lesson that have minutes, in order: the rows of its timing table. The minutes of an activity cover
 * what stands in it, so parts within parts are not listed. Time is the leader's to keep: what a leader does not see, one
 * group's part among several for instance, is not counted.
 */
export function timedItems(blocks: readonly Block[]): TimedItem[] {
  return blocks.flatMap((block): TimedItem[] => {
    if (block.type === 'for' && !block.audiences.includes('leader')) return [];
    if (block.type === 'audience' && block.audience !== 'leader') return [];
    if ((block.type === 'activity' || block.type === 'question') && block.minutes !== undefined) {
      const { minutes, optional, from } = block;
      return [{ block, minutes, optional: optional === true, ...(from === undefined ? {} : { from }) }];
    }
    return timedItems(blocksOf(block));
  });
}

/** The words of inline runs as one string: what a reader would copy. Blanks give their answer. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline): string => {
      switch (inline.type) {
        case 'text':
        case 'code-span':
          return inline.value;
        case 'reference':
          return inline.text;
        case 'break':
          return '\n';
        case 'emphasis':
        case 'strong':
        case 'delete':
        case 'foreign':
        case 'link':
          return inlineText(inline.children);
        case 'blank':
          return inlineText(inline.answer);
        case 'blank-rule':
        case 'footnote-mark':
          return '';
        default:
          return unreachable(inline);
      }
    })
    .join('');
}

/** What to put in the place of what stands directly inside a block. Neither function may change what it is given. */
export interface InsideOf {
  /** For each run of inlines: a paragraph's text, a title, a cell, a line of a hymn. */
  inlines(run: Inline[]): Inline[];
  /** For each list of blocks, in reading order. */
  blocks(children: Block[]): Block[];
}

/** A copy of a block with everything that stands directly inside it replaced. */
export function withInside(block: Block, { inlines, blocks }: InsideOf): Block {
  const title = 'title' in block && block.title ? { title: inlines(block.title) } : {};
  const row = ({ cells }: TableRow): TableRow => ({ cells: cells.map(inlines) });
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: inlines(block.children) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, children: blocks(item.children) })) };
    case 'table':
      return { ...block, head: row(block.head), rows: block.rows.map(row) };
    case 'figure':
      return block.caption ? { ...block, caption: inlines(block.caption) } : block;
    case 'blockquote':
    case 'for':
    case 'prepare':
      return { ...block, children: blocks(block.children) };
    case 'audience':
      return { ...block, ...title, children: blocks(block.children) };
    case 'activity':
      return { ...block, ...title, children: blocks(block.children) };
    case 'question':
      return { ...block, prompt: blocks(block.prompt), answer: blocks(block.answer) };
    case 'hymn':
      return {
        ...block,
        ...title,
        stanzas: block.stanzas.map((stanza) => ({ ...stanza, lines: stanza.lines.map(inlines) })),
        notes: blocks(block.notes).filter((note) => note.type === 'audience' || note.type === 'for'),
      };
    case 'readings':
      return { ...block, ...title, items: block.items.map((item) => ({ ...item, children: inlines(item.children) })) };
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
