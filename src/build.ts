import { checkNames } from './booklet/same-names.js';
import { collectAnswers } from './build/answers.js';
import { received } from './build/apart.js';
import { makeBooklet } from './build/booklet.js';
import { checkWith } from './build/check.js';
import { fixWith } from './build/fix.js';
import { eachOf } from './build/in-parallel.js';
import { Keeping } from './build/kept/keeping.js';
import { stageKept } from './build/kept/stage.js';
import { survey } from './build/lessons.js';
import { readLive } from './build/live.js';
import type { OpenWorkshop } from './build/live-model.js';
import type { FinishedFile } from './build/look-through.js';
import { findingsReceived } from './build/look-through-apart.js';
import { type MadeBooklet, publish } from './build/made.js';
import { BuildMemories } from './build/memory.js';
import { plan } from './build/plan.js';
import { preflight } from './build/preflight.js';
import type { Tell } from './build/prepare.js';
import { Staging } from './build/staging.js';
import { recallBooklets } from './build/unchanged.js';
import type { Build, BuildFrom, BuildRequest, BuildResult, Check, Fix, Workers } from './build-types.js';
import { hasErrors } from './diagnostics/diagnostic.js';
import { withSteadyPackages } from './memory/packages.js';
import type { Output } from './output/model.js';
import { listThemes as themes } from './theme/catalogue.js';
import { readValues as themeValues } from './theme/values.js';
import type { World } from './world/model.js';

export { TRANSLATION_NAMES } from './booklet/names.js';
export type * from './build-types.js';
export { collectAnswers, plan, preflight, survey, themes, themeValues };

/**
 * Builds booklets, each by itself. Files are written under temporary names, read back and looked through for what goes wrong in
 * print; nothing appears unless everything that was asked for could be made and nothing in it is meant for other eyes. With
 * the files of each booklet appears a manifest, which says what they are. Several booklets are made by as many threads as
 * there are for it; a long one leaves it to another thread to look its files through.
 */
export const build: Build = async (world, output, request, tell = () => {}, { cache, kept, openWorkers } = {}) => {
  const workers = await openWorkers?.(cache);
  const memories = new BuildMemories(cache);
  const known = kept ?? (cache && (await recallBooklets(world, output, request, cache)));
  const keeping = cache && new Keeping(world, request, cache);
  const from = withSteadyPackages(keeping?.world ?? world);
  const ways = {
    memories,
    tell,
    keeping,
    isOnce: true,
    ...(known ? { kept: known } : {}),
    ...(workers ? { workers } : {}),
  };
  try {
    return await buildFrom(from, output, request, ways);
  } finally {
    await workers?.close();
    await memories.settled();
  }
};

/** How a build goes about its work. */
interface Ways extends Pick<BuildFrom, 'kept'> {
  workers?: Workers;
  memories: BuildMemories;
  tell: Tell;
  /** Where it is written down for other processes. */
  keeping?: Keeping | undefined;
  /** Whether nothing needs to be remembered of a booklet once it is made. */
  isOnce?: boolean;
}

/** The same, with what builds before it left in memories, and what earlier processes left in a cache. */
async function buildFrom(
  world: World,
  output: Output,
  request: BuildRequest,
  { memories, tell, keeping, kept, workers, isOnce = false }: Ways,
): Promise<BuildResult> {
  const messages = checkNames(request.booklets, request.base);
  const staging = new Staging(output);
  const folders = [...new Set(request.booklets)];
  const isShared = workers && workers.count > 1 && folders.filter((folder) => !kept?.has(folder)).length > 1;
  const inspector = workers && {
    lookThrough: async (file: FinishedFile) => findingsReceived(await workers.lookThrough(file)),
    expectFiles: () => workers.expectFiles(),
  };
  let isVain = hasErrors(messages);
  const make = async (folder: string): Promise<MadeBooklet> => {
    const known = kept?.get(folder);
    if (known) return stageKept(known, request, staging);
    if (isShared) return received(await workers.make({ folder, isVain }, request, tell), staging);
    keeping?.begin(folder);
    const made = await makeBooklet(world, folder, request, {
      staging,
      memory: memories.of(folder),
      tell,
      ...(inspector ? { inspector } : {}),
      isAgain: !isOnce,
      isVain: () => isVain,
      noteFor: (said) => keeping?.note(folder, said),
    });
    if (isOnce) memories.forget(folder);
    return made;
  };
  try {
    const made = await eachOf(folders, isShared ? workers.count : 1, async (folder) => {
      const booklet = await make(folder);
      isVain ||= hasErrors(booklet.said);
      return booklet;
    });
    const result = await publish(made, messages);
    if (result.files.length > 0) await keeping?.keep();
    return result;
  } finally {
    await staging.discard();
  }
}

/** Opens a workshop: the same builds, and booklets that can be looked at, all from what is remembered. */
export const openWorkshop: OpenWorkshop = (world) => {
  const memories = new BuildMemories(undefined, true);
  const steady = withSteadyPackages(world);
  return {
    read: (request) => {
      memories.endTurn([request.folder]);
      return readLive(steady, request, memories.of(request.folder));
    },
    build: (output, request, tell = () => {}) => {
      memories.endTurn(request.booklets);
      return buildFrom(steady, output, request, { memories, tell });
    },
  };
};

/** Runs a build that keeps none of its files, and gives advice. */
export const check: Check = (world, request, onProgress) => {
  const memories = new BuildMemories();
  const build: Build = (from, output, asked, tell = () => {}) => buildFrom(from, output, asked, { memories, tell });
  return checkWith(build, withSteadyPackages(world), request, onProgress, memories);
};

/** Mends nothing that a check would have anything new to say of. */
export const fix: Fix = (world, request) => fixWith(check, world, request);
