import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Change } from '../lesson/changes.js';
import type { Block, Lesson } from '../lesson/model.js';
import { withInside } from '../lesson/walk.js';
import { checkTargets } from './check-targets.js';
import { checkUpstream } from './check-upstream.js';
import type { Lock } from './lock.js';
import { withoutLostLinks } from './lost-links.js';
import { localNotes, numberedNotes } from './notes.js';
import { renumbered } from './renumber.js';
import type { SurveyedBlock } from './survey.js';

/** What changes are held to before they are made. */
export interface Upstream {
  /** The blocks of the lessons as they are before the changes. */
  blocks: readonly SurveyedBlock[];
  /** What the blocks were when the changes were written. */
  lock: Lock;
  /** The folder of the overlay as the author knows it, for advice. */
  folder: string;
}

/** Lessons with changes made to them. */
export interface Changed {
  lessons: Lesson[];
  /** The first change that was made to each lesson that is not as it was, by the lesson's id. */
  first: ReadonlyMap<string, Change>;
}

/**
 * Makes the changes of one overlay to the lessons. Ids stay what they are, questions are counted again, and notes are
 * numbered again by their first marks. A change that cannot be made is reported and left out; one whose block has
 * changed since is made, with a warning. The lessons given are left as they are.
 */
export function applyChanges(
  lessons: readonly Lesson[],
  changes: readonly Change[],
  upstream: Upstream,
): Checked<Changed> {
  const targets = checkTargets(changes, lessons);
  const messages: Diagnostic[] = [...targets.messages, ...checkUpstream(targets.value, upstream)];
  const first = new Map<string, Change>();
  for (const change of targets.value) {
    const [lesson = ''] = change.target.split('.');
    if (!first.has(lesson)) first.set(lesson, change);
  }
  const changed = lessons.map((lesson): Lesson => {
    const own = targets.value.filter(({ target }) => target.split('.')[0] === lesson.id);
    if (own.length === 0) return lesson;
    const local = localNotes(lesson, own);
    const at = (kind: Change['kind'], target: string, side?: Change['side']) =>
      local.changes.filter(
        (change) => change.kind === kind && change.target === target && (!side || change.side === side),
      );
    const beside = (target: string, side: Change['side']) => at('add', target, side).flatMap(({ blocks }) => blocks);
    const inside = rewritten(lesson.body, lesson.id, { at, beside });
    const body = [...beside(lesson.id, 'before'), ...inside, ...beside(lesson.id, 'after')];
    return numberedNotes(renumbered({ ...lesson, body, footnotes: [...lesson.footnotes, ...local.notes] }));
  });
  for (const [id, change] of first) {
    const lesson = changed.find((one) => one.id === id);
    if (lesson?.body.length === 0) messages.push(nothingLeft(change, id));
  }
  const linked = withoutLostLinks(changed, lessons, targets.value);
  return { value: { lessons: linked.value, first }, messages: [...messages, ...linked.messages] };
}

interface Edits {
  at(kind: Change['kind'], target: string): Change[];
  beside(target: string, side: Change['side']): Block[];
}

function rewritten(blocks: readonly Block[], lesson: string, edits: Edits): Block[] {
  return blocks.flatMap((block) => {
    // What is added beside a block is for everyone, whomever the block itself is for.
    const targets = anchoredIn(block).map((id) => `${lesson}.${id}`);
    const before = targets.flatMap((target) => edits.beside(target, 'before'));
    const after = targets.flatMap((target) => edits.beside(target, 'after'));
    const own = block.type === 'for' ? withoutEmpty(block, lesson, edits) : replaced(block, lesson, edits);
    return [...before, ...own, ...after];
  });
}

/** The id of a block, or the ids of those that stand directly in a `for`. */
function anchoredIn(block: Block): string[] {
  if (block.type === 'for') return block.children.flatMap(anchoredIn);
  return 'id' in block ? [block.id] : [];
}

/** The blocks of a `for`, those beside them left out; nothing when none is left. */
function withoutEmpty(block: Extract<Block, { type: 'for' }>, lesson: string, edits: Edits): Block[] {
  const children = block.children.flatMap((child) =>
    child.type === 'for' ? withoutEmpty(child, lesson, edits) : replaced(child, lesson, edits),
  );
  return children.length > 0 ? [{ ...block, children }] : [];
}

function replaced(block: Block, lesson: string, edits: Edits): Block[] {
  const target = 'id' in block ? `${lesson}.${block.id}` : undefined;
  if (target !== undefined && edits.at('omit', target).length > 0) return [];
  const [override] = target === undefined ? [] : edits.at('override', target);
  if (override) return override.blocks;
  return [withInside(block, { inlines: (run) => run, blocks: (children) => rewritten(children, lesson, edits) })];
}

function nothingLeft({ file, opening }: Change, lesson: string): Diagnostic {
  return diagnostic({
    file,
    place: opening,
    rule: 'directive-content',
    found: `changes that leave nothing of “${lesson}”`,
    expected: 'at least one block in each lesson',
    advice: 'leave the whole lesson out under “lessons” in booklet.yaml',
  });
}
