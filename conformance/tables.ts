import { UNSPOILT } from './controls.js';
import { FLAVOURS } from './flavours.js';
import type { ControlOutcome, Outcome } from './outcome.js';
import { faultOf, type Verdict } from './report.js';

/** A table as rows of cells, the first of them its head. */
export type Table = readonly (readonly string[])[];

export function verdictTable(verdicts: readonly Verdict[]): Table {
  const head = ['file', 'held to', 'rules passed', 'failed', 'checks passed', 'failed', 'verdict'];
  return [head, ...verdicts.map(verdictRow)];
}

function verdictRow(verdict: Verdict): string[] {
  const { file, flavour, rules, checks } = verdict;
  const counts = [rules.passed, rules.failed, checks.passed, checks.failed].map(grouped);
  return [file, FLAVOURS[flavour].name, ...counts, faultOf(verdict) ?? 'passes'];
}

export function controlTable({ unspoilt, outcomes }: NonNullable<Outcome['controls']>): Table {
  const head = ['control', 'held to', 'must break', 'breaks', 'verdict'];
  const plain = unspoilt.map((verdict) => [
    UNSPOILT,
    FLAVOURS[verdict.flavour].name,
    '–',
    rulesOf(verdict),
    faultOf(verdict) ?? 'passes',
  ]);
  return [head, ...plain, ...outcomes.map(controlRow)];
}

function controlRow({ control, flavour, rules, verdict, fault }: ControlOutcome): string[] {
  return [control.name, FLAVOURS[flavour].name, rules.join(', '), rulesOf(verdict), fault ?? 'fails, as it should'];
}

function rulesOf(verdict: Verdict | undefined): string {
  return verdict?.broken.map(({ rule }) => rule).join(', ') || 'nothing';
}

export function roleTable(roles: Outcome['roles']): Table {
  const rows = Object.entries(roles).map(([file, counts]) => [
    file,
    grouped(Object.values(counts).reduce((sum, count) => sum + count, 0)),
    Object.entries(counts)
      .map(([role, count]) => `${role} ${grouped(count)}`)
      .join(', ') || 'none',
  ]);
  return [['file', 'elements', 'of which'], ...rows];
}

/** The rules that a file breaks, each with a place. */
export function brokenRules({ file, flavour, broken }: Verdict): string[] {
  return broken.flatMap(({ rule, count, description, example }) => [
    `${file}, ${FLAVOURS[flavour].name} ${rule}, ${count === 1 ? 'once' : `${grouped(count)} times`}: ${description}`,
    ...(example ? [`    for example: ${example}`] : []),
  ]);
}

/** A table for a terminal. */
export function asText(table: Table): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isNumber(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return table.map(line).join('\n');
}

/** A table in Markdown. */
export function asMarkdown([head = [], ...rows]: Table): string {
  const rule = head.map((_, column) => (rows.every((row) => isNumber(row[column] ?? '')) ? '---:' : '---'));
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

function isNumber(cell: string): boolean {
  return /^[\d,]+$/.test(cell);
}

/** A number with commas, on every computer. */
function grouped(number: number): string {
  return number.toLocaleString('en-US');
}
