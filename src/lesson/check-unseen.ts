import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Block, Lesson } from './model.js';
import { blocksOf } from './walk.js';

/** Whose blocks an edition shows. */
export interface Reader {
  audiences: readonly string[];
}

/**
 * Reports blocks that no edition shows, since they stand in something for other eyes than theirs. Which kinds of block
 * editions are limited to, and whether they show answers, does not matter.
 *
 * @param readers - All editions of the booklet, made or not. Names of editions that are not among them are told elsewhere.
 */
export function checkUnseen(lessons: readonly Lesson[], readers: readonly Reader[]): Diagnostic[] {
  const known = new Set(readers.flatMap(({ audiences }) => audiences));
  return lessons.flatMap((lesson) =>
    [...lesson.body, ...lesson.footnotes.flatMap(({ children }) => children)]
      .flatMap((block) => unseenIn(block, readers, known))
      .map((block) => unseen(block.file ?? lesson.file, block)),
  );
}

/** The outermost blocks that none of the readers of what they stand in sees. */
function unseenIn(block: Block, readers: readonly Reader[], known: ReadonlySet<string>): Block[] {
  const names = audiencesOf(block);
  if (names?.some((name) => !known.has(name))) return [];
  const left = names ? readers.filter(({ audiences }) => names.some((name) => audiences.includes(name))) : readers;
  if (left.length === 0) return [block];
  return blocksOf(block).flatMap((inside) => unseenIn(inside, left, known));
}

function audiencesOf(block: Block): readonly string[] | undefined {
  if (block.type === 'for') return block.audiences;
  if (block.type === 'audience') return [block.audience];
  return block.type === 'prepare' ? ['leader'] : undefined;
}

function unseen(file: string, block: Block): Diagnostic {
  return diagnostic({
    file,
    place: block.position,
    rule: 'block-unseen',
    found: 'a block that no edition shows, since none shows both it and what it stands in',
    expected: 'a block whose readers are among those of what it stands in',
    advice: 'move it out, or change what one of them is “for”',
  });
}
