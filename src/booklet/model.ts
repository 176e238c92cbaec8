import type { Position } from 'unist';
import type { RuleId } from '../diagnostics/rules.js';
import type { PaperName, Size } from '../geometry/frame.js';
import type { Said } from './merge.js';
import type { EditionBlock } from './names.js';
import type { PrintSettings } from './print-settings.js';

/** What `booklet.yaml` says, checked, with defaults filled in. */
export interface Booklet extends PrintSettings {
  /** Where something that `booklet.yaml` says stands, in the file of the booklet itself or of one that it extends. */
  said(path: PropertyKey[], key?: boolean): Said;
  /** Absolute path of the folder of the booklet that this one extends. */
  extends?: string;
  /** Where changes of overlays to the lessons would be written, in the order in which they are made; such a file may be missing. */
  changes: LessonFile[];
  /** Absolute path of the folder at which a translation that is named by a path begins. */
  translationFolder: string;
  /** Name of the booklet's folder, used for its folder under `output/`. */
  id: string;
  /** Absolute path of the folder. */
  folder: string;
  /** Path of `booklet.yaml` as the author knows it. */
  file: string;
  title: string;
  subtitle?: string;
  authors: string[];
  /** BCP 47 language of the booklet, which chooses hyphenation: `en`. */
  language: string;
  translation: string;
  /** Address of an online Bible with placeholders, to which references lead: `https://example.org/bible/{osis}`. */
  bible?: string;
  theme: string;
  /** Where `booklet.yaml` names the theme; absent when the default or the command line does. */
  themePlace?: Position;
  design: Design;
  /** What stands before the lessons, after the contents. */
  front: BookPart[];
  /** What stands after the lessons, before the closing notes. */
  back: BookPart[];
  /** Cover art of the booklet's own, in place of the theme's. */
  cover?: NamedFile;
  /** The lesson files in order. */
  lessons: LessonFile[];
  /** The editions to make, in order. */
  editions: EditionDefinition[];
  /** Every edition the booklet has, made or not, by name: the built-in ones and its own. */
  knownEditions: ReadonlyMap<string, EditionDefinition>;
  /** Names of editions that only booklets have which this one extends: their blocks may be for them, and show in none here. */
  editionsBelow: readonly string[];
  /** Session lengths in minutes, ascending, that the leader's overview plans for. */
  paths: number[];
  /** The date (ISO 8601) of each lesson's meeting, in their order; empty when there is no schedule. */
  schedule: string[];
  /** The booklet's own words in place of those the program prints, by label name. */
  labels: Record<string, string>;
  /** The church's mark, printed on the cover and the imprint page. */
  logo?: NamedFile;
  paper: PaperName;
  /** Finished page, in points. */
  trim: Size;
  /** Values for `{{name}}` in lessons and in booklet.yaml's own texts. */
  variables: Record<string, string>;
  /** What `gathering check` passes over, and its limits: a grade of school and a number of words. */
  check: { ignore: readonly RuleId[]; readingLevel: number; questionWords: number };
  /** Text of the author's for the imprint page. */
  notice?: string;
  /** Version of the lessons, printed on the imprint page. */
  version?: string;
  /** Date of the booklet (ISO 8601), printed on the imprint page and written into the PDF. */
  date?: string;
}

/** What a booklet changes in the look of its themes. */
export interface Design {
  /** The accent, in place of the themes' own, as `#rrggbb`. */
  accent?: string;
  /** Size of running text in points, to which everything else is scaled, where an edition has none of its own. */
  bodySize?: number;
}

/** An edition as data: what it shows, how it is set and what it is called. */
export interface EditionDefinition {
  name: string;
  /** Printed on cover and imprint page in place of the label of the built-in edition it comes from. */
  label?: string;
  /** Names of the editions whose blocks it shows beside those for everyone: its own, and all that it extends. */
  audiences: readonly string[];
  /** Whether answers and filled blanks are shown. */
  answers: boolean;
  /** Kinds of block that it is limited to; whatever else stands around one of them is taken away. */
  only?: readonly EditionBlock[];
  /** Kinds of block that it leaves out. */
  without?: readonly EditionBlock[];
  /** How many times larger its type is than the theme's. */
  scale: number;
  /** Size of running text in points, whatever the theme's; with it, `scale` is worked out. */
  bodySize?: number;
  /** How many times the writing lines of a question that states no number. */
  lines: number;
  theme?: string;
  /** Where `booklet.yaml` names that theme. */
  themePath?: PropertyKey[];
  paper?: PaperName;
  /** Whether a page is the paper folded once or the whole sheet; absent for the booklet's own trim. */
  sheet?: 'whole';
  /** `booklet`: all its parts; `handout`: the lessons alone, each on one sheet. */
  layout: 'booklet' | 'handout';
}

/** A part of a booklet beside its lessons: a chapter from a file, for all or for one audience, or one made from the lessons. */
export type BookPart = { kind: 'chapter'; source: LessonFile; audience: string } | { kind: GeneratedPart };

/** Parts that are made from the lessons. */
export type GeneratedPart = 'index-of-passages' | 'index-of-hymns' | 'prayer-requests';

/** A file that `booklet.yaml` names, and where it does so. */
export interface NamedFile extends Said {
  /** As written, relative to the folder. */
  path: string;
  /** Absolute path of the folder that it must lie in. */
  folder: string;
}

/** One lesson file of a booklet. */
export interface LessonFile {
  /** Absolute path. */
  path: string;
  /** Absolute path of the folder of the booklet that it belongs to, in which its pictures must lie. */
  folder: string;
  /** Path as the author knows it, for messages. */
  file: string;
}
