import type { CheckRequest, FixResult } from '../build.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { diagnosticsToData } from '../diagnostics/report.js';
import type { RuleId } from '../diagnostics/rules.js';
import type { Target } from '../geometry/targets.js';
import type { CHECK_FORMATS } from './check-formats.js';
import { asGithub } from './check-github.js';
import { asText, summaryOf } from './check-text.js';
import { outColors } from './colors.js';
import { patchOf, shownPatch } from './diff.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { noBooklets } from './no-booklets.js';
import { pathsOf } from './paths.js';
import { NO_PROGRESS, progressDisplay } from './progress.js';
import { visibleJson } from './text.js';
import { writeFixes } from './write-fixes.js';

/** What was asked of `gathering check`, as written on the command line. */
export interface CheckOptions {
  quick?: boolean;
  strict?: boolean;
  ignore?: RuleId[];
  fix?: boolean;
  yes?: boolean;
  edition?: string[];
  for?: Target[];
  format: (typeof CHECK_FORMATS)[number];
  json?: boolean;
}

/** `gathering check`: says of booklets all that there is to say. Writes only what `--fix` was allowed to mend. */
export async function runCheck(folders: readonly string[], options: CheckOptions, io: CliIo): Promise<ExitCode> {
  if (options.yes && !options.fix) {
    io.stderr.write('error: --yes goes with --fix\n');
    return EXIT_CODES.usage.code;
  }
  const format = options.json ? 'json' : options.format;
  const request = await toRequest(folders, options, io);
  const mended = options.fix && request.booklets.length > 0 ? await mend(request, options, format, io) : undefined;
  const messages = await check(request, format, io);
  if (format === 'json') io.stdout.write(`${visibleJson(asData(messages, mended))}\n`);
  else if (format === 'github') io.stdout.write(asGithub(messages, io));
  else {
    io.stdout.write(await asText(messages, io));
    io.stderr.write(`${summaryOf(messages)}\n`);
  }
  const isWanting = hasErrors(messages) || (options.strict === true && messages.length > 0);
  return isWanting || mended?.written === false ? EXIT_CODES.input.code : EXIT_CODES.done.code;
}

async function toRequest(folders: readonly string[], options: CheckOptions, io: CliIo): Promise<CheckRequest> {
  const { quick, ignore, edition, for: targets } = options;
  return {
    ...(await pathsOf(folders, io)),
    ...(quick && { quick }),
    ...(ignore && { ignore }),
    ...(edition && { editions: edition }),
    ...(targets && { targets }),
  };
}

async function check(request: CheckRequest, format: CheckOptions['format'], io: CliIo): Promise<Diagnostic[]> {
  if (request.booklets.length === 0) return [noBooklets()];
  const progress = format === 'text' ? progressDisplay(io) : NO_PROGRESS;
  try {
    return (await io.check(io.world, request, progress.show)).messages;
  } finally {
    progress.clear();
  }
}

/** What came of `--fix`. */
interface Mended extends FixResult {
  /** Undefined where there was nothing to write. */
  written?: boolean;
}

async function mend(
  request: CheckRequest,
  { yes }: CheckOptions,
  format: CheckOptions['format'],
  io: CliIo,
): Promise<Mended> {
  const found = await io.fix(io.world, request);
  const { changes, left } = found;
  const tell = (line: string) => format === 'json' || io.stderr.write(`${line}\n`);
  if (found.messages.length > 0) tell('Nothing was mended: what is wrong comes first.');
  else if (changes.length === 0) tell('Nothing to mend.');
  if (left > 0)
    tell(`${left} more could be mended and ${left === 1 ? 'was' : 'were'} left: it would change what is said.`);
  if (changes.length === 0) return found;
  if (format === 'text') io.stdout.write(changes.map((change) => shownPatch(change, outColors(io))).join(''));
  const many = changes.length === 1 ? '1 file' : `${changes.length} files`;
  const wanted = yes || (format === 'text' && (await io.confirm?.(`Write ${many}?`)));
  if (wanted) await writeFixes(changes, io);
  tell(wanted ? `Mended ${many}.` : `Nothing was written to ${many}; --yes writes without asking.`);
  return { ...found, written: wanted === true };
}

function asData(messages: readonly Diagnostic[], mended: Mended | undefined) {
  return {
    ...(mended && {
      fixes: mended.changes.map((change) => ({
        file: change.file,
        ...(change.to && { to: change.to.file }),
        diff: patchOf(change),
      })),
      written: mended.written === true,
    }),
    messages: diagnosticsToData(messages),
  };
}
