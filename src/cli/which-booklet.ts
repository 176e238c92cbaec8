import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { CliIo } from './io.js';
import { absolute, bookletFolder, findBooklets, pathFrom, quotedPath } from './paths.js';

/** How a command that is for one booklet asks which. */
export interface Asking {
  /** What is to be known, after “to be told which one”: `the lesson is for`. */
  purpose: string;
  /** How to say which, for the booklets that there are, as they are typed. */
  how(booklets: readonly string[]): string;
}

/**
 * The folder of the booklet that a command is for: the one that was named, the one that it is run in, or the only one under
 * `lessons/`. Otherwise the message why there is none.
 */
export async function whichBooklet(
  io: Pick<CliIo, 'world' | 'cwd'>,
  named: string | undefined,
  { purpose, how }: Asking,
): Promise<string | Diagnostic> {
  const missing = (file: string, found: string, expected: string, advice: string) =>
    diagnostic({ file, rule: 'booklet-missing', found, expected, advice });
  const has = async (folder: string) => (await io.world.kind(`${folder}/booklet.yaml`)) === 'file';
  const there = await findBooklets(io.world, io.cwd);
  const names = there.map((folder) => quotedPath(pathFrom(io.cwd, folder)));
  if (named !== undefined) {
    const folder = await bookletFolder(io.world, absolute(io.cwd, named));
    if (await has(folder)) return folder;
    const advice = names.length > 0 ? `name one of ${names.join(', ')}` : MAKE_ONE;
    return missing(pathFrom(io.cwd, folder), 'no booklet.yaml there', 'the folder of a booklet', advice);
  }
  const here = absolute(io.cwd, '.');
  if (await has(here)) return here;
  const [only] = there;
  if (only !== undefined && there.length === 1) return only;
  if (there.length === 0) return missing('lessons', 'no folder that has a booklet.yaml', 'a booklet', MAKE_ONE);
  return missing('lessons', `${there.length} booklets`, `to be told which one ${purpose}`, how(names));
}

const MAKE_ONE = 'make a booklet first: gathering new booklet "Its Title"';
