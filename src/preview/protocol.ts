import type { PaperName } from '../geometry/frame.js';
import type { Target } from '../geometry/targets.js';

/*
 * What the preview's server and its page say to each other. Everything is JSON but the PDFs. Addresses:
 *
 *   GET  /                              the page; its scripts and styles lie under /assets/
 *   GET  /api/state                     State
 *   GET  /api/events                    server-sent events: `state`, whose data is a StateEvent, at once and at each change
 *   PUT  /api/choices                   Choices, whole; answers State
 *   GET  /api/book?edition=E&target=T   Book; 404 Refusal where there is no such edition, 409 Refusal where it never could be made
 *   GET  /api/parts/ID.pdf              the pages of a part; 404 once it is of no book any more: ask for the book again
 *   GET  /api/sheets.pdf?edition=E      the edition on its sheets, as for `home`
 *   GET  /api/download?edition=E&target=T   the finished file as a build makes it; 422 Refusal where it must not be made
 *   GET  /api/print-pack                a zip of all that `home` makes; 422 Refusal
 *   POST /api/overlay/plan              OverlayRequest; answers OverlayPlan, writes nothing
 *   POST /api/overlay                   OverlayRequest; answers OverlayPlan once it is written, 409 Refusal
 */

/** Anything that was refused, with a sentence to show. */
export interface Refusal {
  error: string;
  messages?: Message[];
}

/** What was chosen in place of what the booklet says; absent is as the booklet says. */
export interface Choices {
  theme?: string;
  translation?: string;
  paper?: PaperName;
  /** `#rrggbb`. */
  accent?: string;
  /** Size of running text in points. */
  bodySize?: number;
  /** Values of variables, by name; only those that differ. */
  variables?: Record<string, string>;
}

/** Something to choose from a list: its value, and how it is called for readers. */
export interface Option {
  value: string;
  label: string;
  /** A sentence about it. */
  about?: string;
}

/** What there is to choose from, and what the booklet itself says. */
export interface Offered {
  editions: Option[];
  targets: (Option & { value: Target })[];
  themes: Option[];
  translations: Option[];
  papers: Option[];
  /** Every variable of the booklet with the booklet's own value; the church's name is `church` where there is one. */
  variables: Record<string, string>;
  theme: string;
  translation: string;
  paper: string;
  /** The theme's own, with the choices that are made. */
  accent: string;
  bodySize: number;
  /** Sizes of running text that can be chosen, in points. */
  bodySizes: { least: number; most: number; step: number };
}

/**
 * `working`: being made for the first time; `fresh`: pages show the files as they are; `stale`: the files or the choices
 * have an error, and pages show them as they last were without; `failed`: they had errors from the first.
 */
export type Status = 'working' | 'fresh' | 'stale' | 'failed';

/** What is shown, but for its pages. */
export interface State {
  /** Goes up whenever anything else in it, or in any book, may have changed. */
  revision: number;
  status: Status;
  /** The booklet's folder as the author knows it. */
  folder: string;
  /** Its title, with variables filled in. */
  title: string;
  language: string;
  choices: Choices;
  /** Absent until the booklet could be read for the first time. */
  offered?: Offered;
  messages: Message[];
}

/** Told with each event, to save a request where nothing is new. */
export type StateEvent = Pick<State, 'revision' | 'status'>;

/** A message about the author's files, as the terminal tells it. */
export interface Message {
  severity: 'error' | 'warning' | 'advice';
  rule: string;
  /** As the author knows it. */
  file: string;
  /** From 1; absent where the whole file is meant. */
  line?: number;
  column?: number;
  found: string;
  expected: string;
  advice: string;
  /** Lines of the file around the place, the one that is meant marked with a caret under what is meant. */
  excerpt?: Excerpt;
}

/** Some lines of a file. */
export interface Excerpt {
  /** Number of the first line, from 1. */
  from: number;
  lines: string[];
  /** Columns from 0 in UTF-16 units, in the line `at` (an index into `lines`). */
  caret: { at: number; start: number; end: number };
}

/** An edition laid out, for one target. */
export interface Book {
  revision: number;
  edition: string;
  target: Target;
  /** What its cover calls it. */
  label: string;
  /** The finished page in points; the PDF of a press page is larger by bleed and marks. */
  size: { width: number; height: number };
  direction: 'left-to-right' | 'right-to-left';
  /** Whether pages lie side by side once bound; those of a telephone do not. */
  spreads: boolean;
  pages: Page[];
  outline: OutlineLine[];
  /** Page of every anchor, by index into `pages`. */
  anchors: Record<string, number>;
  /** Anchors of questions, in order; the same in every edition that has them. PDFs name these places as well. */
  questions: string[];
  /** Where source lines came to stand, sorted by file and line: the page of a line is that of the last entry not after it. */
  places: { file: string; line: number; page: number }[];
  totals: Totals;
  /** Absent where there are no sheets. */
  sheets?: { count: number /** Changes when their pages do. */; key: string };
}

/** A page, whose picture is a page of a part. */
export interface Page {
  /** As readers cite it: `iv`, `12`; empty for the cover. */
  label: string;
  recto: boolean;
  /** Id of the part; another id, another picture. */
  part: string;
  /** Which page of the part, from 0. */
  index: number;
}

/** A line of the outline, on its level from 0. */
export interface OutlineLine {
  title: string;
  level: number;
  page: number;
}

/** What an edition comes to. */
export interface Totals {
  pages: number;
  /** Sheets of paper that one copy takes; 0 where there is no paper. */
  sheets: number;
  words: number;
  /** Of all sessions together. */
  minutes: number;
}

/** Where the present choices are to be kept. */
export interface OverlayRequest {
  /** Name of the new folder, which lies beside the booklet's. */
  name: string;
}

/** What is written, or would be. */
export interface OverlayPlan {
  /** The new folder as the author knows it. */
  folder: string;
  files: { path: string; text: string }[];
}
