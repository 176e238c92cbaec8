import { insets, insetsAtBreak, isAbsolute, isRow, isText, type LaidNode } from './nodes.js';

/** A place in a galley where one page may end and the next begin. Lengths are points from the galley's top. */
export interface BreakPoint {
  /** Where the content of the ending page stops. */
  end: number;
  /** Where the content of the next page starts; the space between is dropped. */
  resume: number;
  /** How unwelcome the break is; 0 is between two free-standing blocks. */
  cost: number;
  /** A page must end here. */
  forced: boolean;
  /** Extra height at the foot of the ending page: boxes that are open here are closed there. */
  closing: number;
  /** Extra height at the head of the next page: open boxes are opened again, table heads set again. */
  opening: number;
}

/** Cost of ending a page inside a paragraph, and of doing so on a hyphenated line. */
const INSIDE_PARAGRAPH = 8;
const AFTER_HYPHEN = 15;
/** Cost of a break that no rule allows but that a block taller than the page makes necessary. */
const EMERGENCY = 5000;

interface Context {
  closing: number;
  opening: number;
  cost: number;
}

/** Every allowed break of a galley, from top to bottom. */
export function collectBreaks(nodes: readonly LaidNode[]): BreakPoint[] {
  const breaks: BreakPoint[] = [];
  column(nodes, 0, { closing: 0, opening: 0, cost: 0 }, breaks);
  return breaks.sort((a, b) => a.end - b.end || a.resume - b.resume);
}

/**
 * Breaks for a stretch that has none and is taller than a page: wherever no line and no picture is cut, and in a table's rows
 * or behind its head only where nothing else helps.
 *
 * @param from, to - The stretch, in points from the galley's top.
 */
export function emergencyBreaks(nodes: readonly LaidNode[], from: number, to: number): BreakPoint[] {
  const leaves: Leaf[] = [];
  const starts: number[] = [];
  collectLeaves(nodes, 0, leaves, starts);
  const inside = leaves.filter((leaf) => leaf.bottom > from + 0.01 && leaf.top < to - 0.01);
  const rows = tableRows(nodes, 0);
  const breaks: BreakPoint[] = [];
  for (const { bottom: end, head } of inside) {
    if (head || end >= to - 0.01 || inside.some((leaf) => leaf.top < end - 0.01 && leaf.bottom > end + 0.01)) continue;
    // The next page begins with the next box or line, whichever starts first.
    const resume = Math.min(...starts.filter((top) => top >= end - 0.01));
    if (!Number.isFinite(resume)) continue;
    const closing = openInsets(nodes, 0, end).bottom;
    const opening = openInsets(nodes, 0, resume).top;
    const cost = rows.some((row) => end > row.top + 0.01 && end < row.bottom - 0.01) ? 2 * EMERGENCY : EMERGENCY;
    breaks.push({ end, resume, cost, forced: false, closing, opening });
  }
  return breaks;
}

function column(children: readonly LaidNode[], top: number, context: Context, breaks: BreakPoint[]): void {
  const flow = children.filter((child) => !isAbsolute(child));
  const head = flow[0]?.props?.repeatHead ? flow[0].box.height : 0;
  flow.forEach((child, index) => {
    const previous = flow[index - 1];
    if (previous) {
      const forced = child.props?.breakBefore === true;
      const bound = previous.props?.keepWithNext || child.props?.keepWithPrevious || previous.props?.repeatHead;
      if (forced || !bound) {
        breaks.push({
          end: top + previous.box.top + previous.box.height,
          resume: top + child.box.top,
          cost: context.cost,
          forced,
          closing: context.closing,
          opening: context.opening + head,
        });
      }
    }
    if (child.props?.keep) return;
    if (isText(child)) lines(child, top, { ...context, opening: context.opening + head }, breaks);
    else if (child.type === 'VIEW' && !isRow(child) && child.children?.length) {
      const inset = insetsAtBreak(child);
      const cost = context.cost + (child.props?.breakCost ?? 0);
      const opening = context.opening + head + inset.top;
      column(child.children, top + child.box.top, { closing: context.closing + inset.bottom, opening, cost }, breaks);
    }
  });
}

function lines(node: LaidNode, top: number, context: Context, breaks: BreakPoint[]): void {
  const all = node.lines ?? [];
  const { orphans = 2, widows = 2 } = node.props;
  const first = all[0]?.box.y ?? 0;
  all.forEach((line, index) => {
    if (index < orphans || all.length - index < widows) return;
    const y = top + node.box.top + insets(node).top + line.box.y - first;
    const hyphenated = all[index - 1]?.string.endsWith('-') ? AFTER_HYPHEN : 0;
    breaks.push({ end: y, resume: y, forced: false, ...context, cost: context.cost + INSIDE_PARAGRAPH + hyphenated });
  });
}

/** A stretch of a galley that no break may cut. After the head of a table there is no break either. */
interface Leaf {
  top: number;
  bottom: number;
  head?: true;
}

/** Lines, pictures and heads of tables, and the tops of all that a page may begin with. */
function collectLeaves(nodes: readonly LaidNode[], top: number, leaves: Leaf[], starts: number[]): void {
  for (const node of nodes) {
    const start = top + node.box.top;
    starts.push(start);
    if (node.props?.repeatHead) leaves.push({ top: start, bottom: start + node.box.height, head: true });
    else if (isText(node)) {
      const first = node.lines?.[0]?.box.y ?? 0;
      const base = start + insets(node).top - first;
      for (const line of node.lines ?? []) {
        leaves.push({ top: base + line.box.y, bottom: base + line.box.y + line.box.height });
        starts.push(base + line.box.y);
      }
    } else if (node.type === 'VIEW' && node.children?.length) collectLeaves(node.children, start, leaves, starts);
    else leaves.push({ top: start, bottom: start + node.box.height });
  }
}

/** Where rows of tables stand, a head with a little of what follows, from which it must not be parted. */
function tableRows(nodes: readonly LaidNode[], top: number): { top: number; bottom: number }[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'VIEW') return [];
    const start = top + node.box.top;
    const bottom = start + node.box.height;
    if (isRow(node) && node.props?.keep) return [{ top: start, bottom: bottom + (node.props.repeatHead ? 1 : 0) }];
    return tableRows(node.children ?? [], start);
  });
}

function openInsets(nodes: readonly LaidNode[], top: number, y: number): { top: number; bottom: number } {
  for (const node of nodes) {
    const start = top + node.box.top;
    if (node.type !== 'VIEW' || start >= y || start + node.box.height <= y) continue;
    const own = insetsAtBreak(node);
    const inner = openInsets(node.children ?? [], start, y);
    return { top: own.top + inner.top, bottom: own.bottom + inner.bottom };
  }
  return { top: 0, bottom: 0 };
}
