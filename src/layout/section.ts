import type { Section } from '../document/flow.js';
import type { PageFrame } from '../geometry/frame.js';
import { citationsIn } from './citations.js';
import type { ThemeFonts } from './fonts.js';
import { layOutTree, treeOf, type UnlaidTree } from './galley.js';
import type { LayoutMemory } from './memory.js';
import type { LaidNode } from './nodes.js';
import { paginate } from './paginate.js';
import { slice } from './slice.js';
import { type SectionTag, stampTags } from './tags.js';
import { tightenLines } from './tighten.js';

/** One page of a section: its nodes, placed relative to the text block (or to the trim edge for whole pages). */
export interface SectionPage {
  nodes: LaidNode[];
  /** What its nodes are, by the numbers that they carry; one list for all pages of a section. */
  tags: readonly SectionTag[];
}

/** A section that was laid out on its own. Nothing in it depends on where in the booklet it will stand. */
export interface LaidSection {
  section: Section;
  pages: SectionPage[];
  /** Page of the section, from 0, on which each anchor stands. */
  anchors: Map<string, number>;
  /** Pages of the section, from 0, on which each citation stands. */
  citations: Map<string, number[]>;
  /** Anchors or opening words of blocks that had to be divided because they are taller than a page. */
  tooTall: string[];
}

/** What laying a section's content out gives, whatever section it is of. */
export type LaidContent = Omit<LaidSection, 'section'>;

/** Sections already laid out in a build. */
export type SectionMemory = LayoutMemory<LaidContent>;

/** How sections are laid out. */
export interface SectionSetting {
  frame: PageFrame;
  fonts: ThemeFonts;
  memory: SectionMemory;
}

/** Lays one section out: a galley of the measure's width, cut into pages of the text block's height. */
export async function layOutSection(section: Section, { frame, fonts, memory }: SectionSetting): Promise<LaidSection> {
  const { content, mode } = section;
  const { trim, text, alone } = frame;
  const facts = [mode, trim.width, trim.height, text.width, text.height, alone, fonts];
  const laid = await memory.sameAsBefore(content, facts, () => {
    const tree = treeOf([{ content, size: mode === 'page' ? trim : { width: text.width } }]);
    const tags = stampTags(tree);
    // The tree has only the numbers of its tags: a picture's other text, say, stands in none of its nodes.
    return memory.once({ tree, tags, mode, height: text.height, alone, fonts }, () =>
      layOutContent(tree, tags, mode, { frame, fonts, memory }),
    );
  });
  return { section, ...laid };
}

async function layOutContent(
  tree: UnlaidTree,
  tags: readonly SectionTag[],
  mode: Section['mode'],
  { frame, fonts, memory }: SectionSetting,
): Promise<LaidContent> {
  const [page] = await layOutTree(tree, fonts, memory.paragraphs);
  const galley = page?.children ?? [];
  // Elsewhere margins are broad enough to take what ragged lines stand out by.
  if (frame.alone) galley.forEach(tightenLines);
  if (mode === 'page') return finish([{ nodes: galley, tags }], []);
  const { pages, forcedThrough } = paginate(galley, frame.text.height);
  const tooTall = forcedThrough.map((y) => nameAt(galley, y));
  return finish(
    pages.map((span) => ({ nodes: slice(galley, span), tags })),
    tooTall,
  );
}

function finish(pages: SectionPage[], tooTall: string[]): LaidContent {
  const anchors = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const id of idsIn(page.nodes)) if (!anchors.has(id)) anchors.set(id, index);
  });
  return { pages, anchors, citations: citationsIn(pages), tooTall };
}

function* idsIn(nodes: readonly LaidNode[]): Generator<string> {
  for (const node of nodes) {
    if (typeof node.props?.id === 'string') yield node.props.id;
    if (node.children) yield* idsIn(node.children);
  }
}

/** The nearest anchor at or above a height, to tell an author which block is meant. */
function nameAt(nodes: readonly LaidNode[], y: number): string {
  let name = '';
  const walk = (list: readonly LaidNode[], top: number): void => {
    for (const node of list) {
      const start = top + (node.box?.top ?? 0);
      if (start > y) continue;
      if (typeof node.props?.id === 'string') name = node.props.id;
      if (node.children) walk(node.children, start);
    }
  };
  walk(nodes, 0);
  return name;
}
