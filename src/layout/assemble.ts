import type { Place } from '../document/flow.js';
import { isRecto } from '../geometry/frame.js';
import type { LaidSection, SectionPage } from './section.js';

/** A page in its place in the booklet. */
export interface PlacedPage {
  /** Physical page from 1; odd pages are rectos. */
  number: number;
  recto: boolean;
  /** Folio as readers cite it: `iv`, `12`; empty for the cover. */
  label: string;
  /** The section it belongs to; for a filler, the section before it. */
  section: LaidSection;
  /** Page within its section, from 0; -1 for a filler. */
  index: number;
  page: SectionPage;
}

/** The booklet as a row of pages, and where every anchor came to stand. */
export interface Assembly {
  pages: PlacedPage[];
  /** Physical page of each anchor. */
  pageOf: Map<string, number>;
  /** Folio of each anchor's page. */
  folioOf: Map<string, string>;
  /** Physical pages on which each citation stands, in order, each once. */
  citedOn: Map<string, number[]>;
}

/**
 * Puts sections in order. A section that opens on a recto is preceded by the filler where it would fall on a verso.
 * The cover has no number, pages before the first body section count in roman numerals (the cover as i), and the first
 * body page is 1: so the length of the contents moves no page number that the contents or a citation states.
 */
export function assemble(sections: readonly LaidSection[], filler?: LaidSection): Assembly {
  const pages: PlacedPage[] = [];
  let bodyStart: number | undefined;
  for (const section of sections) {
    const previous = pages.at(-1);
    if (section.section.start === 'recto' && previous && !isRecto(pages.length + 1)) {
      pages.push(place(pages.length + 1, previous.section, -1, filler?.pages[0] ?? { nodes: [], tags: [] }, bodyStart));
    }
    if (section.section.numbering === 'body') bodyStart ??= pages.length + 1;
    for (const [index, page] of section.pages.entries())
      pages.push(place(pages.length + 1, section, index, page, bodyStart));
  }
  const anchors = sections.flatMap((section) => [...section.anchors].map(([id, index]) => ({ id, section, index })));
  const pageOf = new Map<string, number>();
  const folioOf = new Map<string, string>();
  for (const { id, section, index } of anchors) {
    const page = pages.find((candidate) => candidate.section === section && candidate.index === index);
    if (!page || pageOf.has(id)) continue;
    pageOf.set(id, page.number);
    folioOf.set(id, page.label);
  }
  return { pages, pageOf, folioOf, citedOn: citedOn(pages) };
}

function citedOn(pages: readonly PlacedPage[]): Map<string, number[]> {
  const cited = new Map<string, number[]>();
  for (const { section, index, number } of pages) {
    for (const [key, on] of section.citations) {
      if (on.includes(index)) cited.set(key, [...(cited.get(key) ?? []), number]);
    }
  }
  return cited;
}

/** Folios, in the order of the pages, of all pages on which any of these places stands. */
export function foliosOf({ pages, pageOf, citedOn }: Assembly, places: readonly Place[]): string[] {
  const numbers = places.flatMap((place) =>
    'anchor' in place ? (pageOf.get(place.anchor) ?? []) : (citedOn.get(place.citation) ?? []),
  );
  return [...new Set(numbers)].sort((a, b) => a - b).map((number) => pages[number - 1]?.label ?? '');
}

function place(
  number: number,
  section: LaidSection,
  index: number,
  page: SectionPage,
  bodyStart: number | undefined,
): PlacedPage {
  const label = bodyStart !== undefined ? String(number - bodyStart + 1) : number === 1 ? '' : roman(number);
  return { number, recto: isRecto(number), label, section, index, page };
}

/** A number in lower-case roman numerals. */
export function roman(value: number): string {
  const steps: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = value;
  let out = '';
  for (const [worth, sign] of steps) {
    while (rest >= worth) {
      out += sign;
      rest -= worth;
    }
  }
  return out;
}
