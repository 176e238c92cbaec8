import type { BuildResult, BuiltFile } from '../build.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { diagnosticsToData } from '../diagnostics/report.js';
import { visible } from '../diagnostics/visible.js';
import type { Colors } from './colors.js';
import { pathFrom } from './paths.js';
import type { BuildReport } from './report-schema.js';
import { textWidth } from './text.js';
import type { Timings } from './timings.js';

/** The result of a build as data. */
export function reportBuild(result: BuildResult, cwd: string, timings?: Timings): BuildReport {
  return {
    version: 1,
    files: result.files.map(({ booklet, edition, target, path, pages, sheets, bytes, milliseconds }) => ({
      booklet,
      ...(edition === undefined ? {} : { edition }),
      target,
      path: pathFrom(cwd, path),
      pages,
      sheets,
      bytes,
      milliseconds: Math.round(milliseconds),
    })),
    messages: diagnosticsToData(result.messages),
    ...(timings
      ? {
          timings: timings.map(({ phase, edition, milliseconds }) => ({
            phase,
            ...(edition === undefined ? {} : { edition }),
            milliseconds: Math.round(milliseconds),
          })),
        }
      : {}),
  };
}

/** One line a file: path, pages, sheets, size and time, in columns. */
export function formatFiles(files: readonly BuiltFile[], cwd: string, { bold }: Pick<Colors, 'bold'>): string {
  const rows = files.map((file) => [
    [visible(pathFrom(cwd, file.path)), ''] as const,
    count(file.pages, 'page'),
    // Not every file is for paper.
    ...(files.some(({ sheets }) => sheets > 0) ? [file.sheets > 0 ? count(file.sheets, 'sheet') : NOTHING] : []),
    size(file.bytes),
    duration(file.milliseconds),
  ]);
  const widest = (column: number, part: 0 | 1) =>
    Math.max(0, ...rows.map((row) => textWidth(row[column]?.[part] ?? '')));
  return rows
    .map((row) => {
      const cells = row.map(([value, unit], column) => {
        if (column === 0) return bold(value) + ' '.repeat(widest(column, 0) - textWidth(value));
        return `${value.padStart(widest(column, 0))} ${unit.padEnd(widest(column, 1))}`;
      });
      return cells.join('  ').trimEnd();
    })
    .join('\n');
}

/** How many errors and warnings there were and what came of it; undefined when there were none. */
export function summarise(
  messages: readonly Diagnostic[],
  written: number,
  { red, yellow }: Pick<Colors, 'red' | 'yellow'>,
): string | undefined {
  const errors = messages.filter((message) => message.fatal).length;
  const warnings = messages.length - errors;
  const counts = [
    ...(errors > 0 ? [red(count(errors, 'error').join(' '))] : []),
    ...(warnings > 0 ? [yellow(count(warnings, 'warning').join(' '))] : []),
  ];
  if (counts.length === 0) return undefined;
  return `${counts.join(', ')}; ${written === 0 ? 'nothing was' : count(written, 'file').join(' ')} written`;
}

type Measure = readonly [value: string, unit: string];

const NOTHING: Measure = ['', ''];

function count(number: number, noun: string): Measure {
  return [String(number), number === 1 ? noun : `${noun}s`];
}

/** Decimal kilobytes and megabytes (IEC 80000-13), as file managers show them. */
function size(bytes: number): Measure {
  if (bytes < 1000) return [String(bytes), 'B'];
  if (bytes < 999_500) return [String(Math.round(bytes / 1000)), 'KB'];
  return [(bytes / 1_000_000).toFixed(1), 'MB'];
}

function duration(milliseconds: number): Measure {
  return [(milliseconds / 1000).toFixed(1), 's'];
}
