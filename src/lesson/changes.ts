import type { Position } from 'unist';
import type { Block, Footnote } from './model.js';

/** One change that an overlay makes to a lesson, ready to be put in its place. */
export interface Change {
  kind: 'override' | 'omit' | 'add';
  /** Anchor of the block that is changed, `luke-22.q3`; or, of an `add`, also the id of a lesson. */
  target: string;
  /** On which side of the target an `add` puts its blocks. */
  side: 'before' | 'after';
  /** Hash that was written down for the block: twelve hexadecimal digits. */
  was?: string;
  /** Path of changes.md as the author knows it. */
  file: string;
  /** Where the target is named. */
  place: Position | undefined;
  /** Where the hash stands, if there is one, and the opening line as a whole. */
  wasPlace?: Position | undefined;
  opening: Position | undefined;
  /** What is put in. Ids are those that the blocks will have in the lesson. */
  blocks: Block[];
  /** Notes that the blocks point to. */
  footnotes: Footnote[];
  /** The content as it is written. */
  source: string;
}
