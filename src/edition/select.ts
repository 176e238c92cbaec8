import type { Block, Inline, Lesson } from '../lesson/model.js';
import { unreachable } from '../lesson/model.js';
import { inlineText, withInside } from '../lesson/walk.js';
import { footnotesUsed } from './footnotes.js';
import { glanceOf } from './glance.js';
import type { EditionContent, EditionDefinition, EditionLesson, EditionPart } from './model.js';

/**
 * What one edition shows of a booklet's lessons. Blocks for other audiences, answers and filled blanks are taken out
 * here, before anything is laid out, so that later stages cannot let them through. Numbers and ids were given when the
 * lessons were made and are the same in every edition.
 */
export function selectEdition(
  { lessons, front = [], back = [] }: BookletContent,
  edition: EditionDefinition,
): EditionContent {
  return {
    edition,
    lessons: lessons.map((lesson) => selectLesson(lesson, edition)),
    front: selectParts(front, edition),
    back: selectParts(back, edition),
  };
}

/** What a booklet holds: its lessons, and the parts before and after them with their chapters read. */
export interface BookletContent {
  lessons: readonly Lesson[];
  front?: readonly ReadPart[];
  back?: readonly ReadPart[];
}

/** A part of a booklet beside its lessons, its chapter read. */
export type ReadPart =
  | { kind: 'chapter'; chapter: Lesson; audience: 'all' | 'leader' | 'participant' }
  | { kind: Exclude<EditionPart['kind'], 'chapter'> };

/** Chapters for other audiences, and chapters of which nothing is left, are taken out. */
function selectParts(parts: readonly ReadPart[], edition: EditionDefinition): EditionPart[] {
  return parts.flatMap((part): EditionPart[] => {
    if (part.kind !== 'chapter') return [part];
    if (part.audience !== 'all' && part.audience !== edition.audience) return [];
    // A chapter is read, not led: it has no overview for the leader.
    const { glance: _glance, ...chapter } = selectLesson(part.chapter, edition);
    return chapter.body.length > 0 ? [{ kind: 'chapter', chapter }] : [];
  });
}

/** What is being selected for, and the numbers that footnotes have in this edition. */
interface Selection {
  edition: EditionDefinition;
  notes: ReadonlyMap<string, number>;
}

function selectLesson(lesson: Lesson, edition: EditionDefinition): EditionLesson {
  const { aim, footnotes, body, ...rest } = lesson;
  const unnumbered: Selection = { edition, notes: new Map() };
  const glance = edition.answers ? glanceOf(lesson) : undefined;
  const shown = [...(glance?.prepare ?? []), ...selectBlocks(body, unnumbered)];
  const used = footnotesUsed(shown, selectInlines(aim ?? [], unnumbered), footnotes);
  // Notes that this edition hides leave no gap in its numbers.
  const selection: Selection = { edition, notes: new Map(used.map(({ id }, index) => [id, index + 1])) };
  return {
    ...rest,
    ...(aim ? { aim: selectInlines(aim, selection) } : {}),
    body: selectBlocks(body, selection),
    footnotes: used.map((note, index) => ({
      ...note,
      number: index + 1,
      children: selectBlocks(note.children, selection),
    })),
    ...(glance ? { glance: { ...glance, prepare: selectBlocks(glance.prepare, selection) } } : {}),
  };
}

function selectBlocks(blocks: readonly Block[], selection: Selection): Block[] {
  return blocks.flatMap((block) => selectBlock(block, selection));
}

function selectBlock(block: Block, selection: Selection): Block[] {
  const { audience, answers } = selection.edition;
  if (block.type === 'prepare' || (block.type === 'audience' && block.audience !== audience)) return [];
  const shown = block.type === 'question' && !answers ? { ...block, answer: [] } : block;
  return [
    withInside(shown, {
      inlines: (run) => selectInlines(run, selection),
      blocks: (children) => selectBlocks(children, selection),
    }),
  ];
}

function selectInlines(inlines: readonly Inline[], selection: Selection): Inline[] {
  return inlines.map((inline): Inline => {
    switch (inline.type) {
      case 'blank':
        if (selection.edition.answers) return { ...inline, answer: selectInlines(inline.answer, selection) };
        return { type: 'blank-rule', width: roundedWidth(inlineText(inline.answer)), position: inline.position };
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
        return { ...inline, children: selectInlines(inline.children, selection) };
      case 'footnote-mark':
        return { ...inline, number: selection.notes.get(inline.id) ?? inline.number };
      case 'text':
      case 'code-span':
      case 'break':
      case 'blank-rule':
      case 'reference':
        return inline;
      default:
        return unreachable(inline);
    }
  });
}

/** Rules come in steps of four characters: the exact length of an answer would be a hint. */
function roundedWidth(answer: string): number {
  return Math.max(8, Math.ceil(answer.length / 4) * 4);
}
