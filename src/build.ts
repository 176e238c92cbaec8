import { checkNames } from './booklet/same-names.js';
import { collectAnswers } from './build/answers.js';
import { type BookletToMake, makeBooklet } from './build/booklet.js';
import { checkWith } from './build/check.js';
import { fixWith } from './build/fix.js';
import { Keeping } from './build/kept/keeping.js';
import { discard, type Making, published, stageKept } from './build/kept/stage.js';
import { survey } from './build/lessons.js';
import { readLive } from './build/live.js';
import type { OpenWorkshop } from './build/live-model.js';
import { BuildMemories } from './build/memory.js';
import { plan } from './build/plan.js';
import { preflight } from './build/preflight.js';
import { prepare, type Tell } from './build/prepare.js';
import { recallBooklets } from './build/unchanged.js';
import type { Build, BuildRequest, BuildResult, Check, Fix } from './build-types.js';
import { hasErrors, sortDiagnostics } from './diagnostics/diagnostic.js';
import { withSteadyPackages } from './memory/packages.js';
import type { Output } from './output/model.js';
import { listThemes as themes } from './theme/catalogue.js';
import { readValues as themeValues } from './theme/values.js';
import type { World } from './world/model.js';

export { TRANSLATION_NAMES } from './booklet/names.js';
export type * from './build-types.js';
export { collectAnswers, plan, preflight, survey, themes, themeValues };

/**
 * Builds booklets: each is loaded and parsed once, its scripture set once, and then every edition of it is selected,
 * laid out and painted. Files are written under temporary names, read back and looked through for what goes wrong in print;
 * nothing appears unless everything that was asked for could be made and nothing in it is meant for other eyes. With the
 * files of each booklet appears a manifest, which says what they are.
 */
export const build: Build = async (world, output, request, tell = () => {}, { cache, kept } = {}) => {
  const memories = new BuildMemories(cache);
  const known = cache && (kept ?? (await recallBooklets(world, output, request, cache)));
  const keeping = cache && known && new Keeping(world, request, cache, known);
  const from = withSteadyPackages(keeping?.world ?? world);
  try {
    return await buildFrom(from, output, request, { memories, tell, keeping, isOnce: true });
  } finally {
    await memories.settled();
  }
};

/** How a build goes about its work. */
interface Ways {
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
  { memories, tell, keeping, isOnce = false }: Ways,
): Promise<BuildResult> {
  const messages = checkNames(request.booklets, request.base);
  const making: Making = { output, request, messages, staged: [], manifests: [] };
  const work: (() => Promise<void>)[] = [];
  for (const folder of new Set(request.booklets)) {
    const kept = keeping?.begin(folder);
    if (kept) {
      messages.push(...kept.said);
      work.push(() => stageKept(kept, making));
      continue;
    }
    const memory = memories.of(folder);
    const { value: prepared, messages: said } = await prepare(world, folder, request, tell, memory);
    messages.push(...said);
    if (!prepared) continue;
    work.push(async () => {
      const booklet: BookletToMake = { prepared, said, memory, note: keeping?.note(folder, said) };
      await makeBooklet(world, booklet, request, making, tell);
      if (isOnce) memories.forget(folder);
    });
  }
  if (hasErrors(messages)) return { files: [], messages: sortDiagnostics(messages) };
  try {
    // Taken out one by one, so that a booklet is let go of once it is made.
    for (let next = work.shift(); next; next = work.shift()) await next();
    if (hasErrors(messages)) return { files: [], messages: sortDiagnostics(messages) };
    const result = await published(making);
    await keeping?.keep();
    return result;
  } finally {
    await discard(making);
  }
}

/** Opens a workshop: the same builds, and booklets that can be looked at, all from what is remembered. */
export const openWorkshop: OpenWorkshop = (world) => {
  const memories = new BuildMemories();
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
