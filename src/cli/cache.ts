import type { Cache } from '../cache/model.js';
import { visible } from '../diagnostics/visible.js';
import { errColors } from './colors.js';
import type { CliIo } from './io.js';
import { absolute } from './paths.js';

/** What was asked of a cache on the command line: a folder, or that there be none. */
export interface CacheOptions {
  cache?: string | false;
  quiet?: boolean;
}

/**
 * The cache that a command builds from: in the folder that is named after `--cache`, or else in `GATHERING_CACHE`, or else
 * where the system keeps such things. Undefined with `--no-cache`, and where `GATHERING_CACHE` is `off`.
 */
export async function cacheOf(options: CacheOptions, io: CacheIo): Promise<Cache | undefined> {
  const { cache } = options;
  const named = cache ?? (io.env.GATHERING_CACHE || undefined);
  if (named === false || (cache === undefined && named === 'off')) return undefined;
  return io.openCache(named === undefined ? undefined : absolute(io.cwd, named), troubleOf(options, io));
}

/** Tells of trouble with a cache. */
export function troubleOf(
  { quiet }: CacheOptions,
  io: Pick<CacheIo, 'stderr' | 'isTTY' | 'env'>,
): (sentence: string) => void {
  return (sentence) => {
    // No message: nothing is wrong with a booklet, and what is made of it is the same.
    if (!quiet) io.stderr.write(`${errColors(io).dim(`${visible(sentence)}.`)}\n`);
  };
}

type CacheIo = Pick<CliIo, 'openCache' | 'env' | 'cwd' | 'stderr' | 'isTTY'>;
