import { formatDiagnostics } from '../diagnostics/report.js';
import { visible } from '../diagnostics/visible.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import { reportFailure } from './failure.js';
import type { CliIo } from './io.js';
import { pathFrom, templateFolders } from './paths.js';
import { whichBooklet } from './which-booklet.js';

/** What was asked of `gathering preview`, as written on the command line. */
export interface PreviewCommandOptions {
  port?: number;
  open?: boolean;
}

/** `gathering preview`: shows a booklet in the browser until it is stopped. */
export async function runPreview(
  named: string | undefined,
  { port = 0, open = false }: PreviewCommandOptions,
  io: CliIo,
): Promise<ExitCode> {
  const folder = await whichBooklet(io, named, {
    purpose: 'to show',
    how: (booklets) => booklets.map((booklet) => `gathering preview ${booklet}`).join(', or '),
  });
  if (typeof folder !== 'string') {
    io.stderr.write(`${formatDiagnostics([folder])}\n`);
    return named === undefined ? EXIT_CODES.usage.code : EXIT_CODES.input.code;
  }
  const stopped = io.stopped();
  const templates = await templateFolders(io.world, io.cwd);
  const onFault = (error: unknown) => void reportFailure(error, io);
  let running: Awaited<ReturnType<CliIo['preview']>>;
  try {
    running = await io.preview(folder, { base: io.cwd, templates, port, open, onFault });
  } catch (error) {
    const why = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
    if (!why) throw error;
    io.stderr.write(`error: port ${port} ${why}; choose another with --port\n`);
    return EXIT_CODES.internal.code;
  }
  io.stdout.write(`${visible(pathFrom(io.cwd, folder))}: ${running.url}\n`);
  io.stderr.write('Follows you as you save. Ctrl+C ends it.\n');
  await stopped;
  await running.close();
  return EXIT_CODES.done.code;
}

const REASONS: Record<string, string> = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'may not be listened on',
};
