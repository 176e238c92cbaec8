import { type Diagnostic, severityOf, sortDiagnostics } from './diagnostic.js';
import type { Severity } from './rules.js';
import { visible } from './visible.js';

/** One message as data, for `--json`. Lines and columns count from 1 and are absent where the whole file is meant. */
export interface DiagnosticData {
  file: string;
  line?: number;
  column?: number;
  severity: Severity;
  rule: string;
  message: string;
  found: string;
  expected: string;
  advice: string;
}

/** Gives the place of a message, and its rule by its severity, a colour or a weight. */
export type MessageStyle = Record<'place' | Severity, (text: string) => string>;

const PLAIN: MessageStyle = { place: String, error: String, warning: String, advice: String };

/** The messages as plain data, sorted. */
export function diagnosticsToData(messages: readonly Diagnostic[]): DiagnosticData[] {
  return sortDiagnostics(messages).map((m) => ({
    file: m.file ?? '',
    ...(m.line === undefined ? {} : { line: m.line }),
    ...(m.column === undefined ? {} : { column: m.column }),
    severity: severityOf(m),
    rule: m.ruleId ?? '',
    message: m.reason,
    found: m.actual ?? '',
    expected: m.expected?.[0] ?? '',
    advice: m.note ?? '',
  }));
}

/**
 * The messages for a terminal, one line each, sorted: `file:line:column  rule-id  found; expected …; what to do`.
 * Control characters in them are shown as escapes, so that a hostile file cannot drive the terminal.
 *
 * @param style - How parts of a line are coloured; plain where nothing is said.
 */
export function formatDiagnostics(messages: readonly Diagnostic[], style: MessageStyle = PLAIN): string {
  return diagnosticsToData(messages)
    .map((m) => {
      const place = m.line === undefined ? m.file : `${m.file}:${m.line}:${m.column ?? 1}`;
      const word = m.severity === 'error' ? '' : `${m.severity}: `;
      const rule = style[m.severity](m.rule);
      return `${style.place(visible(place))}  ${rule}  ${visible(word + m.message)}`;
    })
    .join('\n');
}
