import type { LaidNode } from '../../src/layout/nodes.js';

type Props = LaidNode['props'];

/** A node and the space above it. */
export interface Part {
  node: LaidNode;
  above: number;
}

/** A set paragraph: one line of this height for each string. */
export function text(strings: readonly string[], height: number, props: Props = {}): LaidNode {
  return {
    type: 'TEXT',
    style: {},
    props,
    box: { left: 0, top: 0, width: 100, height: strings.length * height },
    lines: strings.map((string, index) => ({
      string,
      runs: [],
      ascent: height * 0.8,
      xAdvance: 90,
      box: { x: 0, y: index * height, width: 100, height },
    })),
  };
}

/** A box round its children, which stand one below the other. */
export function box(
  children: readonly (LaidNode | Part)[],
  { padding = 0, border = 0, props = {} as Props, style = {} as LaidNode['style'] } = {},
): LaidNode {
  const placed = stack(children, padding + border);
  const last = placed.at(-1);
  const bottom = last ? last.box.top + last.box.height : padding + border;
  return {
    type: 'VIEW',
    style,
    props,
    box: {
      left: 0,
      top: 0,
      width: 100,
      height: bottom + padding + border,
      paddingTop: padding,
      paddingBottom: padding,
      borderTopWidth: border,
      borderBottomWidth: border,
    },
    children: placed,
  };
}

/** A table row: cells side by side. */
export function row(cells: readonly LaidNode[], props: Props = {}): LaidNode {
  const placed = cells.map((cell, index) => ({ ...cell, box: { ...cell.box, left: index * 50 } }));
  return {
    type: 'VIEW',
    style: { flexDirection: 'row' },
    props: { keep: true, ...props },
    box: { left: 0, top: 0, width: 100, height: Math.max(...cells.map((cell) => cell.box.height)) },
    children: placed,
  };
}

/** Nodes one below the other, as a galley holds them. */
export function stack(children: readonly (LaidNode | Part)[], from = 0): LaidNode[] {
  let top = from;
  return children.map((child) => {
    const { node, above } = 'node' in child ? child : { node: child, above: 0 };
    const placed = { ...node, box: { ...node.box, top: top + above } };
    top = placed.box.top + placed.box.height;
    return placed;
  });
}

/** The lines of nodes in order, those of repeated heads left out if asked. */
export function linesIn(nodes: readonly LaidNode[], heads = true): string[] {
  return nodes.flatMap((node) => {
    if (!heads && node.props.repeatHead) return [];
    return [...(node.lines ?? []).map((line) => line.string), ...linesIn(node.children ?? [], heads)];
  });
}

/** How far down nodes reach. */
export function bottomOf(nodes: readonly LaidNode[]): number {
  return Math.max(0, ...nodes.map((node) => node.box.top + node.box.height));
}

/** Every node, parents first. */
export function* everyNode(nodes: readonly LaidNode[]): Generator<LaidNode> {
  for (const node of nodes) {
    yield node;
    yield* everyNode(node.children ?? []);
  }
}
