import { joined, within } from './audiences.js';
import type { Audience, Block, Lesson } from './model.js';
import { blocksOf } from './walk.js';

/** What a block stands in. */
export interface Surroundings {
  /** Names of the directives around it, innermost last. */
  around: readonly string[];
  /** Whom it is for, its own `for` left aside. */
  audience: Audience;
  /** Whom it is for. */
  own: Audience;
}

/** What each block of the lessons that has an id stands in, by its anchor: `luke-22.q3`. */
export function surroundings(lessons: readonly Lesson[]): Map<string, Surroundings> {
  const found = new Map<string, Surroundings>();
  const look = (lesson: string, blocks: readonly Block[], at: Surroundings): void => {
    for (const block of blocks) {
      const anchor = 'id' in block ? `${lesson}.${block.id}` : undefined;
      if (anchor !== undefined && !found.has(anchor)) found.set(anchor, at);
      if (block.type === 'question') {
        const inside = [...at.around, 'question'];
        const { own } = at;
        look(lesson, block.prompt, { around: inside, audience: own, own });
        const leader = within(own, 'leader');
        look(lesson, block.answer, { around: [...inside, 'answer'], audience: leader, own: leader });
      } else look(lesson, blocksOf(block), inside(block, at));
    }
  };
  for (const { id, body } of lessons) look(id, body, { around: [], audience: 'all', own: 'all' });
  return found;
}

function inside(block: Block, at: Surroundings): Surroundings {
  if (block.type === 'for') return { ...at, own: within(at.own, joined(block.audiences)) };
  const audience = block.type === 'audience' ? block.audience : block.type === 'prepare' ? 'leader' : 'all';
  const own = within(at.own, audience);
  const name = nameOf(block);
  return { around: name ? [...at.around, name] : at.around, audience: own, own };
}

/** The directive that a block is written as. */
function nameOf(block: Block): string | undefined {
  switch (block.type) {
    case 'audience':
      return block.audience;
    case 'activity':
      return block.kind;
    case 'prepare':
    case 'hymn':
    case 'readings':
      return block.type;
    default:
      return undefined;
  }
}
