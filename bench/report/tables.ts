import { type BarOutcome, ratio } from '../bars.js';
import type { SizeName } from '../corpus/corpus.js';
import type { ContestantResult, Results } from '../results.js';
import { type Spread, spreadOf } from '../statistics.js';

/** Who everyone is compared with. */
const YARDSTICK = 'react-pdf';

const MEGA = 1_000_000;

/** What was measured of one size: a row for each contestant, and beneath it who could not take part. */
export function sizeTable(results: Results, size: SizeName): string {
  const head = [size, 'time', 'IQR', 'of plain react-pdf', 'IQR', 'peak memory', 'PDFs'];
  const all = results.sizes[size]?.contestants ?? [];
  const rows = all.filter(({ samples }) => samples.length > 0).map((one) => measuredRow(results, size, one));
  const out = all.flatMap(({ name, skipped }) => (skipped === undefined ? [] : [`Skipped: ${name} (${skipped}).`]));
  return [markdownTable([head, ...rows]), ...out].join('\n\n');
}

function measuredRow(results: Results, size: SizeName, { key, name, samples }: ContestantResult): string[] {
  const time = spreadOf(samples.map(({ milliseconds }) => milliseconds));
  const share = ratio(results, size, key, YARDSTICK, 'milliseconds');
  const peaks = samples.flatMap(({ peak }) => peak ?? []);
  const bytes = samples.at(-1)?.bytes;
  return [
    name,
    seconds(time.median),
    apart(time, seconds),
    ...(share ? [figure(share.median), apart(share, figure)] : ['–', '–']),
    peaks.length > 0 ? `${Math.round(spreadOf(peaks).median / MEGA)} MB` : '–',
    bytes === undefined ? '–' : `${(bytes / MEGA).toFixed(2)} MB`,
  ];
}

/** The bars and what came of them. */
export function barTable(outcomes: readonly BarOutcome[]): string {
  const head = ['loop', 'against', 'ratio', 'IQR', 'at most', 'verdict'];
  const rows = outcomes.map(({ loop, against, atMost, figure: measured, verdict }) => [
    loop,
    against,
    measured ? figure(measured.median) : '–',
    measured ? apart(measured, figure) : '–',
    figure(atMost),
    verdict,
  ]);
  return markdownTable([head, ...rows]);
}

/** How long Gathering's builds of longer and longer booklets took. */
export function growthTable({ growth }: Results): string {
  const rows = growth.map(({ pages, milliseconds }) => [
    String(pages),
    seconds(milliseconds),
    `${Math.round(milliseconds / pages)} ms`,
  ]);
  return markdownTable([['pages of the leader’s edition', 'both editions', 'a page'], ...rows]);
}

/** Where the time of Gathering's cold builds of a size went: all, what editions share, and each of them. */
export function profileTable(results: Results, size: SizeName): string {
  const samples = results.sizes[size]?.contestants.find(({ key }) => key === 'gathering-cold')?.samples ?? [];
  const keys = [...new Set(samples.flatMap((sample) => Object.keys(sample.phases ?? {})))];
  const parts = keys.map((key) => {
    const [phase = '', edition = 'shared'] = key.split(', ');
    const { median } = spreadOf(samples.map((sample) => sample.phases?.[key] ?? 0));
    return { phase, edition, median };
  });
  const columns = ['shared', ...new Set(parts.map(({ edition }) => edition).filter((name) => name !== 'shared'))];
  const sum = (list: typeof parts) => list.reduce((total, { median }) => total + median, 0);
  const whole = sum(parts);
  const row = (name: string, list: typeof parts) => [
    name,
    `${Math.round(sum(list))} ms`,
    `${Math.round((100 * sum(list)) / whole)} %`,
    ...columns.map((column) => {
      const own = list.filter(({ edition }) => edition === column);
      return own.length > 0 ? `${Math.round(sum(own))} ms` : '';
    }),
  ];
  const phases = [...new Set(parts.map(({ phase }) => phase))];
  return markdownTable([
    ['phase', 'all', 'share', ...columns],
    ...phases.map((name) =>
      row(
        name,
        parts.filter(({ phase }) => phase === name),
      ),
    ),
    row('together', parts),
  ]);
}

/** A table in Markdown whose columns line up, so that it can be read in a terminal too. Figures are set to the right. */
export function markdownTable(table: readonly (readonly string[])[]): string {
  const [head = [], ...rows] = table;
  const widths = head.map((_, column) => Math.max(3, ...table.map((row) => row[column]?.length ?? 0)));
  const isRight = head.map((_, column) => column > 0 && rows.every((row) => /^(?:[\d.,–]|$)/.test(row[column] ?? '')));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (isRight[column] ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width))).join(' | ')} |`;
  const rule = widths.map((width, column) => (isRight[column] ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2)));
  return [line(head), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

/** The interquartile range, where there is more than one figure to have any. */
function apart({ iqr, count }: Spread, write: (iqr: number) => string): string {
  return count > 1 ? write(iqr) : '–';
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function figure(number: number): string {
  return number.toFixed(number < 0.1 ? 3 : 2);
}
