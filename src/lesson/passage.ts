/** One verse by OSIS book code (`Heb`, `1John`), chapter and verse, as in the OSIS 2.1 manual. */
export interface VerseAddress {
  book: string;
  chapter: number;
  verse: number;
}

/** A run of verses, both ends included; it may cross chapters but not books. */
export interface VerseRange {
  start: VerseAddress;
  end: VerseAddress;
}

/** A bundled translation as readers know it. */
export interface TranslationName {
  /** What authors write: `WEB`, `KJV`. */
  id: string;
  /** What the reference line prints. */
  abbreviation: string;
  name: string;
  /** BCP 47 language of the text. */
  language: string;
}

/** A piece of a verse's text. `supplied` marks words that the translators added (italic in the King James). */
export interface VerseRun {
  text: string;
  supplied?: boolean;
}

/** A verse, or the part of it that stands in one paragraph or on one line of poetry. */
export interface VerseSpan {
  chapter: number;
  verse: number;
  /** What is raised before the words: `31`, or `8:1` where a passage enters a new chapter. Absent on continuations and where verses are hidden. */
  label?: string;
  runs: VerseRun[];
}

/** A line of poetry. `indent` counts steps from the left: 0 for a line that opens a couplet, 1 for one that answers it. */
export interface PoetryLine {
  indent: number;
  spans: VerseSpan[];
}

/** What a passage is made of when it is set: paragraphs, stanzas, and gaps where verses were left out on purpose. */
export type PassageBlock =
  | { type: 'prose'; spans: VerseSpan[] }
  | { type: 'poetry'; lines: PoetryLine[] }
  | { type: 'gap' };

/** A passage of scripture ready to be set. */
export interface SetPassage {
  /** The reference in the house style, parts bound by no-break spaces: `Luke 22:31–34`. */
  reference: string;
  osis: string;
  ranges: VerseRange[];
  translation: TranslationName;
  blocks: PassageBlock[];
  /** Number of verses quoted, for the notice on the imprint page. */
  verseCount: number;
}
