import type { BuildRequest, BuiltFile } from '../build-types.js';
import type { Cache } from '../cache/model.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { fromPlain, type PlainDiagnostic, toPlain } from '../diagnostics/plain.js';
import { withSteadyPackages } from '../memory/packages.js';
import { memoryOutput } from '../output/memory.js';
import type { World } from '../world/model.js';
import { makeBooklet } from './booklet.js';
import { Keeping } from './kept/keeping.js';
import type { MadeBooklet, Staged } from './made.js';
import { BuildMemories } from './memory.js';
import type { Tell } from './prepare.js';
import { Staging } from './staging.js';

/** A booklet that is to be made by another thread. */
export interface BookletJob {
  folder: string;
  /** Whether no page needs to be made of it. */
  isVain: boolean;
}

/** What another thread made of a booklet: data, and nothing but data. */
export interface SentBooklet {
  said: PlainDiagnostic[];
  messages: PlainDiagnostic[];
  files: { path: string; bytes: Uint8Array; built?: BuiltFile }[];
  manifest?: { path: string; bytes: Uint8Array };
}

/** Makes booklets for another thread, one at a time. */
export type ApartMaker = (job: BookletJob, tell: Tell) => Promise<SentBooklet>;

/** @param cache - Where it looks for what was made before, and keeps what it makes. */
export function apartMaker(world: World, request: BuildRequest, cache?: Cache): ApartMaker {
  const memories = new BuildMemories(cache);
  const keeping = cache && new Keeping(world, request, cache);
  const from = withSteadyPackages(keeping?.world ?? world);
  return async ({ folder, isVain }, tell) => {
    keeping?.begin(folder);
    const made = await makeBooklet(from, folder, request, {
      staging: new Staging(memoryOutput()),
      memory: memories.of(folder),
      tell,
      isVain: () => isVain,
      noteFor: (said) => keeping?.note(folder, said),
    });
    memories.forget(folder);
    await keeping?.keep();
    await memories.settled();
    return sent(made);
  };
}

async function sent({ said, messages, staged, manifest }: MadeBooklet): Promise<SentBooklet> {
  const fileOf = async ({ file, built }: Staged) =>
    file ? [{ path: file.path, bytes: await file.read(), ...(built ? { built } : {}) }] : [];
  const [kept] = manifest ? await fileOf(manifest) : [];
  return {
    said: plain(said),
    messages: plain(messages),
    files: (await Promise.all(staged.map(fileOf))).flat(),
    ...(kept ? { manifest: { path: kept.path, bytes: kept.bytes } } : {}),
  };
}

function plain(messages: readonly Diagnostic[]): PlainDiagnostic[] {
  return messages.map((message) => toPlain(message));
}

/** Stages what another thread made. */
export async function received(
  { said, messages, files, manifest }: SentBooklet,
  staging: Staging,
): Promise<MadeBooklet> {
  const staged: Staged[] = [];
  for (const { path, bytes, built } of files) {
    staged.push({ file: await staging.stageSame(path, bytes), ...(built ? { built } : {}) });
  }
  return {
    said: said.map((one) => fromPlain(one)),
    messages: messages.map((one) => fromPlain(one)),
    staged,
    ...(manifest ? { manifest: { file: await staging.stageSame(manifest.path, manifest.bytes) } } : {}),
  };
}
