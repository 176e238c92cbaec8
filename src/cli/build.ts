import type { BuildRequest, BuildResult, Progress } from '../build.js';
import type { Cache } from '../cache/model.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import type { PaperName } from '../geometry/frame.js';
import type { Target } from '../geometry/targets.js';
import { type CacheOptions, cacheOf, troubleOf } from './cache.js';
import { errColors, outColors } from './colors.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { tell } from './messages.js';
import { noBooklets } from './no-booklets.js';
import { absolute, pathsOf } from './paths.js';
import { NO_PROGRESS, progressDisplay } from './progress.js';
import { formatFiles, reportBuild, summarise } from './report.js';
import { visibleJson } from './text.js';
import { formatTimings, recordPhases } from './timings.js';

/** What was asked of `gathering build`, as written on the command line. */
export interface BuildOptions extends CacheOptions {
  edition?: string[];
  theme?: string;
  translation?: string;
  paper?: PaperName;
  for?: Target[];
  flip?: 'short' | 'long';
  out: string;
  json?: boolean;
  timings?: boolean;
  /** How many threads may work at once. */
  jobs?: number;
}

/** `gathering build`: makes the PDFs of booklets. */
export async function runBuild(folders: readonly string[], options: BuildOptions, io: CliIo): Promise<ExitCode> {
  const request = await toRequest(folders, options, io);
  const progress = options.quiet || options.json ? NO_PROGRESS : progressDisplay(io);
  const write = (text: string) => {
    progress.clear();
    return io.stderr.write(text);
  };
  const onTrouble = troubleOf(options, { ...io, stderr: { write } });
  const cache = await cacheOf(options, io, onTrouble);
  const openWorkers = async (from: Cache | undefined) => {
    // In a profile one phase follows the other, and a cache without a folder is this thread's alone.
    if ((options.timings && request.booklets.length > 1) || (from && from.folder === undefined)) return undefined;
    return io.openWorkers({
      ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
      ...(from?.folder === undefined ? {} : { cache: from.folder }),
      onTrouble,
    });
  };
  const profile = options.timings ? recordPhases(() => io.world.now()) : undefined;
  const show = (at: Progress) => {
    profile?.enter(at);
    progress.show(at);
  };
  let result: BuildResult;
  try {
    result =
      request.booklets.length > 0
        ? await io.build(io.world, io.output, request, show, { ...(cache ? { cache } : {}), openWorkers })
        : { files: [], messages: [noBooklets()] };
  } finally {
    progress.clear();
  }
  const timings = profile?.end();
  if (options.json) io.stdout.write(`${visibleJson(reportBuild(result, io.cwd, timings))}\n`);
  else printResult(result, options, io);
  if (timings && !options.json) io.stderr.write(`${formatTimings(timings)}\n`);
  return hasErrors(result.messages) ? EXIT_CODES.input.code : EXIT_CODES.done.code;
}

/** What a build is asked for, from what was written on the command line. */
export async function toRequest(
  folders: readonly string[],
  options: BuildOptions,
  io: Pick<CliIo, 'world' | 'cwd'>,
): Promise<BuildRequest> {
  const { edition, theme, translation, paper, out, for: targets, flip } = options;
  return {
    ...(await pathsOf(folders, io)),
    out: absolute(io.cwd, out),
    ...(edition && { editions: edition }),
    ...(theme && { theme }),
    ...(translation && { translation }),
    ...(paper && { paper }),
    ...(targets && { targets }),
    ...(flip && { flip }),
  };
}

function printResult({ files, messages }: BuildResult, { quiet }: BuildOptions, io: CliIo): void {
  if (files.length > 0 && !quiet) io.stdout.write(`${formatFiles(files, io.cwd, outColors(io))}\n`);
  tell(io, messages);
  const summary = summarise(messages, files.length, errColors(io));
  if (summary && !quiet) io.stderr.write(`${summary}\n`);
}
