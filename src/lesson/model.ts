import type { Position } from 'unist';
import type { SetPassage, TranslationName, VerseRange } from './passage.js';

/** One lesson of a booklet: what its front matter says and the blocks of its body, free of any syntax. */
export interface Lesson {
  /** Stable name within the booklet, used in anchors: `hebrews-7`. */
  id: string;
  /** Path of the file as the author knows it. */
  file: string;
  /** Place in the booklet, from 1. */
  number: number;
  title: string;
  subtitle?: string;
  aim?: Inline[];
  passages: ReferenceInline[];
  /** Planned length in minutes. */
  duration?: number;
  memoryVerse?: ReferenceInline;
  hymn?: string;
  /** Drawing for the opener: the path as written, and, once it is read, SVG text with the theme's colours in place. */
  ornament?: { path: string; position?: Position | undefined; svg?: string };
  body: Block[];
  /** Notes in the order of their first mark. */
  footnotes: Footnote[];
}

export interface Footnote {
  /** Counts from 1 through the lesson. */
  number: number;
  id: string;
  children: Block[];
}

/**
 * Whom a block is for, as one word to compare by: `all` for every edition, otherwise the names of the editions that show
 * it, `leader` or `leader+group-a`. Of a block inside another the two follow each other with a space between.
 */
export type Audience = string;

/** How deep a question goes: find what the text says, weigh it, live it. */
export type QuestionKind = 'understand' | 'reflect' | 'engage';

/** How writing space is drawn. */
export type WritingStyle = 'ruled' | 'dotted' | 'grid' | 'blank';

interface Node {
  /** Where the block or run stands in its file. */
  position?: Position | undefined;
  /** Path, as the author knows it, of the file that a block was written in, where that is not the lesson's. */
  file?: string;
}

interface Anchored {
  /** Unique in the lesson; with the lesson's id it makes the anchor `hebrews-7.q3`. */
  id: string;
}

export interface Paragraph extends Node {
  type: 'paragraph';
  children: Inline[];
}
export interface Heading extends Node, Anchored {
  type: 'heading';
  /** 2 to 6: the lesson's title is the only heading of level 1. */
  level: 2 | 3 | 4 | 5 | 6;
  children: Inline[];
}
export interface List extends Node {
  type: 'list';
  ordered: boolean;
  /** Number of the first item of an ordered list. */
  start: number;
  /** Whether blank lines part the items. */
  loose: boolean;
  items: ListItem[];
}
export interface ListItem extends Node {
  /** Set on task list items. */
  checked?: boolean;
  children: Block[];
}
export interface Table extends Node {
  type: 'table';
  align: ('left' | 'right' | 'center' | null)[];
  head: TableRow;
  rows: TableRow[];
}
export interface TableRow {
  cells: Inline[][];
}
export interface BlockQuote extends Node {
  type: 'blockquote';
  children: Block[];
}
export interface CodeBlock extends Node {
  type: 'code';
  language?: string;
  value: string;
}
export interface ThematicBreak extends Node {
  type: 'thematic-break';
}
export interface Figure extends Node {
  type: 'figure';
  image: ImageSource;
  /** Read out to those who cannot see it. */
  alt: string;
  /** For the eye only: it has no alternative text and is passed over when the page is read out. */
  decorative?: true;
  /** From the image's title; set beneath it. */
  caption?: Inline[];
}
/** An image of the booklet, read and checked. */
export interface ImageSource {
  /** As written, relative to the lesson's file. */
  path: string;
  format: 'png' | 'jpeg' | 'svg';
  data: Uint8Array;
  /** Natural size in pixels; of an SVG, 96 to the inch. */
  width: number;
  height: number;
}

/** A note for one audience only. A leader's note is boxed and may have a title. */
export interface AudienceBlock extends Node {
  type: 'audience';
  audience: 'leader' | 'participant';
  title?: Inline[];
  children: Block[];
}
/** Blocks that only some editions show, as `for=` on a directive says. The edition stage takes the wrapping away. */
export interface ForBlock extends Node {
  type: 'for';
  /** Names of editions; a block shows in those, and in the editions that extend them. */
  audiences: string[];
  children: Block[];
}
/** What the leader gets ready beforehand; its list becomes a checklist on the lesson's first leader page. */
export interface Prepare extends Node {
  type: 'prepare';
  children: Block[];
}
/** Something the group does or reads together, set apart and titled. */
export interface Activity extends Node, Anchored {
  type: 'activity';
  kind: 'icebreaker' | 'activity' | 'prayer' | 'aside';
  title?: Inline[];
  minutes?: number;
  /** Done when time allows: its minutes are not counted in the lesson's duration. */
  optional?: boolean;
  /** Left out of paths through the session that are shorter than this many minutes. */
  from?: number;
  children: Block[];
}
export interface Question extends Node, Anchored {
  type: 'question';
  /** Counts from 1 through the lesson; absent on questions that only one audience sees. */
  number?: number;
  kind?: QuestionKind;
  minutes?: number;
  optional: boolean;
  /** Left out of paths through the session that are shorter than this many minutes. */
  from?: number;
  /** Writing lines the author asked for; 0 for none; absent when left to the edition. */
  lines?: number;
  /** The question's own text. */
  prompt: Block[];
  /** What the leader sees beneath it; in a participant edition always empty. */
  answer: Block[];
}
export interface Scripture extends Node, Anchored {
  type: 'scripture';
  /** As written in the label. */
  reference: string;
  /** Translation asked for here, if not the booklet's. */
  translation?: string;
  verses: 'show' | 'hide';
  /** Filled by the scripture stage. */
  passage?: SetPassage;
}
export interface MemoryVerse extends Node, Anchored {
  type: 'memory-verse';
  reference: string;
  translation?: string;
  passage?: SetPassage;
}
export interface Hymn extends Node, Anchored {
  type: 'hymn';
  title: Inline[];
  words?: string;
  music?: string;
  tune?: string;
  meter?: string;
  year?: string;
  number?: string;
  rights?: string;
  stanzas: HymnStanza[];
  /** Notes inside the hymn for the leader only. */
  notes: (AudienceBlock | ForBlock)[];
}
export interface HymnStanza extends Node {
  kind: 'stanza' | 'refrain';
  lines: Inline[][];
}
export interface Readings extends Node, Anchored {
  type: 'readings';
  title?: Inline[];
  items: ReadingItem[];
}
/** One reading of the week: its text as written, with its references found in it. */
export interface ReadingItem extends Node {
  children: Inline[];
}
export interface WritingLines extends Node {
  type: 'lines';
  count: number;
  style?: WritingStyle;
}
export interface PageBreak extends Node {
  type: 'page-break';
}

export type Block =
  | Paragraph
  | Heading
  | List
  | Table
  | BlockQuote
  | CodeBlock
  | ThematicBreak
  | Figure
  | AudienceBlock
  | ForBlock
  | Prepare
  | Activity
  | Question
  | Scripture
  | MemoryVerse
  | Hymn
  | Readings
  | WritingLines
  | PageBreak;

export interface Text extends Node {
  type: 'text';
  value: string;
  /** Indexes of the spaces in the value that stand for a line's end in the file, so that places can be told. */
  breaks?: number[];
}
export interface Emphasis extends Node {
  type: 'emphasis' | 'strong' | 'delete';
  children: Inline[];
}
/** Words of another language, as the author says. Words in Greek or Hebrew letters need not be marked. */
export interface Foreign extends Node {
  type: 'foreign';
  /** BCP 47: `fr`. */
  lang: string;
  children: Inline[];
}
export interface InlineCode extends Node {
  type: 'code-span';
  value: string;
}
export interface LineBreak extends Node {
  type: 'break';
}
export interface Link extends Node {
  type: 'link';
  /** An http, https or mailto address, or `#anchor` within the booklet. */
  href: string;
  children: Inline[];
}
export interface FootnoteMark extends Node {
  type: 'footnote-mark';
  number: number;
  id: string;
}
/** A gap to fill in. The leader sees the answer; a participant edition holds a `rule` in its place. */
export interface Blank extends Node {
  type: 'blank';
  answer: Inline[];
}
/** The rule that stands for a blank where answers are off. */
export interface BlankRule extends Node {
  type: 'blank-rule';
  /** Length of the missing answer in characters, rounded up so that it tells little. */
  width: number;
}
/** A reference to scripture, found in running text or marked with `:ref`. */
export interface ReferenceInline extends Node {
  type: 'reference';
  /** As it is printed, with no-break spaces inside. */
  text: string;
  /** Machine form, filled by the scripture stage: `Rom.8.26-Rom.8.27,Rom.8.34`. */
  osis: string;
  ranges: VerseRange[];
}

export type Inline =
  | Text
  | Emphasis
  | Foreign
  | InlineCode
  | LineBreak
  | Link
  | FootnoteMark
  | Blank
  | BlankRule
  | ReferenceInline;

/** Verses quoted from one translation, for the imprint page. */
export interface TranslationUse {
  translation: TranslationName;
  /** The translation's notice, to be printed as it is. */
  notice: string;
  verses: number;
}

/** Tells the compiler, and the reader of a crash report, that a union was not matched in full. */
export function unreachable(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`);
}
