import { basename } from 'node:path';
import type { LiveRequest, Workshop } from '../build/live-model.js';
import type { BuildRequest } from '../build.js';
import { formatDiagnostics } from '../diagnostics/report.js';
import type { FolderWatch } from '../preview/watch-folders.js';
import { type BuildOptions, toRequest } from './build.js';
import { Changes } from './changes.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import { reportFailure } from './failure.js';
import type { CliIo } from './io.js';
import { noBooklets } from './no-booklets.js';
import { absolute } from './paths.js';
import { NO_PROGRESS, progressDisplay } from './progress.js';
import { roundLine } from './round-line.js';

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
  const always = named.length > 0 ? [] : [absolute(io.cwd, 'lessons')];
  const sources = new Sources(await io.openWorkshop(io.world), watch, always);
  try {
    let paths: readonly string[] | undefined = [];
    while (paths) {
      const request = await toRequest(named, options, io);
      for (const booklet of request.booklets) {
        if (sources.isMadeFrom(booklet, paths) && !changes.isEnded) await round(booklet, sources, request, options, io);
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

/** Which folders each booklet is made from, all of which are watched. */
class Sources {
  readonly #folders = new Map<string, readonly string[]>();

  constructor(
    readonly workshop: Workshop,
    readonly watch: FolderWatch,
    readonly always: readonly string[],
  ) {}

  /** Whether a booklet is made from any of these files; one that has never been built may be made from all. */
  isMadeFrom(booklet: string, paths: readonly string[]): boolean {
    const folders = this.#folders.get(booklet);
    return !folders || paths.some((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  }

  /** Finds out anew what a booklet is made from. Its own files are watched before they are read, so that none is missed. */
  async find(booklet: string, { booklets: _all, out: _out, editions: _names, targets: _for, ...rest }: BuildRequest) {
    // One that cannot be read does not tell what it extends.
    const known = this.#folders.get(booklet) ?? [booklet, ...rest.templates];
    if (!this.#folders.has(booklet)) await this.#follow(booklet, known);
    const request: LiveRequest = { ...rest, folder: booklet };
    // Whatever is wrong is told by the build that follows.
    const reading = await this.workshop.read(request).catch(() => undefined);
    await this.#follow(booklet, [...new Set([...known, ...(reading?.folders ?? [])])]);
  }

  async #follow(booklet: string, folders: readonly string[]): Promise<void> {
    this.#folders.set(booklet, folders);
    await this.watch.watch([...new Set([...this.always, ...[...this.#folders.values()].flat()])]);
  }
}

async function round(
  booklet: string,
  sources: Sources,
  request: BuildRequest,
  { quiet }: WatchCommandOptions,
  io: CliIo,
): Promise<void> {
  const progress = quiet || !io.isTTY ? NO_PROGRESS : progressDisplay(io);
  const begun = io.world.now();
  try {
    await sources.find(booklet, request);
    const result = await sources.workshop.build(io.output, { ...request, booklets: [booklet] }, progress.show);
    progress.clear();
    const when = { at: io.clock(), milliseconds: io.world.now() - begun };
    if (!quiet) io.stdout.write(`${roundLine(basename(booklet), result, when)}\n`);
    if (result.messages.length > 0) io.stderr.write(`${formatDiagnostics(result.messages)}\n`);
  } catch (error) {
    progress.clear();
    reportFailure(error, io);
  }
}
