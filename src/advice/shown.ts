import type { EditionContent, EditionLesson } from '../edition/model.js';
import type { Block, Inline } from '../lesson/model.js';
import { allBlocks, inlinesOf } from '../lesson/walk.js';

/** A lesson or chapter as an edition shows it. */
export interface ShownLesson {
  id: string;
  file: string;
  /** Every block, those within others, of its notes and of what the leader prepares included. */
  blocks: Block[];
  /** Its inline runs, each with the block that it stands in; the aim stands in none. */
  runs: { inlines: Inline[]; block?: Block }[];
}

/** The lessons and chapters that an edition shows, lessons first. */
export function shownIn({ lessons, front, back }: EditionContent): ShownLesson[] {
  const chapters = [...front, ...back].flatMap((part) => (part.kind === 'chapter' ? [part.chapter] : []));
  return [...lessons, ...chapters].map(shown);
}

function shown({ id, file, aim, body, footnotes, glance }: EditionLesson): ShownLesson {
  const blocks = [...allBlocks({ body: [...(glance?.prepare ?? []), ...body], footnotes })];
  return {
    id,
    file,
    blocks,
    runs: [
      ...(aim ? [{ inlines: aim }] : []),
      ...blocks.flatMap((block) => inlinesOf(block).map((inlines) => ({ inlines, block }))),
    ],
  };
}
