import type { Section } from '../document/flow.js';
import type { PageFrame } from '../geometry/frame.js';
import { citationsIn } from './citations.js';
import type { ThemeFonts } from './fonts.js';
import { layOutGalley, layOutPages } from './galley.js';
import type { LaidNode } from './nodes.js';
import { paginate } from './paginate.js';
import { slice } from './slice.js';

/** One page of a section: its nodes, placed relative to the text block (or to the trim edge for whole pages). */
export interface SectionPage {
  nodes: LaidNode[];
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

/** Lays one section out: a galley of the measure's width, cut into pages of the text block's height. */
export async function layOutSection(section: Section, frame: PageFrame, fonts: ThemeFonts): Promise<LaidSection> {
  if (section.mode === 'page') {
    const [page] = await layOutPages([{ content: section.content, size: frame.trim }], fonts);
    return finish(section, [{ nodes: page?.children ?? [] }], []);
  }
  const galley = await layOutGalley(section.content, frame.text.width, fonts);
  const { pages, forcedThrough } = paginate(galley, frame.text.height);
  const tooTall = forcedThrough.map((y) => nameAt(galley, y));
  return finish(
    section,
    pages.map((span) => ({ nodes: slice(galley, span) })),
    tooTall,
  );
}

function finish(section: Section, pages: SectionPage[], tooTall: string[]): LaidSection {
  const anchors = new Map<string, number>();
  pages.forEach((page, index) => {
    for (const id of idsIn(page.nodes)) if (!anchors.has(id)) anchors.set(id, index);
  });
  return { section, pages, anchors, citations: citationsIn(pages), tooTall };
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
