import type { Change } from '../lesson/changes.js';
import type { Block, Footnote, FootnoteMark, Inline, Lesson } from '../lesson/model.js';
import { blocksOf, inlinesOf, withInside } from '../lesson/walk.js';

/**
 * The changes of one lesson with notes whose ids the lesson does not have yet, and these notes. A note that several
 * changes point to is one note.
 */
export function localNotes(lesson: Lesson, changes: readonly Change[]): { changes: Change[]; notes: Footnote[] } {
  const taken = new Set(lesson.footnotes.map(({ id }) => id));
  const ids = new Map<string, string>();
  const notes = new Map<string, Footnote>();
  for (const note of changes.flatMap(({ footnotes }) => footnotes)) {
    if (ids.has(note.id)) continue;
    let id = note.id;
    for (let n = 2; taken.has(id); n++) id = `${note.id}-${n}`;
    taken.add(id);
    ids.set(note.id, id);
    notes.set(note.id, { ...note, id });
  }
  const named = (mark: FootnoteMark): FootnoteMark => ({ ...mark, id: ids.get(mark.id) ?? mark.id });
  return {
    changes: changes.map((change) => ({ ...change, blocks: withMarks(change.blocks, named) })),
    notes: [...notes.values()].map((note) => ({ ...note, children: withMarks(note.children, named) })),
  };
}

/**
 * The lesson with its notes in the order of their first marks, numbered from 1. A note whose last mark went with a block
 * that was replaced goes with it.
 */
export function numberedNotes(lesson: Lesson): Lesson {
  if (lesson.footnotes.length === 0) return lesson;
  const notes = new Map(lesson.footnotes.map((note) => [note.id, note]));
  const order = [...new Set([...marksIn(lesson.aim ?? []), ...lesson.body.flatMap(marksOf)])];
  // The list grows while notes with marks of their own are looked at.
  for (let i = 0; i < order.length; i++) {
    for (const id of notes.get(order[i] ?? '')?.children.flatMap(marksOf) ?? [])
      if (!order.includes(id)) order.push(id);
  }
  const number = (mark: FootnoteMark): FootnoteMark => ({ ...mark, number: order.indexOf(mark.id) + 1 });
  return {
    ...lesson,
    ...(lesson.aim ? { aim: inMarks(lesson.aim, number) } : {}),
    body: withMarks(lesson.body, number),
    footnotes: order.flatMap((id, index): Footnote[] => {
      const note = notes.get(id);
      return note ? [{ ...note, number: index + 1, children: withMarks(note.children, number) }] : [];
    }),
  };
}

/** Ids of the notes that a block and what stands in it point to. */
export function marksOf(block: Block): string[] {
  return [...inlinesOf(block).flatMap(marksIn), ...blocksOf(block).flatMap(marksOf)];
}

function marksIn(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'footnote-mark') return [inline.id];
    if (inline.type === 'blank') return marksIn(inline.answer);
    return 'children' in inline ? marksIn(inline.children) : [];
  });
}

function withMarks(blocks: readonly Block[], change: (mark: FootnoteMark) => FootnoteMark): Block[] {
  return blocks.map((block) =>
    withInside(block, {
      inlines: (run) => inMarks(run, change),
      blocks: (children) => withMarks(children, change),
    }),
  );
}

function inMarks(inlines: readonly Inline[], change: (mark: FootnoteMark) => FootnoteMark): Inline[] {
  return inlines.map((inline): Inline => {
    if (inline.type === 'footnote-mark') return change(inline);
    if (inline.type === 'blank') return { ...inline, answer: inMarks(inline.answer, change) };
    if ('children' in inline) return { ...inline, children: inMarks(inline.children, change) };
    return inline;
  });
}
