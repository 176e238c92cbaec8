import { checkNames } from './booklet/same-names.js';
import { collectAnswers } from './build/answers.js';
import { checkWith } from './build/check.js';
import { bookletFiles } from './build/files.js';
import { fixWith } from './build/fix.js';
import { Keeping } from './build/kept/keeping.js';
import type { KeptBooklet } from './build/kept/model.js';
import { discard, type Making, published, stageKept } from './build/kept/stage.js';
import { survey } from './build/lessons.js';
import { readLive } from './build/live.js';
import type { OpenWorkshop } from './build/live-model.js';
import { MANIFEST, type MadeRecord, manifestOf, manifestText, recordOf } from './build/manifest/manifest.js';
import { BuildMemory } from './build/memory.js';
import { plan } from './build/plan.js';
import { checkMade, type MadeFinding, preflight } from './build/preflight.js';
import { type Prepared, prepare, type Tell } from './build/prepare.js';
import { recallBooklets } from './build/unchanged.js';
import type { Build, BuildRequest, BuildResult, BuiltFile, Check, Fix } from './build-types.js';
import { type Diagnostic, hasErrors, sortDiagnostics } from './diagnostics/diagnostic.js';
import { checkLeaks } from './leaks/gate.js';
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
export const build: Build = async (world, output, request, onProgress = () => {}, { cache, kept } = {}) => {
  const memory = new BuildMemory(cache);
  if (!cache) return buildFrom(memory, world, output, request, onProgress);
  const known = kept ?? (await recallBooklets(world, output, request, cache));
  const keeping = new Keeping(world, request, cache, known);
  try {
    return await buildFrom(memory, keeping.world, output, request, onProgress, keeping);
  } finally {
    await memory.sections.settled();
  }
};

/** The same, with what a build before it left in a memory, and what earlier processes left in a cache. */
async function buildFrom(
  memory: BuildMemory,
  world: World,
  output: Output,
  request: BuildRequest,
  onProgress: Tell,
  keeping?: Keeping,
): Promise<BuildResult> {
  const messages = checkNames(request.booklets, request.base);
  const booklets: { folder: string; kept?: KeptBooklet; prepared?: Prepared; said: Diagnostic[] }[] = [];
  for (const folder of new Set(request.booklets)) {
    const kept = keeping?.begin(folder);
    if (kept) {
      messages.push(...kept.said);
      booklets.push({ folder, kept, said: [] });
      continue;
    }
    const { value: prepared, messages: said } = await prepare(world, folder, request, onProgress, memory);
    messages.push(...said);
    if (prepared) booklets.push({ folder, prepared, said });
  }
  if (hasErrors(messages)) return { files: [], messages: sortDiagnostics(messages) };

  const making: Making = { output, request, messages, staged: [], manifests: [] };
  const { staged, manifests } = making;
  try {
    for (const { folder, kept, prepared: booklet, said } of booklets) {
      if (kept) await stageKept(kept, making);
      if (!booklet) continue;
      const note = keeping?.note(folder, said);
      const isNews = newsOnly();
      const record: MadeRecord[] = [];
      const before = messages.length;
      for await (const made of bookletFiles(world, booklet, request, onProgress, memory)) {
        messages.push(...made.messages);
        note?.messages(made.messages);
        if (!made.value || hasErrors(messages)) continue;
        const { place, bytes, built, withheld, sheet } = made.value;
        record.push(recordOf(made.value));
        const about = { booklet: built.booklet, ...(built.edition === undefined ? {} : { edition: built.edition }) };
        onProgress({ ...about, phase: 'write' });
        const path = `${request.out}/${built.booklet}/${place}`;
        const file = await output.stage(path, bytes);
        staged.push({ file, built: { ...built, path, bytes: bytes.length } });
        onProgress({ ...about, phase: 'preflight' });
        const checked = await checkMade(bytes, `${built.booklet}/${place}`, { target: built.target, ...sheet });
        const found = checked.filter((one) => isNews(one, built)).map(({ message }) => message);
        if (withheld) onProgress({ ...about, phase: 'read-back' });
        const read = { file: `${built.booklet}/${place}`, edition: built.edition ?? '' };
        if (withheld) found.push(...(await checkLeaks(await file.read(), withheld, read)));
        messages.push(...found);
        note?.file(made.value, found);
      }
      if (hasErrors(messages)) continue;
      onProgress({ booklet: booklet.booklet.id, phase: 'write' });
      const told = [...said, ...messages.slice(before)];
      const text = manifestText(manifestOf(booklet, request, { record, messages: told }));
      const bytes = new TextEncoder().encode(text);
      manifests.push({ file: await output.stage(`${request.out}/${booklet.booklet.id}/${MANIFEST}`, bytes) });
      note?.manifest(MANIFEST, bytes);
    }
    if (hasErrors(messages)) return { files: [], messages: sortDiagnostics(messages) };
    const result = await published(making);
    await keeping?.keep();
    return result;
  } finally {
    await discard(making);
  }
}

/** Opens a workshop: the same builds, and booklets that can be looked at, all from one memory. */
export const openWorkshop: OpenWorkshop = (world) => {
  const memory = new BuildMemory();
  const steady = withSteadyPackages(world);
  return {
    read: (request) => {
      memory.endTurn();
      return readLive(steady, request, memory);
    },
    build: (output, request, onProgress = () => {}) => {
      memory.endTurn();
      return buildFrom(memory, steady, output, request, onProgress);
    },
  };
};

/** Runs a build that keeps none of its files, and gives advice. */
export const check: Check = (world, request, onProgress) => {
  const memory = new BuildMemory();
  const build: Build = (...[from, output, asked, tell = () => {}]) => buildFrom(memory, from, output, asked, tell);
  return checkWith(build, world, request, onProgress, memory);
};

/** Mends nothing that a check would have anything new to say of. */
export const fix: Fix = (world, request) => fixWith(check, world, request);

/**
 * Whether a message about an edition's files is the first of its kind: they show the same pages, and have the same faults. On
 * a telephone's pages the same faults stand elsewhere, and are news only where no other file has them.
 */
function newsOnly(): (found: MadeFinding, about: Pick<BuiltFile, 'edition' | 'target'>) => boolean {
  const told = new Set<string>();
  return ({ message, fault }, { edition, target }) => {
    const exact = [edition, message.ruleId, message.actual].join('\0');
    const anywhere = [edition, fault].join('\0');
    const isNew = !told.has(target === 'phone' ? anywhere : exact);
    told.add(exact).add(anywhere);
    return isNew;
  };
}
