import type { Section } from '../document/flow.js';
import type { Furniture } from '../document/furniture.js';
import { type PageFrame, type Size, textLeft } from '../geometry/frame.js';
import type { Assembly, PlacedPage } from './assemble.js';
import type { LaidNode } from './nodes.js';
import type { LaidSection, SectionPage } from './section.js';
import type { SectionTag } from './tags.js';

/** A finished page: everything on it placed relative to the trim edge, in points. */
export interface BookPage {
  size: Size;
  /** How readers cite the page; empty for the cover. */
  label: string;
  /** The part of the booklet that it is a page of; absent on loose pages. */
  part?: BookPart;
  nodes: LaidNode[];
  /** What its text block is made from, the same wherever it stands; absent on loose pages. */
  source?: SectionPage;
}

/** A section where it stands in a booklet. One that stands there more than once, such as a page for notes, is as many parts. */
export interface BookPart {
  tags: readonly SectionTag[];
}

/** What each page of an assembly has around its text block. */
export function furnitureOf({ pages }: Assembly): Furniture[] {
  return pages.map((page) => {
    const { section } = page.section;
    return {
      number: page.number,
      recto: page.recto,
      head: headOf(page, section),
      folio: section.folios && page.label !== '' ? page.label : undefined,
    };
  });
}

/** Openers carry no running head: their title stands there already. */
function headOf(page: PlacedPage, section: Section): string | undefined {
  if (page.index === 0) return undefined;
  return page.recto ? section.heads?.recto : section.heads?.verso;
}

/**
 * Puts text blocks and furniture on their pages. Nobody asks for the nodes of a page's block before they are bound or painted.
 *
 * @param furniture - One laid-out page of heads and folios for each page of the assembly.
 */
export function bindPages({ pages }: Assembly, furniture: readonly LaidNode[], frame: PageFrame): BookPage[] {
  const parts = new Parts();
  return pages.map((page, index) => {
    const whole = page.section.section.mode === 'page' && page.index >= 0;
    const left = whole ? 0 : textLeft(frame, page.number);
    const top = whole ? 0 : frame.margins.top;
    const block: LaidNode = {
      type: 'VIEW',
      box: { left, top, width: frame.text.width, height: frame.text.height },
      style: {},
      props: {},
      get children() {
        return page.page.nodes;
      },
    };
    return {
      size: frame.trim,
      label: page.label,
      part: parts.of(page.section, page.page),
      source: page.page,
      nodes: [block, ...(furniture[index]?.children ?? [])],
    };
  });
}

/** The parts of a booklet, as its pages are gone through. */
class Parts {
  readonly #last = new Map<LaidSection, { part: BookPart; pages: Set<SectionPage> }[]>();

  /** The part that a page belongs to: the one that has pages of the same making, unless it has this very page already. */
  of(section: LaidSection, page: SectionPage): BookPart {
    const begun = this.#last.get(section) ?? [];
    this.#last.set(section, begun);
    const same = begun.find(({ part, pages }) => part.tags === page.tags && !pages.has(page));
    const { part, pages } = same ?? { part: { tags: page.tags }, pages: new Set<SectionPage>() };
    pages.add(page);
    if (!same) begun.push({ part, pages });
    return part;
  }
}
