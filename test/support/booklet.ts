import { fileURLToPath } from 'node:url';
import { build } from '../../src/build.js';
import type { BuildRequest, BuildResult } from '../../src/build-types.js';
import { diskWorld } from '../../src/world/disk.js';
import type { World } from '../../src/world/model.js';
import { memoryOutput } from './memory-output.js';

/** The repository's root, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
export const INTERCESSION = `${ROOT}/lessons/intercession`;

/** What a build gave and wrote. */
export interface Made extends BuildResult {
  written: Map<string, Uint8Array>;
}

/** Builds the sample booklet, or what the request names instead, into memory. */
export async function made(request: Partial<BuildRequest> = {}, world: World = diskWorld()): Promise<Made> {
  const output = memoryOutput();
  const whole = { base: ROOT, booklets: [INTERCESSION], templates: [`${ROOT}/templates`], out: '/out', ...request };
  const result = await build(world, output, whole);
  return { ...result, written: output.files };
}

/** The one file that a build wrote for an edition. */
export function bytesOf({ written }: Pick<Made, 'written'>, edition: string): Uint8Array {
  const found = [...written].filter(([path]) => path.endsWith(`/${edition}.pdf`));
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} files for ${edition}`);
  return found[0][1];
}
