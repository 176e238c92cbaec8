import type { Activity, Block, Inline, Lesson } from '../lesson/model.js';
import { allBlocks, blocksOf, timedItems } from '../lesson/walk.js';
import type { Glance, TimingRow } from './model.js';

/**
 * What the leader sees on a lesson's first page: what to prepare, and the minutes of each part. Undefined for a lesson
 * that has neither.
 */
export function glanceOf(lesson: Lesson, _paths: readonly number[] = []): Glance | undefined {
  const prepare = [...allBlocks(lesson)].flatMap((block) => (block.type === 'prepare' ? block.children : []));
  const timing = timingOf(lesson);
  if (prepare.length === 0 && timing.length === 0) return undefined;
  return {
    prepare,
    timing,
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

/** `1, 2, 3, 5` as `1–3, 5`. */
function asRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
