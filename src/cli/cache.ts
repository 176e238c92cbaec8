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
export async function cacheOf(
  { cache }: CacheOptions,
  io: CacheIo,
  onTrouble: (sentence: string) => void,
): Promise<Cache | undefined> {
  const named = cache ?? (io.env.GATHERING_CACHE || undefined);
  if (named === false || (cache === undefined && named === 'off')) return undefined;
  return io.openCache(named === undefined ? undefined : absolute(io.cwd, named), onTrouble);
}

/** Tells of trouble with a cache, and of the same only once, however many threads meet with it. */
export function troubleOf(
  { quiet }: CacheOptions,
  io: Pick<CliIo, 'stderr' | 'isTTY' | 'env'>,
): (sentence: string) => void {
  const told = new Set<string>();
  return (sentence) => {
    // No message: nothing is wrong with a booklet, and what is made of it is the same.
    if (!quiet && !told.has(sentence)) io.stderr.write(`${errColors(io).dim(`${visible(sentence)}.`)}\n`);
    told.add(sentence);
  };
}

type CacheIo = Pick<CliIo, 'openCache' | 'env' | 'cwd'>;
