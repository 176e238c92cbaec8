import type { BuildRequest, BuildResult, BuiltFile } from '../../build-types.js';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../../diagnostics/diagnostic.js';
import type { Output, StagedFile } from '../../output/model.js';
import { idOf, type KeptBooklet, type KeptFile } from './model.js';

/** A file that a build gives: to be published, unless it lies at its place, and to be told of, unless it is a manifest. */
export interface Staged {
  file?: StagedFile;
  built?: BuiltFile;
}

/** A build under way. */
export interface Making {
  output: Output;
  request: Pick<BuildRequest, 'out'>;
  messages: Diagnostic[];
  staged: Staged[];
  manifests: Staged[];
}

/**
 * Does for a kept booklet what a build does for one that it makes: adds what there is to say, and stages the files that do not
 * lie at their places.
 */
export async function stageKept(
  { folder, steps, manifest }: KeptBooklet,
  { output, request, messages, staged, manifests }: Making,
): Promise<void> {
  const stage = async ({ place, bytes }: KeptFile) => {
    const path = `${request.out}/${idOf(folder)}/${place}`;
    return { path, ...(bytes ? { file: await output.stage(path, bytes) } : {}) };
  };
  for (const { messages: said, made, found } of steps) {
    messages.push(...said);
    if (!made || hasErrors(messages)) continue;
    const { path, ...file } = await stage(made);
    // It took no time.
    staged.push({ ...file, built: { ...made.built, path, milliseconds: 0 } });
    messages.push(...found);
  }
  if (hasErrors(messages)) return;
  const { path: _path, ...file } = await stage(manifest);
  manifests.push(file);
}

/** Lets all that was made appear, and says what it is. */
export async function published({ staged, manifests, messages }: Making): Promise<BuildResult> {
  // Manifests last, so that none ever speaks of a file that is not there.
  for (const { file } of [...staged, ...manifests]) await file?.publish();
  return { files: staged.flatMap(({ built }) => built ?? []), messages: sortDiagnostics(messages) };
}

/** Takes away what has not been published. */
export async function discard({ staged, manifests }: Making): Promise<void> {
  for (const { file } of [...staged, ...manifests]) await file?.discard();
}
