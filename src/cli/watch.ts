import { basename } from 'node:path';
import type { BuildRequest, BuildResult } from '../build.js';
import { formatDiagnostics } from '../diagnostics/report.js';
import { type BuildOptions, toRequest } from './build.js';
import { Changes } from './changes.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import { reportFailure } from './failure.js';
import type { CliIo } from './io.js';
import { noBooklets } from './no-booklets.js';
import { absolute } from './paths.js';
import { NO_PROGRESS, type ProgressDisplay, progressDisplay } from './progress.js';
import { roundLine } from './round-line.js';
import { Sources } from './sources.js';

/** What was asked of `gathering watch`, as written on the command line. */
export type WatchCommandOptions = Omit<BuildOptions, 'json'>;

/**
 * `gathering watch`: builds booklets, and each again whenever one of the files has changed that it is made from. Nothing that
 * is wrong with a booklet ends it.
 */
export async function runWatch(named: readonly string[], options: WatchCommandOptions, io: CliIo): Promise<ExitCode> {
  const changes = new Changes();
  void io.stopped().then(() => changes.end());
  const first = await toRequest(named, options, io);
  const wrong = await cannotBegin(first, io);
  if (wrong !== undefined) {
    io.stderr.write(`${wrong}\n`);
    return EXIT_CODES.input.code;
  }
  const onError = (error: unknown) => void reportFailure(error, io);
  const watch = await io.watchFolders({ onChange: (paths) => changes.add(paths), onError, except: [first.out] });
  // Where none are named, those that are begun meanwhile are built as well.
  const sources = new Sources(watch, named.length > 0 ? [] : [absolute(io.cwd, 'lessons')]);
  const workshop = await io.openWorkshop(sources.worldOver(io.world));
  try {
    let paths: readonly string[] | undefined = [];
    while (paths) {
      const request = await toRequest(named, options, io);
      for (const booklet of request.booklets) {
        if (changes.isEnded || !sources.isMadeFrom(booklet, paths)) continue;
        await reporting(booklet, options, io, async (progress) => {
          await sources.find(booklet, workshop, request);
          return workshop.build(io.output, { ...request, booklets: [booklet] }, progress.show);
        });
      }
      if (paths.length === 0 && !options.quiet) io.stderr.write('Waiting for you to save. Ctrl+C ends it.\n');
      paths = await changes.next();
    }
  } finally {
    await watch.close();
  }
  return EXIT_CODES.done.code;
}

/** What no saving could mend: that there is no booklet, or that two would write the same files. */
async function cannotBegin(request: BuildRequest, io: CliIo): Promise<string | undefined> {
  const { booklets } = request;
  if (booklets.length === 0) return formatDiagnostics([noBooklets()]);
  if (new Set(booklets.map((folder) => basename(folder).toLowerCase())).size === booklets.length) return undefined;
  return formatDiagnostics((await io.build(io.world, io.output, request)).messages);
}

/** Tells what comes of building a booklet, whatever that is. */
async function reporting(
  booklet: string,
  { quiet }: WatchCommandOptions,
  io: CliIo,
  make: (progress: ProgressDisplay) => Promise<BuildResult>,
): Promise<void> {
  const progress = quiet || !io.isTTY ? NO_PROGRESS : progressDisplay(io);
  const begun = io.world.now();
  try {
    const result = await make(progress);
    progress.clear();
    const when = { at: io.clock(), milliseconds: io.world.now() - begun };
    if (!quiet) io.stdout.write(`${roundLine(basename(booklet), result, when)}\n`);
    if (result.messages.length > 0) io.stderr.write(`${formatDiagnostics(result.messages)}\n`);
  } catch (error) {
    progress.clear();
    reportFailure(error, io);
  }
}
