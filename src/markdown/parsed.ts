import type { PhrasingContent, Root } from 'mdast';
import type { Position } from 'unist';
import type { Problem } from '../diagnostics/diagnostic.js';

/** A lesson's file as syntax: its tree, checked against the format, and what its front matter says. */
export interface ParsedLesson {
  /**
   * The body as mdast with directives. Only directives of the format remain, in their right form and place, with
   * attributes that are valid; HTML has become its text, variables their values, quotes and dashes are curly and long.
   * Positions count through the whole file, front matter included.
   */
  root: Root;
  frontMatter: FrontMatter;
}

/** What stands between the two lines of hyphens, with variables filled in and punctuation set. */
export interface FrontMatter {
  /** Empty when the file has none, which is an error. */
  title: string;
  subtitle?: string;
  id?: string;
  passages: PlacedText[];
  duration?: { minutes: number; position: Position | undefined };
  aim?: PhrasingContent[];
  memoryVerse?: PlacedText;
  hymn?: string;
  /** Path of a drawing for the opener, relative to the lesson's file. */
  ornament?: PlacedText;
}

/** A text of the front matter and where it stands in the file. */
export interface PlacedText {
  value: string;
  position: Position | undefined;
}

/** Takes a problem found in the file that is being read. */
export type Report = (problem: Omit<Problem, 'file'>) => void;
