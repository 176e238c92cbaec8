import { spread } from './line-pieces.js';
import type { LaidNode, Line } from './nodes.js';

/** Narrower than this, in points, nobody sees that a line is too long. */
const UNSEEN = 0.2;

/** Where the rest of a line goes that has become shorter, by its alignment. */
const SHIFT = { center: 0.5, right: 1 } as Record<string, number>;

/**
 * Makes the spaces of lines narrower that run over their measure, in place. The line breaker counts on a third of each space
 * being given up, but does so itself only where text is justified: ragged lines stand out by as much.
 */
export function tightenLines(node: LaidNode): void {
  node.lines?.forEach(tighten);
  node.children?.forEach((child) => {
    if (child.type !== 'TEXT_INSTANCE') tightenLines(child);
  });
}

function tighten(line: Line): void {
  const over = line.xAdvance - line.box.width;
  const align = line.runs[0]?.attributes.align ?? 'left';
  if (over < UNSEEN || align === 'justify') return;
  const before = startsOf(line);
  spread(line, -over);
  line.box = { ...line.box, x: line.box.x + over * (SHIFT[align] ?? 0) };
  const after = startsOf(line);
  for (const { rect } of line.decorationLines ?? []) {
    const index = before.findIndex((start) => Math.abs(start - rect.x) < UNSEEN);
    rect.x = after[index] ?? rect.x;
    rect.width = Math.min(rect.width, line.runs[index]?.xAdvance ?? rect.width);
  }
}

/** Where each run of a line begins, in points from its start. */
function startsOf({ runs }: Line): number[] {
  let x = 0;
  return runs.map(({ xAdvance }) => {
    const start = x;
    x += xAdvance;
    return start;
  });
}
