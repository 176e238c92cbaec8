import type { FileChange, Fix } from '../build-types.js';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import type { World } from '../world/model.js';
import { ownFiles } from './advise.js';
import { numberingFix, overlaysOn } from './fix-names.js';
import { fixesOf } from './fix-texts.js';
import { changesOf, editedTexts, type FixUnit, sourcesOf } from './fix-units.js';
import { type Prepared, prepare } from './prepare.js';
import { type Assess, safeUnits } from './safe-fixes.js';

/**
 * Finds what can be mended in booklets without anyone's judgement, and says what the files would be. Nothing is written. What
 * would give cause for a message that there is not now, or change what a lesson says, is left out.
 */
export async function fixWith(assess: Assess, ...[world, request]: Parameters<Fix>): ReturnType<Fix> {
  const messages: Diagnostic[] = [];
  const units: FixUnit[] = [];
  const folders = new Set<string>();
  for (const folder of new Set(request.booklets)) {
    const { value, messages: found } = await prepare(world, folder, request, () => {});
    messages.push(...found);
    if (!value) continue;
    units.push(...(await unitsOf(world, value, request.base)));
    folders.add(folder);
    for (const layer of await overlaysOn(world, folder, request.base)) if (layer) folders.add(layer.folder);
  }
  if (hasErrors(messages))
    return { changes: [], left: 0, messages: sortDiagnostics(messages.filter(({ fatal }) => fatal)) };
  const kept = await safeUnits(world, units, { ...request, booklets: [...folders] }, assess);
  return { changes: await filesOf(world, kept, request.base), left: units.length - kept.length, messages: [] };
}

async function unitsOf(world: World, prepared: Prepared, base: string): Promise<FixUnit[]> {
  const units: FixUnit[] = [];
  for (const file of ownFiles(prepared)) {
    if ((await world.kind(file.path)) !== 'file') continue;
    const path = (await world.realPath(file.path)) ?? file.path;
    const source = (await sourcesOf(world, [path])).get(path) ?? '';
    for (const { edits, printed } of await fixesOf(prepared, file, source)) {
      units.push({ texts: [{ path, edits }], moves: [], printed });
    }
  }
  const names = await numberingFix(world, prepared.booklet, base);
  return names ? [...units, { texts: names.lists, moves: names.moves, printed: false }] : units;
}

async function filesOf(world: World, units: readonly FixUnit[], base: string): Promise<FileChange[]> {
  const { edits, moved } = changesOf(units);
  const before = await sourcesOf(world, new Set([...edits.keys(), ...moved.keys()]));
  const after = editedTexts(before, edits);
  const paths = [...[...edits.keys()].filter((path) => !moved.has(path)).sort(), ...moved.keys()];
  return paths.map((path): FileChange => {
    const to = moved.get(path);
    return {
      path,
      file: knownAs(path, base),
      ...(to === undefined ? {} : { to: { path: to, file: knownAs(to, base) } }),
      before: before.get(path) ?? '',
      after: after.get(path) ?? before.get(path) ?? '',
    };
  });
}
