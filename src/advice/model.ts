import type { Booklet } from '../booklet/model.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { EditionContent } from '../edition/model.js';
import type { Lesson } from '../lesson/model.js';

/** A booklet with everything that advice is given from. */
export interface Advised {
  booklet: Pick<Booklet, 'language' | 'editions' | 'check'>;
  /** Lessons and then chapters, their scripture set. */
  lessons: readonly Lesson[];
  /** What each edition shows, also of those that are not made. */
  contents: readonly EditionContent[];
  /** The text of each file that blocks stand in, by its path as the author knows it, lines ended by line feeds. */
  sources: ReadonlyMap<string, string>;
  folder: BookletFolder;
}

/** What lies in the booklet's own folder. */
export interface BookletFolder {
  /** Pictures: paths relative to the folder, and as the author knows them. */
  pictures: readonly { path: string; file: string }[];
  /** Paths of pictures that are printed, relative to the folder. */
  printed: ReadonlySet<string>;
  /** The texts of its Markdown and YAML files, lessons or not. */
  texts: readonly string[];
}

/** What one rule has to say about a booklet. Nothing is changed. */
export type AdviceRule = (booklet: Advised) => Diagnostic[];
