import type { CollectedFile } from '../build.js';
import { diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { tell } from './messages.js';
import { absolute, bookletFolder, pathFrom } from './paths.js';
import { visibleJson } from './text.js';

/** What was asked of `gathering answers`, as written on the command line. */
export interface AnswersCommandOptions {
  json?: boolean;
  out?: string;
  booklet?: string;
}

/**
 * `gathering answers`: tells what was filled in. What can be read of several files is told also where others cannot be
 * read.
 */
export async function runAnswers(
  named: readonly string[],
  { json, out, booklet }: AnswersCommandOptions,
  io: Pick<CliIo, 'stdout' | 'stderr' | 'isTTY' | 'env' | 'cwd' | 'world' | 'output' | 'collectAnswers'>,
): Promise<ExitCode> {
  const files = [...new Set(named.map((file) => absolute(io.cwd, file)))];
  const place = out === undefined ? undefined : absolute(io.cwd, out);
  if (place !== undefined && files.includes(place)) {
    tell(io, [overItself(pathFrom(io.cwd, place))]);
    return EXIT_CODES.input.code;
  }
  const result = await io.collectAnswers(io.world, {
    base: absolute(io.cwd, '.'),
    files,
    ...(booklet === undefined ? {} : { booklet: await bookletFolder(io.world, absolute(io.cwd, booklet)) }),
  });
  tell(io, result.messages);
  if (result.files.length > 0) {
    const text = json ? `${visibleJson(asData(result.files))}\n` : result.markdown;
    if (place === undefined) io.stdout.write(json ? text : text.split('\n').map(visible).join('\n'));
    else {
      await io.output.write(place, new TextEncoder().encode(text));
      io.stdout.write(`${visible(pathFrom(io.cwd, place))}\n`);
    }
  }
  return hasErrors(result.messages) ? EXIT_CODES.input.code : EXIT_CODES.done.code;
}

/** One file as an object, several as a list of them. */
function asData(files: readonly CollectedFile[]): object {
  const all = files.map(({ file, title, answers }) => ({ file, title, answers }));
  return all.length === 1 ? (all[0] as object) : { files: all };
}

function overItself(file: string) {
  return diagnostic({
    file,
    rule: 'name-taken',
    found: 'the file whose answers are asked for',
    expected: 'another file to write them to',
    advice: 'choose another name after --out; nothing was changed',
  });
}
