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

/** One lesson file of a booklet. */
export interface LessonFile {
  /** Absolute path. */
  path: string;
  /** Path as the author knows it, for messages. */
  file: string;
}
