import { join, resolve } from 'node:path';
import { userCacheFolder } from '../cache/disk/user-folder.js';

/** What Node has from 22.1 on to keep compiled code on the disk; it heeds `NODE_DISABLE_COMPILE_CACHE` itself. */
export interface Compiler {
  enableCompileCache?(folder: string): unknown;
}

/**
 * Has Node keep what it compiles, in the folder `code` of the cache that `gathering build` uses. Without a cache nothing is kept, and
 * so for every other command: they use none.
 *
 * @param argv - As it was written, since no option can be read before the code that reads options is compiled.
 */
export function keepCompiled(
  compiler: Compiler,
  argv: readonly string[],
  { cwd, env }: { cwd: string; env: Readonly<Record<string, string | undefined>> },
): void {
  if (!compiler.enableCompileCache || !argv.includes('build')) return;
  const named = namedIn(argv) ?? (env.GATHERING_CACHE || undefined);
  if (named === false || (named === 'off' && namedIn(argv) === undefined)) return;
  const folder = named === undefined ? userCacheFolder(env) : resolve(cwd, named);
  if (folder !== undefined) compiler.enableCompileCache(join(folder, 'code'));
}

/** The folder that was asked for last, or false where none is to be used. */
function namedIn(argv: readonly string[]): string | false | undefined {
  let named: string | false | undefined;
  for (const [index, word] of argv.entries()) {
    if (word === '--no-cache') named = false;
    else if (word === '--cache') named = argv[index + 1] ?? named;
    else if (word.startsWith('--cache=')) named = word.slice('--cache='.length);
  }
  return named;
}
