import type { Position } from 'unist';
import type { PaperName, Size } from '../geometry/frame.js';

/** What `booklet.yaml` says, checked, with defaults filled in. */
export interface Booklet {
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
  theme: string;
  /** Where `booklet.yaml` names the theme; absent when the default or the command line does. */
  themePlace?: Position;
  /** What stands before the lessons, after the contents. */
  front: BookPart[];
  /** What stands after the lessons, before the closing notes. */
  back: BookPart[];
  /** Cover art of the booklet's own, in place of the theme's. */
  cover?: { path: string; place: Position | undefined };
  /** The lesson files in order. */
  lessons: LessonFile[];
  editions: string[];
  paper: PaperName;
  /** Finished page, in points. */
  trim: Size;
  /** Values for `{{name}}` in lessons and in booklet.yaml's own texts. */
  variables: Record<string, string>;
  /** Text of the author's for the imprint page. */
  notice?: string;
  /** Version of the lessons, printed on the imprint page. */
  version?: string;
  /** Date of the booklet (ISO 8601), printed on the imprint page and written into the PDF. */
  date?: string;
}

/** A part of a booklet beside its lessons: a chapter from a file, for all or for one audience, or one made from the lessons. */
export type BookPart =
  | { kind: 'chapter'; source: LessonFile; audience: 'all' | 'leader' | 'participant' }
  | { kind: GeneratedPart };

/** Parts that are made from the lessons. */
export type GeneratedPart = 'index-of-passages' | 'index-of-hymns' | 'prayer-requests';

/** One lesson file of a booklet. */
export interface LessonFile {
  /** Absolute path. */
  path: string;
  /** Path as the author knows it, for messages. */
  file: string;
}
