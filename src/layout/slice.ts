import { insets, insetsAtBreak, isAbsolute, isRow, isText, type LaidNode, type Line } from './nodes.js';
import type { PageSpan } from './paginate.js';

/** Slack for sums of floating-point heights, in points. */
const SLACK = 0.02;

/**
 * Cuts one page's stretch out of a galley. Boxes that the cut divides are closed at the foot and opened again at the
 * head of the next page, as `box-decoration-break: clone` does in CSS; table heads are set again; paragraphs are
 * divided between lines. The galley's own nodes are not changed.
 *
 * @returns Nodes with boxes relative to the top of the page's text block.
 */
export function slice(nodes: readonly LaidNode[], { from, to }: PageSpan): LaidNode[] {
  return cutChildren(nodes, 0, from, to, false, from).nodes;
}

interface Cut {
  nodes: LaidNode[];
  /** Bottom of the lowest flow child in the fragment, in points from the fragment's top. */
  bottom: number;
}

/**
 * @param top - Galley height of the parent's top edge.
 * @param origin - Galley height that becomes the fragment's top edge.
 */
function cutChildren(
  nodes: readonly LaidNode[],
  top: number,
  from: number,
  to: number,
  row: boolean,
  origin: number,
  lead = 0,
): Cut {
  const out: LaidNode[] = [];
  let bottom = 0;
  let pushed = 0;
  for (const node of nodes) {
    const start = top + node.box.top;
    const end = start + node.box.height;
    const marker = isAbsolute(node);
    // What stands free of the flow, such as a number that rises above its text, belongs to the page on which its parent begins.
    if (marker ? !holds(Math.max(start, top), from, to) : !overlaps(start, end, from, to)) continue;
    const place = (marker ? start : Math.max(start, from)) - origin + lead + (row ? 0 : pushed);
    if (marker) {
      // It may rise above its page's text, but is never cut.
      out.push({ ...node, box: { ...node.box, top: place } });
      continue;
    }
    const fragment = cutNode(node, start, from, to, place);
    out.push(fragment);
    bottom = Math.max(bottom, fragment.box.top + fragment.box.height);
    const natural = Math.min(end, to) - Math.max(start, from);
    if (!row) pushed += fragment.box.height - natural;
  }
  return { nodes: out, bottom };
}

function holds(start: number, from: number, to: number): boolean {
  return start >= from - SLACK && start < to - SLACK;
}

function overlaps(start: number, end: number, from: number, to: number): boolean {
  // A block without height (an anchor, a forced break) belongs to the page on which it starts.
  return end - start < SLACK ? holds(start, from, to + 2 * SLACK) : end > from + SLACK && start < to - SLACK;
}

function cutNode(node: LaidNode, start: number, from: number, to: number, place: number): LaidNode {
  const end = start + node.box.height;
  const continued = start < from - SLACK;
  const continues = end > to + SLACK;
  if (!continued && !continues) return { ...node, box: { ...node.box, top: place } };
  const props = continued ? withoutId(node.props) : node.props;
  if (isText(node)) {
    const lines = linesBetween(node, start, from, to);
    const height = lines.reduce((sum, line) => sum + line.box.height, 0);
    return { ...node, props, lines, box: { ...node.box, top: place, height } };
  }
  const { top: openTop, bottom: closeBottom } = {
    top: insetsAtBreak(node).top,
    bottom: (continues ? insetsAtBreak : insets)(node).bottom,
  };
  const head = continued ? repeatedHead(node) : undefined;
  const lead = continued ? openTop + (head?.box.height ?? 0) : 0;
  const cut = cutChildren(node.children ?? [], start, from, to, isRow(node), continued ? from : start, lead);
  const children = head
    ? [
        { ...head, props: { ...withoutId(head.props), repeated: true as const }, box: { ...head.box, top: openTop } },
        ...cut.nodes,
      ]
    : cut.nodes;
  const height = continues ? cut.bottom + closeBottom : Math.max(cut.bottom + closeBottom, lead);
  const open = node.props.openEnded ? openEdges(continued, continues) : {};
  return {
    ...node,
    props,
    children,
    style: { ...node.style, ...open },
    box: { ...node.box, ...open, top: place, height },
  };
}

/** The borders that an open-ended box does not draw where it was cut. */
function openEdges(continued: boolean, continues: boolean): Record<string, number> {
  return { ...(continued ? { borderTopWidth: 0 } : {}), ...(continues ? { borderBottomWidth: 0 } : {}) };
}

function repeatedHead(node: LaidNode): LaidNode | undefined {
  const first = node.children?.find((child) => !isAbsolute(child));
  return first?.props?.repeatHead ? first : undefined;
}

function linesBetween(node: LaidNode, start: number, from: number, to: number): Line[] {
  const first = node.lines?.[0]?.box.y ?? 0;
  const base = start + insets(node).top - first;
  return (node.lines ?? []).filter((line) => {
    const middle = base + line.box.y + line.box.height / 2;
    return middle > from && middle < to;
  });
}

/** A place has one anchor: where it begins. */
function withoutId(props: LaidNode['props']): LaidNode['props'] {
  const { id: _id, ...rest } = props;
  return rest;
}
