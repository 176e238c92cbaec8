import type { ListedBooklet } from '../build.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import { diagnosticsToData } from '../diagnostics/report.js';
import { outColors } from './colors.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { listText } from './list-text.js';
import { tell } from './messages.js';
import { noBooklets } from './no-booklets.js';
import { pathFrom, pathsOf } from './paths.js';
import { visibleJson } from './text.js';

/** `gathering list`: which booklets there are, with their lessons. Makes no page and writes no file. */
export async function runList(folders: readonly string[], { json }: { json?: boolean }, io: CliIo): Promise<ExitCode> {
  const { base, booklets } = await pathsOf(folders, io);
  const { value: listed, messages } =
    booklets.length > 0 ? await io.list(io.world, { base, booklets }) : { value: [], messages: [noBooklets()] };
  if (json) {
    const data = { version: 1, booklets: listed.map((one) => asData(one, io)), messages: diagnosticsToData(messages) };
    io.stdout.write(`${visibleJson(data)}\n`);
  } else {
    const width = io.outTerminal?.columns ?? Number.POSITIVE_INFINITY;
    if (listed.length > 0) io.stdout.write(`${listText(listed, io.cwd, width, outColors(io))}\n`);
    tell(io, messages);
  }
  return hasErrors(messages) ? EXIT_CODES.input.code : EXIT_CODES.done.code;
}

function asData({ folder, ...booklet }: ListedBooklet, { cwd }: CliIo): object {
  return { ...booklet, folder: pathFrom(cwd, folder) };
}
