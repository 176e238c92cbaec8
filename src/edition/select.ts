import type { EditionDefinition } from '../booklet/model.js';
import type { Block, Inline, Lesson } from '../lesson/model.js';
import { unreachable } from '../lesson/model.js';
import { inlineText, withInside } from '../lesson/walk.js';
import { type Keep, keepNothing } from '../memory/keep.js';
import { footnotesUsed } from './footnotes.js';
import { glanceOf } from './glance.js';
import { type Judgement, judgementOf, withoutEmptyHeadings } from './kinds.js';
import type { EditionContent, EditionLesson, EditionPart } from './model.js';

/**
 * What one edition shows of a booklet's lessons. Blocks for other audiences, answers and filled blanks are taken out
 * here, before anything is laid out, so that later stages cannot let them through. Numbers and ids were given when the
 * lessons were made and are the same in every edition.
 *
 * @param keep - Remembers what was selected for this edition, one slot a file.
 */
export function selectEdition(
  { lessons, front = [], back = [], schedule = [], paths = [] }: BookletContent,
  edition: EditionDefinition,
  keep: Keep = keepNothing,
): EditionContent {
  const facts = JSON.stringify(edition);
  const selected = lessons.map((lesson, index): EditionLesson => {
    const [date, nextDate] = [schedule[index], schedule[index + 1]];
    const dates = { ...(date ? { date } : {}), ...(nextDate ? { nextDate } : {}) };
    return keep(`selected ${lesson.file}`, [lesson, facts, date, nextDate, JSON.stringify(paths)], () => ({
      ...selectLesson(lesson, edition, paths),
      ...dates,
    }));
  });
  if (edition.layout === 'handout') {
    return { edition, lessons: selected.filter(({ body }) => body.length > 0), front: [], back: [] };
  }
  return {
    edition,
    lessons: selected,
    front: selectParts(front, edition, keep),
    back: selectParts(back, edition, keep),
  };
}

/** What a booklet holds: its lessons, and the parts before and after them with their chapters read. */
export interface BookletContent {
  lessons: readonly Lesson[];
  front?: readonly ReadPart[];
  back?: readonly ReadPart[];
  /** The date of each lesson's meeting (ISO 8601), in their order. */
  schedule?: readonly string[];
  /** Session lengths in minutes that the leader's overview plans for. */
  paths?: readonly number[];
}

/** A part of a booklet beside its lessons, its chapter read. */
export type ReadPart =
  | { kind: 'chapter'; chapter: Lesson; audience: string }
  | { kind: Exclude<EditionPart['kind'], 'chapter'> };

/** Chapters for other audiences, and chapters of which nothing is left, are taken out. */
function selectParts(parts: readonly ReadPart[], edition: EditionDefinition, keep: Keep): EditionPart[] {
  return parts.flatMap((part): EditionPart[] => {
    if (part.kind !== 'chapter') return [part];
    if (part.audience !== 'all' && !edition.audiences.includes(part.audience)) return [];
    const { chapter: read } = part;
    const selected = keep(`selected ${read.file}`, [read, JSON.stringify(edition)], (): EditionPart => {
      // A chapter is read, not led: it has no overview for the leader.
      const { glance: _glance, ...chapter } = selectLesson(read, edition, []);
      return { kind: 'chapter', chapter };
    });
    return selected.kind === 'chapter' && selected.chapter.body.length > 0 ? [selected] : [];
  });
}

/** What is being selected for, and the numbers that footnotes have in this edition. */
interface Selection {
  edition: EditionDefinition;
  notes: ReadonlyMap<string, number>;
  /** Which kinds of block are shown where the selection has come to. */
  judge: Judgement;
  /** Whether what the leader prepares is kept, for the overview. */
  prepare: boolean;
}

function selectLesson(lesson: Lesson, edition: EditionDefinition, paths: readonly number[]): EditionLesson {
  const { aim, footnotes, body, ...rest } = lesson;
  const unnumbered: Selection = { edition, notes: new Map(), judge: judgementOf(edition), prepare: false };
  const glance = edition.audiences.includes('leader')
    ? glanceOf({ ...lesson, body: selectBody(body, { ...unnumbered, prepare: true }) }, paths)
    : undefined;
  const shown = [...(glance?.prepare ?? []), ...selectBody(body, unnumbered)];
  const used = footnotesUsed(shown, selectInlines(aim ?? [], unnumbered), footnotes);
  // Notes that this edition hides leave no gap in its numbers.
  const selection: Selection = { ...unnumbered, notes: new Map(used.map(({ id }, index) => [id, index + 1])) };
  const inside: Selection = { ...selection, judge: selection.judge.inside };
  return {
    ...rest,
    ...(aim ? { aim: selectInlines(aim, selection) } : {}),
    body: selectBody(body, selection),
    footnotes: used.map((note, index) => ({
      ...note,
      number: index + 1,
      children: selectBlocks(note.children, inside),
    })),
    ...(glance ? { glance: { ...glance, prepare: selectBlocks(glance.prepare, inside) } } : {}),
  };
}

function selectBody(blocks: readonly Block[], selection: Selection): Block[] {
  const shown = selectBlocks(blocks, selection);
  return selection.judge.limits ? withoutEmptyHeadings(shown) : shown;
}

function selectBlocks(blocks: readonly Block[], selection: Selection): Block[] {
  return blocks.flatMap((block) => selectBlock(block, selection));
}

function selectBlock(block: Block, selection: Selection): Block[] {
  const { edition, judge, prepare } = selection;
  const isFor = (audience: string) => edition.audiences.includes(audience);
  if (block.type === 'for') return block.audiences.some(isFor) ? selectBlocks(block.children, selection) : [];
  if (block.type === 'audience' && !isFor(block.audience)) return [];
  if (block.type === 'prepare' && !prepare) return [];
  const verdict = judge.of(block);
  if (verdict === 'leave out') return [];
  if (verdict === 'open') return selectBlocks(judge.insideOf(block), selection);
  const shown = block.type === 'question' && !edition.answers ? { ...block, answer: [] } : block;
  const inside: Selection = { ...selection, judge: judge.inside };
  return [
    withInside(shown, {
      inlines: (run) => selectInlines(run, inside),
      blocks: (children) => selectBlocks(children, inside),
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
      case 'foreign':
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
