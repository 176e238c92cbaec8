import type { BuildResult } from '../build.js';
import type { Output } from '../output/model.js';
import { diskOutput } from '../output/write.js';
import { absoluteFrom, type BookletOptions, settle } from './options.js';

/** How booklets are built. */
export interface BuildOptions extends BookletOptions {
  /** Folder under which `<booklet>/<edition>.pdf` is written; `output` when absent. */
  out?: string;
  /** Where files are written; this computer's disk when absent. */
  output?: Output;
}

/**
 * Builds the booklets in folders, as `gathering build` does. Whatever is wrong with them is among the messages, and then
 * nothing is written; what is thrown is a fault of the disk, or of this program.
 *
 * @param booklets - A folder that holds a `booklet.yaml`, or several.
 */
export async function build(booklets: string | readonly string[], options: BuildOptions = {}): Promise<BuildResult> {
  const { out = 'output', output = diskOutput(), ...rest } = options;
  const { world, request, onProgress } = await settle(booklets, rest);
  // Layout and fonts take a second to load, which whoever only imports this need not wait for.
  const { build: buildBooklets } = await import('../build.js');
  return buildBooklets(world, output, { ...request, out: absoluteFrom(request.base, out) }, onProgress);
}
