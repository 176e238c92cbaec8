import { keyOf } from '../memory/identity.js';
import { TurnMemory } from '../memory/turn-memory.js';
import type { UnlaidTree } from './galley.js';
import type { LaidNode, Line } from './nodes.js';

/** In how many turns a block must have been asked for to be remembered: while a lesson is edited, its blocks are in each. */
const TURNS = 2;

/** How many glyphs are remembered anew in a turn: those of some lessons in two editions. What more there is has no lesson that is edited. */
const GLYPHS = 400_000;

/** A node of react-pdf's tree, before and after its layout. */
interface TreeNode {
  type: string;
  props?: Record<string, unknown> & Marks;
  style?: unknown;
  children?: TreeNode[];
  value?: string;
  /** Of a paragraph that is set. react-pdf sets none that has lines already. */
  lines?: Line[] | undefined;
  alignOffset?: number | undefined;
  /** Floats that a paragraph flows around. */
  exclusions?: readonly unknown[];
  box?: { width: number };
}

/** By which nodes are known again after layout. */
interface Marks {
  /** Place of a block among those of the tree. */
  block?: number;
  /** Place of a paragraph in its block. */
  paragraph?: number;
}

/** A paragraph as react-pdf set it. */
type SetParagraph = Pick<TreeNode, 'lines' | 'alignOffset'>;

/** What became of a block: its paragraphs, and the widths of all around it and of all in it. */
interface LaidBlock {
  paragraphs: readonly SetParagraph[];
  widths: string;
}

/** A paragraph in a column, or a row with all that is in it: what stands beside others is as wide as they let it be. */
interface Block {
  key: string;
  paragraphs: readonly TreeNode[];
}

/**
 * Paragraphs as they were set, so that a section in which a word has changed is set anew only there. A block is found by all
 * that is in it and by the styles of all around it. That it has the same room can be seen only once all is laid out; where
 * it has not, nothing counts that was remembered, and all is laid out as if nothing were.
 */
export class ParagraphMemory {
  readonly #blocks = new TurnMemory<string, LaidBlock>(TURNS);
  #room = GLYPHS;
  /** How many blocks were taken as they were, and how many were set. */
  readonly counts = { taken: 0, set: 0 };

  /**
   * Lays a tree out.
   *
   * @param facts - All that the lines depend on beside the tree.
   * @param layOut - Lays it out, and sets the paragraphs that have no lines yet.
   */
  async layOut(
    tree: UnlaidTree,
    facts: readonly unknown[],
    layOut: (tree: UnlaidTree) => Promise<LaidNode[]>,
  ): Promise<LaidNode[]> {
    const blocks = [...blocksIn(tree as unknown as TreeNode, keyOf(facts))];
    const known = blocks.map(({ key }) => this.#blocks.get(key));
    blocks.forEach(({ paragraphs }, block) => {
      paragraphs.forEach((node, paragraph) => {
        node.props = { ...node.props, block, paragraph };
        const its = known[block]?.paragraphs[paragraph];
        if (its) Object.assign(node, copied(its));
      });
    });
    let laid = await layOut(tree);
    let found = laidBlocks(laid as unknown as TreeNode[]);
    const isAsBefore = known.every((its, block) => !its || its.widths === found.get(block)?.widths);
    if (!isAsBefore) {
      for (const { paragraphs } of blocks)
        for (const node of paragraphs) Object.assign(node, { lines: undefined, alignOffset: undefined });
      laid = await layOut(tree);
      found = laidBlocks(laid as unknown as TreeNode[]);
    }
    blocks.forEach(({ key, paragraphs }, block) => {
      const its = found.get(block);
      this.counts[known[block] && isAsBefore ? 'taken' : 'set'] += 1;
      if (!its || (known[block] && isAsBefore) || its.paragraphs.length !== paragraphs.length || this.#room < 0) return;
      this.#room -= glyphsIn(its);
      this.#blocks.set(key, { widths: its.widths, paragraphs: its.paragraphs.map(copied) });
    });
    unmark(laid as unknown as TreeNode[]);
    return laid;
  }

  /** Begins the next turn; what nobody asked for in some turns is forgotten. */
  endTurn(): void {
    this.#room = GLYPHS;
    this.#blocks.endTurn();
  }
}

/** The blocks of a tree. */
function* blocksIn(node: TreeNode, around: string): Generator<Block> {
  const { type, style, children = [] } = node;
  if (type === 'SVG') return;
  if (type === 'TEXT' || isInRow(node)) {
    const paragraphs = [...paragraphsIn(node)];
    if (paragraphs.length > 0) yield { key: keyOf([around, factsOf(node)]), paragraphs };
    return;
  }
  const within = keyOf([around, type, style, plainProps(node)]);
  for (const child of children) yield* blocksIn(child, within);
}

function* paragraphsIn(node: TreeNode): Generator<TreeNode> {
  if (node.type === 'TEXT') yield node;
  else if (node.type !== 'SVG') for (const child of node.children ?? []) yield* paragraphsIn(child);
}

/** Whether what is in the node stands side by side. */
function isInRow({ style }: TreeNode): boolean {
  return [style].flat().some((one) => String((one as LaidNode['style'])?.flexDirection ?? '').startsWith('row'));
}

/** All that a node's lines depend on in it. Tags say nothing of how it looks. */
function factsOf(node: TreeNode): unknown[] {
  return [node.type, node.value, node.style, plainProps(node), node.children?.map(factsOf)];
}

function plainProps({ props = {} }: TreeNode): unknown {
  const { tagId: _, ...rest } = props;
  return rest;
}

/** The blocks of a tree that is laid out, by their places. One that flows around something is left out. */
function laidBlocks(nodes: readonly TreeNode[]): Map<number, LaidBlock> {
  const found = new Map<number, { paragraphs: SetParagraph[]; widths: unknown[] }>();
  const flowing = new Set<number>();
  const walk = (node: TreeNode, around: readonly unknown[]): void => {
    if (node.type === 'SVG') return;
    const widths = [...around, node.box?.width];
    if (node.type !== 'TEXT') {
      for (const child of node.children ?? []) walk(child, widths);
      return;
    }
    const { block, paragraph } = node.props ?? {};
    if (block === undefined || paragraph === undefined) return;
    const known = found.get(block) ?? { paragraphs: [], widths: [] };
    found.set(block, known);
    known.paragraphs[paragraph] = { lines: node.lines, alignOffset: node.alignOffset };
    known.widths[paragraph] = widths;
    if (node.exclusions?.length) flowing.add(block);
  };
  for (const node of nodes) walk(node, []);
  for (const block of flowing) found.delete(block);
  return new Map(
    [...found].map(([block, { paragraphs, widths }]) => [block, { paragraphs, widths: JSON.stringify(widths) }]),
  );
}

function glyphsIn({ paragraphs }: LaidBlock): number {
  const runs = paragraphs.flatMap(({ lines = [] }) => lines.flatMap((line) => line.runs));
  return runs.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
}

function unmark(nodes: readonly TreeNode[]): void {
  for (const node of nodes) {
    delete node.props?.block;
    delete node.props?.paragraph;
    if (node.children) unmark(node.children);
  }
}

/** A copy whose lines may be changed: all that is done to lines and runs. What these are made of is shared. */
function copied({ lines, alignOffset }: SetParagraph): SetParagraph {
  return {
    alignOffset,
    lines: lines?.map((line) => ({
      ...line,
      box: { ...line.box },
      ...(line.decorationLines
        ? { decorationLines: line.decorationLines.map((one) => ({ ...one, rect: { ...one.rect } })) }
        : {}),
      runs: line.runs.map((run) => ({
        ...run,
        glyphs: [...run.glyphs],
        positions: [...run.positions],
      })),
    })),
  };
}
