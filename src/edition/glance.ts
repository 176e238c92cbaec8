import type { Block, Inline, Lesson } from '../lesson/model.js';
import { allBlocks, blocksOf } from '../lesson/walk.js';
import type { Glance, TimingRow } from './model.js';

/** What the leader sees on a lesson's first page: what to prepare, and the minutes of each part. */
export function glanceOf(lesson: Lesson): Glance {
  const prepare = [...allBlocks(lesson)].flatMap((block) => (block.type === 'prepare' ? block.children : []));
  const timing = timingOf(lesson);
  return {
    prepare,
    timing,
    total: timing.reduce((sum, row) => sum + row.minutes, 0),
    ...(lesson.duration === undefined ? {} : { duration: lesson.duration }),
  };
}

interface Part {
  title: Inline[];
  numbers: number[];
  minutes: number;
  optionalMinutes: number;
}

/**
 * The timing table: a row for each level 2 heading that has timed items beneath it, and one for each timed item that
 * stands before the first heading. Items marked optional are counted apart.
 */
function timingOf(lesson: Lesson): TimingRow[] {
  const parts: Part[] = [];
  let current: Part | undefined;
  for (const block of lesson.body) {
    if (block.type === 'heading' && block.level === 2) {
      current = { title: block.children, numbers: [], minutes: 0, optionalMinutes: 0 };
      parts.push(current);
      continue;
    }
    const part = current ?? { title: titleOf(block), numbers: [], minutes: 0, optionalMinutes: 0 };
    for (const timed of timedIn(block)) {
      if (timed.optional) part.optionalMinutes += timed.minutes;
      else part.minutes += timed.minutes;
      if (timed.number !== undefined) part.numbers.push(timed.number);
    }
    if (!current && (part.minutes > 0 || part.optionalMinutes > 0)) parts.push(part);
  }
  let elapsed = 0;
  return parts
    .filter((part) => part.minutes > 0 || part.optionalMinutes > 0)
    .map(({ title, numbers, minutes, optionalMinutes }) => {
      elapsed += minutes;
      return { title, ...(numbers.length > 0 ? { questions: asRanges(numbers) } : {}), minutes, optionalMinutes, endsAt: elapsed };
    });
}

interface Timed {
  minutes: number;
  optional: boolean;
  number?: number;
}

function timedIn(block: Block): Timed[] {
  const inner = blocksOf(block).flatMap(timedIn);
  if (block.type === 'question') {
    const number = block.number === undefined ? {} : { number: block.number };
    return [{ minutes: block.minutes ?? 0, optional: block.optional, ...number }, ...inner];
  }
  if (block.type === 'activity' && block.minutes !== undefined) return [{ minutes: block.minutes, optional: false }, ...inner];
  return inner;
}

const KIND_TITLES = { icebreaker: 'To begin', activity: 'Together', prayer: 'Prayer', aside: 'Aside' } as const;

function titleOf(block: Block): Inline[] {
  if (block.type === 'activity') return block.title ?? [{ type: 'text', value: KIND_TITLES[block.kind] }];
  return [{ type: 'text', value: 'Opening' }];
}

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
