import type { Sample } from './contestants/model.js';
import type { SizeName } from './corpus/corpus.js';

/** All that a run of the benchmark found out. */
export interface Results {
  machine: string;
  /** What should be known before the figures are read. */
  notes: string[];
  sizes: Partial<Record<SizeName, SizeResult>>;
  /** Gathering's cold builds of ever longer booklets: pages of the leader’s edition, and seconds. */
  growth: { pages: number; milliseconds: number }[];
}

export interface SizeResult {
  /** Contestants in their order, those that could not run among them. */
  contestants: ContestantResult[];
}

export interface ContestantResult {
  key: string;
  name: string;
  /** One a round; none where it could not run. */
  samples: Sample[];
  /** Why it could not run. */
  skipped?: string;
}

/** What a contestant did, round by round. */
export function samplesOf(results: Results, size: SizeName, key: string): Sample[] {
  return results.sizes[size]?.contestants.find((one) => one.key === key)?.samples ?? [];
}
