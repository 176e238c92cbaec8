import { type BreakPoint, collectBreaks, emergencyBreaks } from './breaks.js';
import type { LaidNode } from './nodes.js';

/** The stretch of a galley that one page shows, in points from the galley's top. */
export interface PageSpan {
  from: number;
  to: number;
}

export interface Pagination {
  pages: PageSpan[];
  /** Galley heights at which a block had to be divided against its own rules, because it is taller than a page. */
  forcedThrough: number[];
}

/** Slack for sums of floating-point heights, in points. */
const SLACK = 0.05;
/** Cost of a page as such, so that of two ways to break the one with fewer pages is taken. */
const PER_PAGE = 50;
/** A last page filled less than this looks forgotten. */
const POOR_LAST_PAGE = 0.2;

/**
 * Chooses page breaks for a whole section at once, after Knuth and Plass's method for lines (Breaking Paragraphs into
 * Lines, 1981), as Plass proposed for pages: the least sum of what each break costs and how short each page falls.
 *
 * @param height - Height of a page's text block in points.
 */
export function paginate(nodes: readonly LaidNode[], height: number): Pagination {
  const bottom = Math.max(0, ...nodes.map((node) => node.box.top + node.box.height));
  const start: BreakPoint = { end: 0, resume: 0, cost: 0, forced: false, closing: 0, opening: 0 };
  const finish: BreakPoint = { end: bottom, resume: bottom, cost: 0, forced: true, closing: 0, opening: 0 };
  const allowed = [start, ...collectBreaks(nodes), finish];
  const stops = withEmergencies(nodes, allowed, height);
  const path = cheapest(stops, height);
  return {
    pages: path.slice(1).map((stop, i) => ({ from: path[i]?.resume ?? 0, to: stop.end })),
    forcedThrough: path.filter((stop) => !allowed.includes(stop)).map((stop) => stop.end),
  };
}

function span(from: BreakPoint, to: BreakPoint): number {
  return from.opening + (to.end - from.resume) + to.closing;
}

/** Adds breaks inside every stretch between neighbouring breaks that no page can hold. */
function withEmergencies(nodes: readonly LaidNode[], stops: readonly BreakPoint[], height: number): BreakPoint[] {
  const out: BreakPoint[] = [];
  stops.forEach((stop, index) => {
    const previous = stops[index - 1];
    if (previous && span(previous, stop) > height + SLACK)
      out.push(...emergencyBreaks(nodes, previous.resume, stop.end));
    out.push(stop);
  });
  return out.sort((a, b) => a.end - b.end || a.resume - b.resume);
}

function cheapest(stops: readonly BreakPoint[], height: number): BreakPoint[] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: -1 }];
  for (let j = 1; j < stops.length; j += 1) {
    const to = stops[j] as BreakPoint;
    let choice = { cost: Number.POSITIVE_INFINITY, from: j - 1 };
    for (let i = j - 1; i >= 0; i -= 1) {
      const from = stops[i] as BreakPoint;
      const used = span(from, to);
      // The nearest break is taken even when it does not fit: an unbreakable picture may stick out, text is never lost.
      if (i < j - 1 && to.end - from.resume > height + SLACK) break;
      const overfull = used > height + SLACK ? 1e6 * (used - height) : 0;
      const cost = (best[i]?.cost ?? 0) + overfull + pageCost(Math.min(used, height), height, to) + to.cost;
      if (cost < choice.cost) choice = { cost, from: i };
      if (from.forced) break;
    }
    best.push(choice);
  }
  const path: BreakPoint[] = [];
  for (let at = stops.length - 1; at >= 0; at = best[at]?.from ?? -1) path.unshift(stops[at] as BreakPoint);
  return path;
}

function pageCost(used: number, height: number, to: BreakPoint): number {
  const short = (height - used) / height;
  if (!to.forced) return PER_PAGE + 1000 * short * short;
  const filled = 1 - short;
  return PER_PAGE + (filled < POOR_LAST_PAGE ? 300 * (1 - filled / POOR_LAST_PAGE) : 0);
}
