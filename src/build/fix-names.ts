import { type BookletLayer, readLayers } from '../booklet/layers.js';
import type { Booklet } from '../booklet/model.js';
import { offsetOf, plainSource, type TextEdit } from '../fixes/edits.js';
import { orderOf, type Renaming, renumbered } from '../fixes/numbering.js';
import type { World } from '../world/model.js';

/** Files that get other names, and the lists that name them. */
export interface NameFix {
  /** Absolute paths without links in them, in the order in which they can be renamed. */
  moves: { from: string; to: string }[];
  /** What each booklet.yaml says instead, by its absolute path. */
  lists: { path: string; edits: TextEdit[] }[];
}

/**
 * Numbers a booklet's lessons through: its own files, files of the same names in the booklets beside it that extend it, and
 * all their lists. Undefined where there is nothing to number or where it cannot be done without a doubt. The files of an
 * overlay are not numbered by themselves: their numbers go with those of the booklet that it extends.
 */
export async function numberingFix(world: World, booklet: Booklet, base: string): Promise<NameFix | undefined> {
  if (booklet.extends !== undefined) return undefined;
  const renamings = renumbered(booklet.lessons.map(({ path }) => path.slice(path.lastIndexOf('/') + 1, -'.md'.length)));
  if (renamings.length === 0) return undefined;
  const own = await readLayers(world, booklet.folder, base);
  const layers = [own.value?.[0], ...(await overlaysOn(world, booklet.folder, base))];
  const fix: NameFix = { moves: [], lists: [] };
  for (const layer of layers) {
    // A neighbour that cannot be read may extend this booklet.
    if (!layer) return undefined;
    const moves = await movesIn(world, layer.folder, renamings);
    const edits = await listsIn(world, layer, renamings);
    if (!moves || !edits) return undefined;
    fix.moves.push(...moves);
    if (edits.edits.length > 0) fix.lists.push(edits);
  }
  return fix;
}

/** The booklets beside one that extend it, also by way of another; undefined for each that cannot be read. */
export async function overlaysOn(world: World, folder: string, base: string): Promise<(BookletLayer | undefined)[]> {
  const parent = folder.slice(0, folder.lastIndexOf('/'));
  const real = await world.realPath(folder);
  const found: (BookletLayer | undefined)[] = [];
  for (const name of await world.list(parent)) {
    const other = `${parent}/${name}`;
    if ((await world.realPath(other)) === real || (await world.kind(`${other}/booklet.yaml`)) !== 'file') continue;
    const { value } = await readLayers(world, other, base);
    if (!value) found.push(undefined);
    else {
      const below = await Promise.all(value.slice(1).map((layer) => world.realPath(layer.folder)));
      if (below.includes(real)) found.push(value[0]);
    }
  }
  return found;
}

async function movesIn(
  world: World,
  folder: string,
  renamings: readonly Renaming[],
): Promise<NameFix['moves'] | undefined> {
  const home = (await world.realPath(folder)) ?? folder;
  const there = (await world.list(folder)).filter((name) => name.endsWith('.md'));
  const names = there.map((name) => name.slice(0, -'.md'.length));
  // A file of an overlay that has a new name already would take the place of the lesson that gets it.
  const leaving = new Set(renamings.map(({ from }) => from.toLowerCase()));
  const coming = new Set(renamings.map(({ to }) => to.toLowerCase()));
  if (names.some((name) => coming.has(name.toLowerCase()) && !leaving.has(name.toLowerCase()))) return undefined;
  const order = orderOf(
    renamings.filter(({ from }) => names.includes(from)),
    names,
  );
  return order?.map(({ from, to }) => ({ from: `${home}/${from}.md`, to: `${home}/${to}.md` }));
}

async function listsIn(
  world: World,
  { folder, says, placeOf }: BookletLayer,
  renamings: readonly Renaming[],
): Promise<NameFix['lists'][number] | undefined> {
  const given = `${folder}/booklet.yaml`;
  const path = (await world.realPath(given)) ?? given;
  const bytes = await world.readFile(path);
  const { text, inSource } = plainSource(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  const named = [
    ...(says.lessons ?? []).map((name, index) => ({ name, at: ['lessons', index] })),
    ...(['front', 'back'] as const).flatMap((key) =>
      says[key].map((part, index) =>
        typeof part === 'string'
          ? { name: part, at: [key, index] }
          : { name: part.chapter, at: [key, index, 'chapter'] },
      ),
    ),
  ];
  const edits: TextEdit[] = [];
  for (const { name, at } of named) {
    const renaming = renamings.find(({ from }) => from === name.replace(/\.md$/, ''));
    if (!renaming) continue;
    const place = placeOf(at);
    const start = place ? text.indexOf(renaming.from, offsetOf(text, place.start)) : -1;
    // Spelled with escapes, say: nobody can tell what to replace.
    if (!place || start < 0 || start + renaming.from.length > offsetOf(text, place.end)) return undefined;
    edits.push({ start, end: start + renaming.from.length, text: renaming.to });
  }
  return { path, edits: inSource(edits) };
}
