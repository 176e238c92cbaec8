import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import type { RuleId } from '../../diagnostics/rules.js';
import type { Places } from './scan.js';

/** Takes what is wrong with the characters from `start` to before `end`. */
export interface Report {
  (rule: RuleId, start: number, end: number, found: string, problem: { expected: string; advice: string }): void;
  messages: Diagnostic[];
}

/** So many messages about one file are enough: one slip at its beginning may bring thousands after it. */
const MOST = 100;

/** Collects messages about one file. */
export function reporter(file: string, places: Places): Report {
  const messages: Diagnostic[] = [];
  const report = (rule: RuleId, start: number, end: number, found: string, problem: Parameters<Report>[4]) => {
    if (messages.length < MOST)
      messages.push(diagnostic({ file, rule, place: places.of(start, end), found, ...problem }));
  };
  return Object.assign(report, { messages });
}
