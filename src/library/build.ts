import type { BuildResult } from '../build.js';
import type { Cache } from '../cache/model.js';
import type { Output } from '../output/model.js';
import { diskOutput } from '../output/write.js';
import { absoluteFrom, type BookletOptions, settle } from './options.js';

/** How booklets are built. */
export interface BuildOptions extends BookletOptions {
  /** Folder under which `<booklet>/<edition>.pdf` is written; `output` when absent. */
  out?: string;
  /** Where files are written; this computer's disk when absent. */
  output?: Output;
  /** Where what was made is kept for the next time, as `openCache` or `memoryCache` gives it; when absent, nothing is kept. */
  cache?: Cache;
}

/**
 * Builds the booklets in folders, as `gathering build` does. Whatever is wrong with them is among the messages, and then
 * nothing is written; what is thrown is a fault of the disk, or of this program.
 *
 * @param booklets - A folder that holds a `booklet.yaml`, or several.
 */
export async function build(booklets: string | readonly string[], options: BuildOptions = {}): Promise<BuildResult> {
  const { out = 'output', output = diskOutput(), cache, ...rest } = options;
  const { world, request, onProgress } = await settle(booklets, rest);
  // Layout and fonts take a second to load, which whoever only imports this need not wait for.
  const { buildWhatChanged } = await import('../build/unchanged.js');
  const whole = { ...request, out: absoluteFrom(request.base, out) };
  return buildWhatChanged(world, output, whole, onProgress, cache ? { cache } : {});
}
