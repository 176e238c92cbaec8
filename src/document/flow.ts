import type { ReactElement } from 'react';
import type { Artifact, Field, Tag } from './tag.js';

/** A reference in running text: the key that an index asks by, and the words it is found by on the page. */
export interface Citation {
  key: string;
  text: string;
}

/**
 * What a block tells the page maker, carried on its node through react-pdf's layout.
 * The words are those of CSS Fragmentation Module Level 3 where it has one.
 */
export interface FlowProps {
  /** Never divided over two pages, unless it is taller than a page. */
  keep?: boolean;
  /** No page ends right after this block. */
  keepWithNext?: boolean;
  /** No page begins with this block. */
  keepWithPrevious?: boolean;
  /** A page begins with this block. */
  breakBefore?: boolean;
  /** Lines that must stay together at the foot of a page; 2 if not given. */
  orphans?: number;
  /** Lines that must stay together at the head of a page; 2 if not given. */
  widows?: number;
  /** A table row that is set again at the head of each page the table runs on to. */
  repeatHead?: boolean;
  /** How unwelcome a page break between this block's children is, in the page maker's units (10 is mild). */
  breakCost?: number;
  /** Borders and padding are not repeated where a page break divides this box: it runs off one page and on to the next. */
  openEnded?: boolean;
  /** Where a line ends inside a word no hyphen is added: an address is not what it was with one. */
  withoutHyphens?: boolean;
  /** References in this paragraph whose pages an index will ask for. */
  cites?: readonly Citation[];
  /** Name of this place: where links go and what the contents ask the page of. */
  id?: string;
  /** What this is for those who hear the page. A paragraph without a tag is one; a box without is nothing by itself. */
  tag?: Tag;
  /** This, with all that is in it, is not read out. */
  artifact?: Artifact;
  /** Where the file is one to fill in, a place to do it. */
  field?: Field;
}

/** Anchors of the booklet's own parts. Lessons' ids never begin with a full stop, so they cannot clash. */
export const FRONT_ANCHORS = { cover: '.cover', contents: '.contents', notes: '.notes' } as const;

/** Which page a section begins on. */
export type SectionStart = 'recto' | 'any';

/** A part of the booklet that is laid out on its own. */
export interface Section {
  /** Unique in the booklet: `cover`, `contents`, `lesson.hebrews-7`. */
  id: string;
  /** Which run of page numbers it belongs to: none and roman before the lessons, arabic from the first lesson on. */
  numbering: 'cover' | 'front' | 'body';
  start: SectionStart;
  /** Running heads of its verso and recto pages; the first page of a section has none. */
  heads?: { verso?: string; recto?: string };
  /** Whether folios are printed. */
  folios: boolean;
  /** `page` content is placed at the trim edge and fills one page; `flow` content runs through text blocks. */
  mode: 'page' | 'flow';
  content: ReactElement;
}

/** A place that an index asks the page of: an anchor, or a citation by its key. */
export type Place = { anchor: string } | { citation: string };

/** Gives the folio of an anchor's page, once it is known. */
export type FolioOf = (anchor: string) => string | undefined;

/** Gives the folios of the pages on which any of these places stands, in order. */
export type FolioLookup = (places: readonly Place[]) => string[];

/** The sections of a booklet, and those that can only be made once the pages of others are known. */
export interface BookPlan {
  /** Cover and imprint. */
  front: Section[];
  lessons: Section[];
  /** Room for notes: a page that fills a verso before an opener, and the one that closes the booklet, where there is one. */
  filler: Section;
  notes?: Section;
  /** Chapters and indexes before and after the lessons. Indexes ask for pages of lessons, which nothing around them moves. */
  parts(folios: FolioLookup): { before: Section[]; after: Section[] };
  contents(folioOf: FolioOf): Section;
}

/** Lessons that are handed out on a sheet each. */
export interface HandoutPlan {
  /**
   * Each lesson, by how many times its writing lines are printed and how many times larger its type is: the more of
   * both, the fuller the sheet.
   */
  lessons: ((lines: number, scale: number) => Section)[];
  filler: Section;
}

/** A line of the PDF outline. */
export interface OutlineEntry {
  title: string;
  level: number;
  /** Anchor it leads to. */
  anchor: string;
}
