import type { Point, Position } from 'unist';
import { VFileMessage } from 'vfile-message';
import { RULES, type RuleId, type Severity } from './rules.js';

/** A message about an author's input: a value that is collected, sorted and shown, never thrown on the way. */
export type Diagnostic = VFileMessage;

/** A value together with everything that was found wrong while it was made. */
export interface Checked<T> {
  value: T;
  messages: Diagnostic[];
}

/** What an author needs to know to mend one problem. Each part is a phrase that starts in lower case, without a full stop. */
export interface Problem {
  /** Path of the file as the author knows it, relative to where the command was run. */
  file: string;
  /** Where the offending characters stand; lines and columns count from 1. */
  place?: Position | Point | undefined;
  rule: RuleId;
  /** What stands there. */
  found: string;
  /** What would have been right. */
  expected: string;
  /** What to do about it. */
  advice: string;
}

/**
 * Makes a diagnostic from a problem. Its severity comes from the rule: warnings and advice let a build go on, errors
 * stop it before anything is written.
 */
export function diagnostic(problem: Problem): Diagnostic {
  const { file, place, rule, found, expected, advice } = problem;
  const reason = `${found}; expected ${expected}; ${advice}`;
  const message = new VFileMessage(reason, { ...(place ? { place } : {}), ruleId: rule, source: 'gathering' });
  message.file = file;
  message.fatal = FATAL[RULES[rule].severity];
  message.actual = found;
  message.expected = [expected];
  message.note = advice;
  return message;
}

/** What vfile calls a failure, a warning and information. */
const FATAL = { error: true, warning: false, advice: undefined } as const satisfies Record<Severity, unknown>;

/** How a message counts. */
export function severityOf({ fatal }: Pick<Diagnostic, 'fatal'>): Severity {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'advice';
}

/** Whether any of the messages stops a build. */
export function hasErrors(messages: readonly Diagnostic[]): boolean {
  return messages.some((message) => message.fatal === true);
}

/** Sorts by file, line, column and rule, and drops exact repeats. */
export function sortDiagnostics(messages: readonly Diagnostic[]): Diagnostic[] {
  const key = (m: Diagnostic) =>
    `${m.file}\u0000${m.line ?? 0}\u0000${m.column ?? 0}\u0000${m.ruleId}\u0000${m.reason}`;
  const unique = [...new Map(messages.map((m) => [key(m), m])).values()];
  const by = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return unique.sort(
    (a, b) =>
      by(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      by(a.ruleId ?? '', b.ruleId ?? '') ||
      by(a.reason, b.reason),
  );
}
