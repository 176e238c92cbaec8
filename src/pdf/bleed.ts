import type { Size } from '../geometry/frame.js';
import type { LaidNode } from '../layout/nodes.js';

/** How near to the trim an edge must lie to count as cut by it, in points. */
const TOUCHES = 0.5;

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const NONE: Edges = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * The nodes of a page with everything coloured that touches the trim drawn on over it: grounds grow, and drawings show
 * more of their plane at the same scale, so that nothing within the trim changes. Photographs have no more to show and
 * stay as they are.
 *
 * @param bleed - How far, in points.
 */
export function extendToBleed(nodes: readonly LaidNode[], trim: Size, bleed: number): LaidNode[] {
  return nodes.map((node) => extend(node, 0, 0, NONE, trim, bleed));
}

/**
 * @param x - Where the parent stood on the page before it grew.
 * @param parent - How far the parent grew.
 */
function extend(node: LaidNode, x: number, y: number, parent: Edges, trim: Size, bleed: number): LaidNode {
  if (!node.box) return node;
  const { left, top, width, height } = node.box;
  const grown = grows(node) ? growth(x + left, y + top, node.box, trim, bleed) : NONE;
  const box = {
    ...node.box,
    left: left + parent.left - grown.left,
    top: top + parent.top - grown.top,
    width: width + grown.left + grown.right,
    height: height + grown.top + grown.bottom,
  };
  if (node.type === 'SVG') return { ...node, box, props: widened(node, grown) };
  const children = node.children?.map((child) => extend(child, x + left, y + top, grown, trim, bleed));
  return { ...node, box, ...(children ? { children } : {}) };
}

function grows({ type, style }: LaidNode): boolean {
  return type === 'SVG' || (type === 'VIEW' && Boolean(style?.backgroundColor || style?.overflow === 'hidden'));
}

function growth(left: number, top: number, { width, height }: Size, trim: Size, bleed: number): Edges {
  const at = (distance: number) => (Math.abs(distance) < TOUCHES ? bleed : 0);
  return {
    left: at(left),
    top: at(top),
    right: at(left + width - trim.width),
    bottom: at(top + height - trim.height),
  };
}

interface ViewBox {
  minX: number;
  minY: number;
  /** Width and height, in spite of their names in react-pdf. */
  maxX: number;
  maxY: number;
}

/** A drawing's properties with a view box that shows as much more as its box grew. */
function widened({ props, box }: LaidNode, grown: Edges): LaidNode['props'] {
  const view = props.viewBox as ViewBox | undefined;
  if (!view || grown === NONE) return props;
  const { meetOrSlice, align } = (props.preserveAspectRatio ?? {}) as { meetOrSlice?: string; align?: string };
  const across = box.width / view.maxX;
  const down = box.height / view.maxY;
  const even = meetOrSlice === 'slice' ? Math.max(across, down) : Math.min(across, down);
  const [scaleX, scaleY] = align === 'none' ? [across, down] : [even, even];
  const share = (axis: 'x' | 'Y') =>
    (axis === 'x' ? SHARE[align?.slice(1, 4) ?? ''] : SHARE[align?.slice(5) ?? '']) ?? 0.5;
  const minX = view.minX + (view.maxX - box.width / scaleX) * share('x') - grown.left / scaleX;
  const minY = view.minY + (view.maxY - box.height / scaleY) * share('Y') - grown.top / scaleY;
  return {
    ...props,
    viewBox: {
      minX,
      minY,
      maxX: (box.width + grown.left + grown.right) / scaleX,
      maxY: (box.height + grown.top + grown.bottom) / scaleY,
    },
  };
}

const SHARE: Record<string, number> = { Min: 0, Mid: 0.5, Max: 1 };
