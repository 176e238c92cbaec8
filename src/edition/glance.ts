import type { Activity, Block, Inline, Lesson } from '../lesson/model.js';
import { allBlocks, blocksOf, timedItems } from '../lesson/walk.js';
import type { Glance, TimingRow } from './model.js';
import { pathsAtAGlance } from './path-words.js';
import { asRanges } from './ranges.js';

/**
 * What the leader sees on a lesson's first page: what to prepare, the minutes of each part, and what the paths through
 * the session keep. Undefined for a lesson that has nothing of these.
 *
 * @param lesson - With blocks for the leader and for everyone, and no others.
 * @param lengths - Lengths of the paths in minutes.
 */
export function glanceOf(lesson: Lesson, lengths: readonly number[] = []): Glance | undefined {
  const prepare = [...allBlocks(lesson)].flatMap((block) => (block.type === 'prepare' ? block.children : []));
  const timing = timingOf(lesson);
  if (prepare.length === 0 && timing.length === 0) return undefined;
  return {
    prepare,
    timing,
    paths: pathsAtAGlance(timedItems(lesson.body), lengths),
    total: timing.reduce((sum, row) => sum + row.minutes, 0),
    ...(lesson.duration === undefined ? {} : { duration: lesson.duration }),
  };
}

interface Part {
  title?: Inline[];
  kind?: Activity['kind'];
  blocks: Block[];
}

/**
 * The timing table: a row for each level 2 heading that has timed items beneath it, and one for each timed item that
 * stands before the first heading. Items marked optional are counted apart.
 */
function timingOf(lesson: Lesson): TimingRow[] {
  let elapsed = 0;
  return partsOf(lesson.body).flatMap(({ blocks, ...name }) => {
    const items = timedItems(blocks);
    if (items.length === 0) return [];
    const minutes = sum(items.filter((item) => !item.optional));
    elapsed += minutes;
    const numbers = questionNumbers(blocks);
    const questions = numbers.length > 0 ? { questions: asRanges(numbers) } : {};
    return [
      { ...name, ...questions, minutes, optionalMinutes: sum(items.filter((item) => item.optional)), endsAt: elapsed },
    ];
  });
}

function partsOf(body: readonly Block[]): Part[] {
  const parts: Part[] = [];
  let inPart = false;
  for (const block of body) {
    if (block.type === 'heading' && block.level === 2) {
      parts.push({ title: block.children, blocks: [] });
      inPart = true;
    } else if (inPart || (block.type !== 'activity' && isUnnamed(parts.at(-1)))) parts.at(-1)?.blocks.push(block);
    else parts.push({ ...nameOf(block), blocks: [block] });
  }
  return parts;
}

/** Questions that stand before the first heading share one row. */
function isUnnamed(part: Part | undefined): boolean {
  return part !== undefined && part.title === undefined && part.kind === undefined;
}

function nameOf(block: Block): Pick<Part, 'title' | 'kind'> {
  if (block.type !== 'activity') return {};
  return block.title ? { title: block.title } : { kind: block.kind };
}

function questionNumbers(blocks: readonly Block[]): number[] {
  return blocks.flatMap((block) => [
    ...(block.type === 'question' && block.number !== undefined ? [block.number] : []),
    ...questionNumbers(blocksOf(block)),
  ]);
}

const sum = (items: readonly { minutes: number }[]): number => items.reduce((total, { minutes }) => total + minutes, 0);
