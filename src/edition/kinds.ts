import type { EditionDefinition } from '../booklet/model.js';
import type { EditionBlock } from '../booklet/names.js';
import type { Block } from '../lesson/model.js';
import { blocksOf } from '../lesson/walk.js';

/** What becomes of a block: shown, left out with all that is in it, or taken away from around what stands in it. */
type Verdict = 'show' | 'leave out' | 'open';

/** Which kinds of block an edition shows. */
export interface Judgement {
  /** Whether anything is left out for its kind. */
  limits: boolean;
  of(block: Block): Verdict;
  /** What is looked through in a block that is opened: an answer never gets out of its question. */
  insideOf(block: Block): Block[];
  /** The judgement for what stands inside a block that is shown. */
  inside: Judgement;
}

/**
 * Judges blocks by an edition's `only` and `without`. Of a block that is shown everything is shown, but directives that
 * the edition does without: the words of a question are no `text` of their own.
 */
export function judgementOf({ only, without = [] }: Pick<EditionDefinition, 'only' | 'without'>): Judgement {
  const insideOf = (block: Block) => (block.type === 'question' ? block.prompt : blocksOf(block));
  const directives = without.filter((kind) => !PLAIN.has(kind));
  const inside: Judgement = {
    limits: directives.length > 0,
    of: (block) => (directives.includes(kindOf(block) ?? 'text') ? 'leave out' : 'show'),
    insideOf,
    get inside() {
      return inside;
    },
  };
  return {
    limits: only !== undefined || without.length > 0,
    of(block) {
      const kind = kindOf(block);
      if (kind !== undefined && without.includes(kind)) return 'leave out';
      if (!only || kind === undefined || only.includes(kind)) {
        return only && block.type === 'page-break' ? 'leave out' : 'show';
      }
      return 'open';
    },
    insideOf,
    inside,
  };
}

/** Kinds that are written without a directive. */
const PLAIN: ReadonlySet<EditionBlock> = new Set(['text', 'heading', 'table', 'figure']);

/** The kind of a block as editions name it; undefined for what no edition can choose. */
function kindOf(block: Block): EditionBlock | undefined {
  switch (block.type) {
    case 'paragraph':
    case 'list':
    case 'blockquote':
    case 'code':
    case 'thematic-break':
      return 'text';
    case 'activity':
      return block.kind;
    case 'audience':
      return block.audience;
    case 'for':
    case 'prepare':
    case 'page-break':
      return undefined;
    default:
      return block.type;
  }
}

/** Blocks without the headings beneath which nothing is left. */
export function withoutEmptyHeadings(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => {
    if (block.type !== 'heading') return true;
    const { level } = block;
    const rest = blocks.slice(index + 1);
    const end = rest.findIndex((other) => other.type === 'heading' && other.level <= level);
    return rest.slice(0, end < 0 ? undefined : end).some((other) => other.type !== 'heading');
  });
}
