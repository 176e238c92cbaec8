import { CommanderError } from 'commander';
import type { BuildRequest, BuildResult } from '../build.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import { formatDiagnostics } from '../diagnostics/report.js';
import { runAnswers } from './answers.js';
import { runCustomize } from './customize.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import { reportFailure } from './failure.js';
import type { CliIo } from './io.js';
import { runNewBooklet, runNewLesson } from './new.js';
import { runNewTheme } from './new-theme.js';
import { noBooklets } from './no-booklets.js';
import { absolute, pathsOf } from './paths.js';
import { runPlan } from './plan.js';
import { runPreflight } from './preflight.js';
import { type BuildOptions, program } from './program.js';
import { NO_PROGRESS, progressDisplay } from './progress.js';
import { formatFiles, reportBuild, summarise } from './report.js';
import { visibleJson } from './text.js';

/**
 * Runs the command as `argv` asks (without the names of node and of the script) and says with which code to leave.
 * Never throws: whatever goes wrong is told on `stderr`.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  let exit: ExitCode = EXIT_CODES.done.code;
  try {
    const command = program(io, {
      build: async (folders, options) => {
        exit = await runBuild(folders, options, io);
      },
      plan: async (folders, options) => {
        exit = await runPlan(folders, options, io);
      },
      preflight: async (files, options) => {
        exit = await runPreflight(files, options, io);
      },
      answers: async (files, options) => {
        exit = await runAnswers(files, options, io);
      },
      newBooklet: async (name, options) => {
        exit = await runNewBooklet(io, { name, ...options });
      },
      newLesson: async (name, options) => {
        exit = await runNewLesson(io, { name, ...options });
      },
      newTheme: async (name, options) => {
        exit = await runNewTheme(io, { name, ...options });
      },
      customize: async (booklet, { change = [], accept = [], ...options }) => {
        exit = await runCustomize(io, { booklet, change, accept, ...options });
      },
    });
    await command.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(error, io);
    // Commander has said what is wrong; help and version end here as well, with 0.
    return error.exitCode === 0 ? EXIT_CODES.done.code : EXIT_CODES.usage.code;
  }
}

async function runBuild(folders: readonly string[], options: BuildOptions, io: CliIo): Promise<ExitCode> {
  const request = await toRequest(folders, options, io);
  const progress = options.quiet || options.json ? NO_PROGRESS : progressDisplay(io);
  let result: BuildResult;
  try {
    result =
      request.booklets.length > 0
        ? await io.build(io.world, io.output, request, progress.show)
        : { files: [], messages: [noBooklets()] };
  } finally {
    progress.clear();
  }
  if (options.json) io.stdout.write(`${visibleJson(reportBuild(result, io.cwd))}\n`);
  else printResult(result, options, io);
  return hasErrors(result.messages) ? EXIT_CODES.input.code : EXIT_CODES.done.code;
}

async function toRequest(folders: readonly string[], options: BuildOptions, io: CliIo): Promise<BuildRequest> {
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
  if (files.length > 0 && !quiet) io.stdout.write(`${formatFiles(files, io.cwd)}\n`);
  if (messages.length > 0) io.stderr.write(`${formatDiagnostics(messages)}\n`);
  const summary = summarise(messages, files.length);
  if (summary && !quiet) io.stderr.write(`${summary}\n`);
}
