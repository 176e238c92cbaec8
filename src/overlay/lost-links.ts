import { type Checked, type Diagnostic, diagnostic, type Problem } from '../diagnostics/diagnostic.js';
import type { Change } from '../lesson/changes.js';
import type { Block, Inline, Lesson } from '../lesson/model.js';
import { allBlocks, blocksOf, withInside } from '../lesson/walk.js';

/**
 * Takes away links to blocks that changes have taken away: their words stay, with a warning at the change. Whoever makes
 * an overlay cannot mend the files that the links stand in.
 *
 * @param before - The lessons before the changes were made.
 */
export function withoutLostLinks(
  lessons: readonly Lesson[],
  before: readonly Lesson[],
  changes: readonly Change[],
): Checked<Lesson[]> {
  const there = new Set(lessons.flatMap(anchorsIn));
  const lost = new Map<string, Change>();
  for (const change of changes) {
    const [lessonId] = change.target.split('.');
    const lesson = change.kind === 'add' ? undefined : before.find(({ id }) => id === lessonId);
    const block =
      lesson && [...allBlocks(lesson)].find((one) => 'id' in one && `${lessonId}.${one.id}` === change.target);
    for (const id of block ? idsIn(block) : []) {
      const anchor = `${lessonId}.${id}`;
      if (!there.has(anchor)) lost.set(anchor, change);
    }
  }
  return withoutLinks(lessons, (anchor, from) => {
    const change = lost.get(anchor);
    if (!change) return undefined;
    const { file, place, kind } = change;
    return lostLink({ file, place }, `a link in ${from} to “#${anchor}”, which this “${kind}” takes away`);
  });
}

/**
 * Takes away links of an overlay's upstream files to lessons that the overlay leaves out; the rest is as above.
 *
 * @param isUpstream - Whether a file, by its path as the author knows it, belongs to a booklet that is extended.
 * @param said - Where the overlay says which lessons it has.
 */
export function withoutLinksOut(
  lessons: readonly Lesson[],
  isUpstream: (file: string) => boolean,
  said: Pick<Problem, 'file' | 'place'>,
): Checked<Lesson[]> {
  const there = new Set(lessons.map(({ id }) => id));
  return withoutLinks(lessons, (anchor, from, file) => {
    const [lesson = ''] = anchor.split('.');
    if (there.has(lesson) || !isUpstream(file)) return undefined;
    return lostLink(said, `a link in ${from} to “#${anchor}”, and “${lesson}” is not in this booklet`);
  });
}

/** Lessons without the links for which there is a message; the words of such a link stay. */
function withoutLinks(
  lessons: readonly Lesson[],
  messageFor: (anchor: string, from: string, file: string) => Diagnostic | undefined,
): Checked<Lesson[]> {
  const messages: Diagnostic[] = [];
  const value = lessons.map((lesson): Lesson => {
    const inInlines = (inlines: readonly Inline[], file: string): Inline[] =>
      inlines.flatMap((inline): Inline[] => {
        if (inline.type === 'blank') return [{ ...inline, answer: inInlines(inline.answer, file) }];
        if (!('children' in inline)) return [inline];
        const children = inInlines(inline.children, file);
        const from = `${file}:${inline.position?.start.line ?? 1}`;
        const inward = inline.type === 'link' && inline.href.startsWith('#');
        const message = inward ? messageFor(inline.href.slice(1), from, file) : undefined;
        if (!message) return [{ ...inline, children }];
        messages.push(message);
        return children;
      });
    const inBlocks = (blocks: readonly Block[]): Block[] =>
      blocks.map((block) =>
        withInside(block, {
          inlines: (run) => inInlines(run, block.file ?? lesson.file),
          blocks: inBlocks,
        }),
      );
    return {
      ...lesson,
      ...(lesson.aim ? { aim: inInlines(lesson.aim, lesson.file) } : {}),
      body: inBlocks(lesson.body),
      footnotes: lesson.footnotes.map((note) => ({ ...note, children: inBlocks(note.children) })),
    };
  });
  return { value: messages.length > 0 ? value : [...lessons], messages };
}

function anchorsIn(lesson: Lesson): string[] {
  return [...allBlocks(lesson)].flatMap((block) => ('id' in block ? [`${lesson.id}.${block.id}`] : []));
}

function idsIn(block: Block): string[] {
  return [...('id' in block ? [block.id] : []), ...blocksOf(block).flatMap(idsIn)];
}

function lostLink(at: Pick<Problem, 'file' | 'place'>, found: string): Diagnostic {
  return diagnostic({
    ...at,
    rule: 'link-lost',
    found: `${found}; only its words are printed`,
    expected: 'words that are still true',
    advice: 'read that place, and change its block too if it no longer fits',
  });
}
