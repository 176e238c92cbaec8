import type { BuildRequest } from '../../build-types.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { MadeBooklet, Staged } from '../made.js';
import type { Staging } from '../staging.js';
import { idOf, type KeptBooklet, type KeptFile } from './model.js';

/** Gives of a kept booklet what making it would give, and stages the files that do not lie at their places. */
export async function stageKept(
  { folder, said, steps, manifest }: KeptBooklet,
  request: Pick<BuildRequest, 'out'>,
  staging: Staging,
): Promise<MadeBooklet> {
  const stage = async ({ place, bytes }: KeptFile) => {
    const path = `${request.out}/${idOf(folder)}/${place}`;
    return { path, ...(bytes ? { file: await staging.stageSame(path, bytes) } : {}) };
  };
  const messages: Diagnostic[] = [];
  const staged: Staged[] = [];
  for (const step of steps) {
    messages.push(...step.messages, ...step.found);
    if (!step.made) continue;
    const { path, ...file } = await stage(step.made);
    // It took no time.
    staged.push({ ...file, built: { ...step.made.built, path, milliseconds: 0 } });
  }
  const { path: _path, ...file } = await stage(manifest);
  return { said, messages, staged, manifest: file };
}
