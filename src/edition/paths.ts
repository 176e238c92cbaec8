import type { Point, Position } from 'unist';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Lesson } from '../lesson/model.js';
import { allBlocks, blocksOf, type TimedItem, timedItems } from '../lesson/walk.js';

/** A way through a session for one length, or for several that keep the same parts. */
export interface Path<Item> {
  /** Lengths in minutes, ascending. */
  lengths: number[];
  /** Minutes of everything that is kept. */
  minutes: number;
  /** By how many minutes that is more than the length; 0 where it fits. */
  overrun: number;
  /** What is kept and what is left out, each in the order of the lesson. */
  kept: Item[];
  left: Item[];
}

/**
 * The paths through a session, shortest first. A path keeps every part that is not optional and whose `from` it reaches,
 * and then, in order, the optional ones that still fit. Whatever a path keeps, longer ones keep too: nobody loses a part
 * by having more time. Paths that fit and keep the same are one. A lesson without timed parts has none.
 *
 * @param lengths - Lengths of the paths in minutes, in any order.
 */
export function pathsOf<Item extends Pick<TimedItem, 'minutes' | 'optional' | 'from'>>(
  items: readonly Item[],
  lengths: readonly number[],
): Path<Item>[] {
  if (items.length === 0) return [];
  const paths: Path<Item>[] = [];
  let allowed = new Set(items.keys());
  for (const length of [...new Set(lengths)].sort((a, b) => b - a)) {
    const chosen = keptIn(items, length, allowed);
    allowed = chosen;
    const kept = items.filter((_, index) => chosen.has(index));
    const minutes = kept.reduce((sum, item) => sum + item.minutes, 0);
    const longer = paths[0];
    if (longer && longer.kept.length === kept.length && minutes <= length) longer.lengths.unshift(length);
    else {
      const left = items.filter((_, index) => !chosen.has(index));
      paths.unshift({ lengths: [length], minutes, overrun: Math.max(0, minutes - length), kept, left });
    }
  }
  return paths;
}

/** Indexes of the items that a path keeps out of those that the next longer one keeps. */
function keptIn(
  items: readonly Pick<TimedItem, 'minutes' | 'optional' | 'from'>[],
  length: number,
  allowed: ReadonlySet<number>,
): Set<number> {
  const reached = [...items.entries()].filter(([index, { from = 0 }]) => from <= length && allowed.has(index));
  const required = reached.filter(([, item]) => !item.optional);
  const kept = new Set(required.map(([index]) => index));
  let minutes = required.reduce((sum, [, item]) => sum + item.minutes, 0);
  for (const [index, item] of reached) {
    if (!item.optional || minutes + item.minutes > length) continue;
    kept.add(index);
    minutes += item.minutes;
  }
  return kept;
}

/**
 * Warns of paths whose parts take longer than they last, and of a `from` that cannot do anything.
 *
 * @param lengths - Lengths of the paths in minutes.
 * @param place - Where the front matter states the duration; when it does not, the file's first line is named.
 */
export function checkPaths(
  lesson: Lesson,
  lengths: readonly number[],
  place: Position | Point | undefined,
): Diagnostic[] {
  const ascending = [...lengths].sort((a, b) => a - b);
  const overruns = pathsOf(timedItems(lesson.body), ascending).filter(({ overrun }) => overrun > 0);
  return [
    ...overruns.flatMap(({ lengths: [length = 0], minutes, overrun }) =>
      diagnostic({
        file: lesson.file,
        place: place ?? { line: 1, column: 1 },
        rule: 'path-overrun',
        found: `the path of ${length} minutes through “${lesson.title}” takes ${minutes}, ${overrun} too many`,
        expected: `${length} minutes or less`,
        advice: `${waysOut(ascending.find((other) => other > length))}, or change “paths” in booklet.yaml`,
      }),
    ),
    ...checkFrom(lesson, Math.max(lesson.duration ?? 0, ...ascending)),
  ];
}

/** How to make a path shorter, given the next longer one. */
function waysOut(longer: number | undefined): string {
  return longer === undefined ? 'mark parts optional' : `mark parts from=${longer} or optional`;
}

/** Warns where a part's `from` is more than any session lasts, or stands on a part that has no minutes of its own. */
function checkFrom(lesson: Lesson, longest: number): Diagnostic[] {
  const timed = timedItems(lesson.body);
  const counted = new Set(timed.map(({ block }) => block));
  const within = new Set(timed.flatMap(({ block }) => [...allBlocks({ body: blocksOf(block), footnotes: [] })]));
  return [...allBlocks(lesson)].flatMap((block): Diagnostic[] => {
    if ((block.type !== 'activity' && block.type !== 'question') || block.from === undefined) return [];
    const at = { file: block.file ?? lesson.file, place: block.position, rule: 'path-from' } as const;
    if (within.has(block)) {
      return [
        diagnostic({
          ...at,
          found: `from=${block.from} on a part whose minutes are those of the one around it`,
          expected: '“from” on the part that has the minutes',
          advice: 'move it there, or take it away',
        }),
      ];
    }
    if (block.minutes === undefined) {
      return [
        diagnostic({
          ...at,
          found: `from=${block.from} on a part without minutes`,
          expected: 'minutes beside “from”',
          advice: 'say how long it takes with minutes=…, or take “from” away',
        }),
      ];
    }
    if (!counted.has(block) || block.from <= longest) return [];
    return [
      diagnostic({
        ...at,
        found: `from=${block.from} on a part, and no path and no duration is that long`,
        expected: `a number of minutes up to ${longest}`,
        advice: 'make it smaller, mark the part optional in its place, or add a longer path in booklet.yaml',
      }),
    ];
  });
}
