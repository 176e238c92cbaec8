import type { Corpus, Extent } from '../corpus/corpus.js';

/** What one run gave. */
export interface Sample {
  milliseconds: number;
  /** The most memory that was held, in bytes; of several processes that of the largest. */
  peak?: number;
  /** Bytes of all PDFs together. */
  bytes?: number;
  /** Pages of the first booklet’s leader’s edition. */
  pages?: number;
  /** What Gathering says of its phases, in milliseconds. */
  phases?: Record<string, number>;
}

/** Somebody who makes the booklets, in one way of using it. */
export interface Contestant {
  /** As `--only` has it. */
  key: string;
  /** As tables have it. */
  name: string;
  run(round: number): Promise<Sample>;
}

/** Where contestants work. */
export interface Ground {
  /** The repository. */
  root: string;
  /** A folder for everything that is made, gone at the end. */
  work: string;
  extent: Extent;
  seed: number;
}

/** What can be entered: it is made ready, its own booklets written, before any clock starts; or says why it cannot run. */
export interface Entry {
  key: string;
  name: string;
  enter(ground: Ground): Promise<Contestant | Unavailable>;
}

export class Unavailable {
  constructor(readonly why: string) {}
}

/** The booklets of a contestant, which belong to it alone. */
export interface Own {
  corpus: Corpus;
  /** Where it writes its PDFs. */
  out: string;
  /** A folder for whatever else it needs. */
  keep: string;
}
