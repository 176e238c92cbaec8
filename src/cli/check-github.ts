import { type Diagnostic, severityOf, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import type { CliIo } from './io.js';
import { absolute, pathFrom } from './paths.js';

/**
 * Messages as workflow commands, which GitHub Actions shows beside the lines of a pull request: errors, warnings, and advice
 * as notices. Files are named from the workspace, wherever in it the command was run.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function asGithub(messages: readonly Diagnostic[], io: Pick<CliIo, 'cwd' | 'env'>): string {
  return sortDiagnostics(messages)
    .map((message) => `${command(message, io)}\n`)
    .join('');
}

const LEVELS = { error: 'error', warning: 'warning', advice: 'notice' } as const;

function command(message: Diagnostic, { cwd, env }: Pick<CliIo, 'cwd' | 'env'>): string {
  const { file = '', line, column, place, ruleId = '', reason } = message;
  const end = place && 'end' in place ? place.end : undefined;
  const known = env.GITHUB_WORKSPACE ? pathFrom(env.GITHUB_WORKSPACE, absolute(cwd, file)) : file;
  const properties = {
    file: known,
    line,
    endLine: end?.line,
    col: column,
    // A column without a line of its own would be taken for one of the first line.
    endColumn: end?.line === line ? end?.column : undefined,
    title: ruleId,
  };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${LEVELS[severityOf(message)]} ${written.join(',')}::${data(reason)}`;
}

function data(text: string): string {
  return visible(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'));
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
