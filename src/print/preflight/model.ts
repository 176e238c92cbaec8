import type { RuleId } from '../../diagnostics/rules.js';
import type { Target } from '../../geometry/targets.js';
import type { Box } from './read/geometry.js';

/** The rules of preflight among all rules. */
export type PreflightRule = Extract<RuleId, `preflight-${string}`>;

/** One thing that is wrong with a PDF, in the three phrases of every message. */
export interface Finding {
  rule: PreflightRule;
  /** Physical page from 1; absent for what is wrong with the whole file. */
  page?: number;
  /** Where on the page, in points from the lower left corner of its trim. */
  place?: Box;
  found: string;
  expected: string;
  advice: string;
}

/** What a PDF is held to. */
export interface PreflightOptions {
  /** What the file is for. */
  target: Target;
  /** Finished page in points, centered, for a file whose pages do not say where they are cut. */
  trim?: { width: number; height: number };
  /** Whether pages of the file are sides of sheets, with several pages of a booklet on each. */
  sheets: boolean;
  /** The number of pages must be a multiple of this. */
  multiple: number;
  /** Whether pages without anything on them are meant. */
  blanks: boolean;
}

/** What preflight says of a file. */
export interface PreflightReport {
  /** How many pages it has; 0 where it could not be read. */
  pages: number;
  /** What it was held to; absent where it could not be read. */
  options?: PreflightOptions;
  findings: Finding[];
}
