import { createHash } from 'node:crypto';
import { checkNames } from '../booklet/same-names.js';
import type { Build, BuildRequest, BuildResult } from '../build-types.js';
import type { Cache } from '../cache/model.js';
import type { Output } from '../output/model.js';
import type { World } from '../world/model.js';
import { idOf, type KeptBooklet, type KeptBooklets } from './kept/model.js';
import { placesOf } from './kept/places.js';
import { Verifier } from './kept/questions.js';
import { fileKey, keptOf, readRecords, recordKey } from './kept/record.js';
import { stageKept } from './kept/stage.js';
import { type MadeBooklet, publish } from './made.js';
import { Staging } from './staging.js';

/** Builds as `build` does, and loads what makes pages only when there is a page to be made. */
export const buildWhatChanged: Build = async (world, output, request, onProgress, from = {}) => {
  const { cache } = from;
  const kept = cache && (await recallBooklets(world, output, request, cache));
  const result = kept && (await buildUnchanged(output, request, kept));
  if (result) return result;
  // Layout and fonts take a second to load.
  const { build } = await import('../build.js');
  return build(world, output, request, onProgress, kept ? { ...from, kept } : from);
};

/**
 * Finds the booklets of which nothing has changed since an earlier process built them, without loading anything that makes
 * pages: what was read then is read again, and nothing else is done.
 */
export async function recallBooklets(
  world: World,
  output: Output,
  request: BuildRequest,
  cache: Cache,
): Promise<KeptBooklets> {
  const kept = new Map<string, KeptBooklet>();
  for (const folder of new Set(request.booklets)) {
    const booklet = await recallBooklet(world, output, request, cache, folder);
    if (booklet) kept.set(folder, booklet);
  }
  return kept;
}

/** What a build of booklets gives when all of them are kept; undefined when any is not. */
async function buildUnchanged(
  output: Output,
  request: BuildRequest,
  kept: KeptBooklets,
): Promise<BuildResult | undefined> {
  const folders = [...new Set(request.booklets)];
  const booklets = folders.flatMap((folder) => kept.get(folder) ?? []);
  if (booklets.length < folders.length || checkNames(folders, request.base).length > 0) return undefined;
  const staging = new Staging(output);
  try {
    const made: MadeBooklet[] = [];
    for (const booklet of booklets) made.push(await stageKept(booklet, request, staging));
    return await publish(made, []);
  } finally {
    await staging.discard();
  }
}

async function recallBooklet(
  world: World,
  output: Output,
  request: BuildRequest,
  cache: Cache,
  folder: string,
): Promise<KeptBooklet | undefined> {
  const places = await placesOf(world, folder, request);
  const records = await readRecords(cache, recordKey(request, folder, places));
  const verifier = new Verifier(world, places);
  for (const record of records) {
    if (!(await verifier.holds(record.asked))) continue;
    return keptOf(record, folder, places, async (file) => {
      const lies = await output.read(`${request.out}/${idOf(folder)}/${file.place}`);
      if (lies && createHash('sha256').update(lies).digest('hex') === file.sha256) return file;
      const bytes = await cache.get(fileKey(file.sha256));
      return bytes && { ...file, bytes };
    });
  }
  return undefined;
}
