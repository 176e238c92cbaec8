import type { PreflightedFile } from '../build.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import type { Size } from '../geometry/frame.js';
import type { Target } from '../geometry/targets.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { absolute } from './paths.js';
import { visibleJson } from './text.js';

/** What was asked of `gathering preflight`, as written on the command line. */
export interface PreflightCommandOptions {
  for?: Target;
  /** The finished page in points. */
  trim?: Size;
  json?: boolean;
}

/** Messages of one rule that are shown for a file; `--json` has them all. */
const MOST_SHOWN = 5;

/** `gathering preflight`: looks finished PDFs through for what goes wrong in print. Writes no file. */
export async function runPreflight(
  files: readonly string[],
  { for: target, trim, json }: PreflightCommandOptions,
  io: Pick<CliIo, 'stdout' | 'stderr' | 'cwd' | 'world' | 'preflight'>,
): Promise<ExitCode> {
  const result = await io.preflight(io.world, {
    base: absolute(io.cwd, '.'),
    files: [...new Set(files.map((file) => absolute(io.cwd, file)))],
    ...(target ? { target } : {}),
    ...(trim ? { trim } : {}),
  });
  if (json) io.stdout.write(`${visibleJson({ files: result.map(asData) })}\n`);
  else for (const file of result) io.stdout.write(`${asText(file).map(visible).join('\n')}\n`);
  return result.some(({ messages }) => hasErrors(messages)) ? EXIT_CODES.input.code : EXIT_CODES.done.code;
}

function asData({ file, pages, options, findings, messages }: PreflightedFile) {
  return {
    file,
    pages,
    ...(options ? { target: options.target, sheets: options.sheets } : {}),
    findings: messages.map((message, index) => {
      const { page, place, found } = findings[index] ?? {};
      return {
        rule: message.ruleId,
        severity: message.fatal ? 'error' : 'warning',
        ...(page === undefined ? {} : { page }),
        ...(place === undefined ? {} : { place }),
        found: found ?? message.actual,
        expected: message.expected?.[0],
        advice: message.note,
      };
    }),
  };
}

const WANTED: Record<Target, string> = {
  screen: 'to be read on a screen',
  home: 'to be printed at home',
  copyshop: 'for a copy shop',
  press: 'for a press',
  phone: 'to be read on a telephone',
};

function asText({ file, pages, options, messages }: PreflightedFile): string[] {
  const kind = options?.sheets ? 'side' : 'page';
  const what = options ? `${pages} ${kind}${pages === 1 ? '' : 's'}, ${WANTED[options.target]}: ` : '';
  const errors = messages.filter(({ fatal }) => fatal).length;
  const counts = [count(errors, 'error'), count(messages.length - errors, 'warning')].filter(Boolean).join(', ');
  const shown = new Map<string | undefined, number>();
  const lines: string[] = [];
  for (const { ruleId, fatal, reason } of messages) {
    const before = shown.get(ruleId) ?? 0;
    shown.set(ruleId, before + 1);
    if (before < MOST_SHOWN) lines.push(`  ${ruleId}  ${fatal ? '' : 'warning: '}${reason}`);
  }
  for (const [rule, times] of shown) {
    if (times > MOST_SHOWN) lines.push(`  ${rule}  ${times - MOST_SHOWN} more of the same kind; --json lists them all`);
  }
  return [`${file}  ${what}${counts || 'nothing to mend'}`, ...lines];
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
