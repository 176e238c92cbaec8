import { hasErrors } from '../diagnostics/diagnostic.js';
import { diagnosticsToData, formatDiagnostics } from '../diagnostics/report.js';
import type { BuildOptions } from './build.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { noBooklets } from './no-booklets.js';
import { pathsOf } from './paths.js';
import { NO_PROGRESS, progressDisplay } from './progress.js';
import { visibleJson } from './text.js';

/** What was asked of `gathering plan`, as written on the command line. */
export interface PlanCommandOptions extends Pick<BuildOptions, 'edition' | 'paper' | 'flip' | 'json'> {
  pages?: number;
}

/** `gathering plan`: lays booklets out and says which pages come on which sheet. Writes no file. */
export async function runPlan(folders: readonly string[], options: PlanCommandOptions, io: CliIo): Promise<ExitCode> {
  const { edition, paper, flip, pages, json } = options;
  const request = {
    ...(await pathsOf(folders, io)),
    ...(edition && { editions: edition }),
    ...(paper && { paper }),
    ...(flip && { flip }),
    ...(pages && { pages }),
  };
  const progress = json ? NO_PROGRESS : progressDisplay(io);
  let result: Awaited<ReturnType<CliIo['plan']>>;
  try {
    result =
      request.booklets.length > 0
        ? await io.plan(io.world, request, progress.show)
        : { value: [], messages: [noBooklets()] };
  } finally {
    progress.clear();
  }
  const { value: plans, messages } = result;
  if (json) {
    const data = plans.map(({ text: _text, ...plan }) => plan);
    io.stdout.write(`${visibleJson({ plans: data, messages: diagnosticsToData(messages) })}\n`);
  } else {
    for (const plan of plans) io.stdout.write(`${plan.booklet}, ${plan.edition}\n${plan.text}\n`);
    if (messages.length > 0) io.stderr.write(`${formatDiagnostics(messages)}\n`);
  }
  return hasErrors(messages) ? EXIT_CODES.input.code : EXIT_CODES.done.code;
}
