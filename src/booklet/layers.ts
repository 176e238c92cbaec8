import { posix } from 'node:path';
import { type Checked, type Diagnostic, diagnostic, hasErrors, type Problem } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { suggest } from '../diagnostics/nearest.js';
import type { World } from '../world/model.js';
import { type CheckedYaml, checkYaml } from '../yaml/check.js';
import { textInside } from '../yaml/text-inside.js';
import { type BookletYaml, bookletSchema } from './schema.js';

/** One `booklet.yaml` of a chain of booklets that extend each other. */
export interface BookletLayer {
  /** Absolute path of the folder. */
  folder: string;
  /** Path of `booklet.yaml` as the author knows it. */
  file: string;
  says: LayerYaml;
  placeOf: CheckedYaml<unknown>['placeOf'];
  placeIn: CheckedYaml<unknown>['placeIn'];
}

/** What one `booklet.yaml` says: a title may be missing where another booklet is extended. */
export type LayerYaml = Omit<BookletYaml, 'title'> & { title?: string | undefined };

/** More booklets upon each other than anyone can keep in mind. */
const MOST_LAYERS = 8;

const overlaySchema = bookletSchema.partial({ title: true });

/**
 * Reads the booklet of a folder and all that it extends, the booklet itself first. The value is undefined when one of
 * them does not exist or cannot be read, or when they extend each other in a circle.
 *
 * @param base - Absolute path of the folder the command was run in; files in messages are named from there.
 */
export async function readLayers(
  world: World,
  folder: string,
  base: string,
): Promise<Checked<BookletLayer[] | undefined>> {
  const messages: Diagnostic[] = [];
  const layers: BookletLayer[] = [];
  const seen = new Map<string, string>();
  let next: string | undefined = folder;
  while (next !== undefined) {
    const home: string = next;
    const by: BookletLayer | undefined = layers.at(-1);
    const fail = (message: Diagnostic) => ({ value: undefined, messages: [...messages, message] });
    const asked = by && { file: by.file, place: by.placeOf(['extends']) };
    if (by && asked && (await world.kind(`${home}/booklet.yaml`)) !== 'file') {
      return fail(diagnostic({ ...asked, ...(await noBase(world, home, by)) }));
    }
    const real = (await world.realPath(home)) ?? home;
    if (asked && seen.has(real))
      return fail(diagnostic({ ...asked, ...circle([...seen.values(), seen.get(real) ?? ''], base) }));
    if (asked && layers.length === MOST_LAYERS) return fail(diagnostic({ ...asked, ...TOO_MANY }));
    seen.set(real, home);
    const layer = await readLayer(world, home, base);
    messages.push(...layer.messages);
    if (!layer.value) return { value: undefined, messages };
    layers.push(layer.value);
    const path = layer.value.says.extends;
    const wrong = path === undefined ? undefined : refused(path);
    if (wrong) {
      return fail(diagnostic({ file: layer.value.file, place: layer.value.placeOf(['extends']), ...wrong }));
    }
    next = path === undefined ? undefined : posix.join(home, path).replace(/\/+$/, '') || '/';
  }
  return { value: hasErrors(messages) ? undefined : layers, messages };
}

async function readLayer(world: World, folder: string, base: string): Promise<Checked<BookletLayer | undefined>> {
  const path = `${folder}/booklet.yaml`;
  const file = knownAs(path, base);
  const source = await readSource(world, folder, path, base);
  if (source.value === undefined) return { value: undefined, messages: source.messages };
  const lenient = checkYaml({ file, source: source.value, schema: overlaySchema });
  // A booklet that stands by itself needs its title.
  const overlay = lenient.placeOf(['extends'], true) !== undefined;
  const yaml: CheckedYaml<LayerYaml> = overlay
    ? lenient
    : checkYaml({ file, source: source.value, schema: bookletSchema });
  const { value: says, messages, placeOf, placeIn } = yaml;
  return { value: says && { folder, file, says, placeOf, placeIn }, messages };
}

async function readSource(
  world: World,
  folder: string,
  path: string,
  base: string,
): Promise<Checked<string | undefined>> {
  if ((await world.kind(path)) === 'file') return textInside(world, path, folder, knownAs(path, base));
  const there = (await world.kind(folder)) === 'folder';
  const misnamed = await misnamedIn(world, folder);
  const problem: Omit<Problem, 'file'> = {
    rule: 'booklet-missing',
    found: there ? 'no booklet.yaml in the folder' : 'no such folder',
    expected: 'a folder with a booklet.yaml',
    advice: misnamed
      ? `rename ${misnamed} to booklet.yaml`
      : ((await nearBooklets(world, folder)) ?? 'add a booklet.yaml with a line “title: …”'),
  };
  return { value: undefined, messages: [diagnostic({ file: knownAs(folder, base), ...problem })] };
}

type Found = Omit<Problem, 'file' | 'place'>;

async function noBase(world: World, folder: string, by: BookletLayer): Promise<Found> {
  const there = (await world.kind(folder)) === 'folder';
  const misnamed = await misnamedIn(world, folder);
  return {
    rule: 'booklet-missing',
    found: `${there ? 'no booklet.yaml in' : 'no folder'} “${by.says.extends}”`,
    expected: 'the path of a folder that holds a booklet.yaml, from this file’s own folder',
    advice: misnamed
      ? `rename ${misnamed} to booklet.yaml`
      : ((await nearBooklets(world, folder, by.folder)) ?? 'correct the path'),
  };
}

async function misnamedIn(world: World, folder: string): Promise<string | undefined> {
  return (await world.list(folder)).find((name) => /^booklet\.ya?ml$/i.test(name));
}

/** Advice from the booklets that lie beside a folder; undefined when there are none. */
async function nearBooklets(world: World, folder: string, except?: string): Promise<string | undefined> {
  const cut = folder.lastIndexOf('/');
  const parent = folder.slice(0, cut);
  const booklets: string[] = [];
  for (const name of await world.list(parent)) {
    if (`${parent}/${name}` === except) continue;
    if ((await world.kind(`${parent}/${name}/booklet.yaml`)) === 'file') booklets.push(name);
  }
  return booklets.length > 0 ? suggest(folder.slice(cut + 1), booklets) : undefined;
}

/** Why a path cannot be that of a booklet to extend. Ways up are allowed here, and nowhere else. */
function refused(path: string): Found | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a null character ends a path for some systems
  if (!/^[/~]|[\\:\u0000-\u001f\u007f]/.test(path)) return undefined;
  return {
    rule: 'path-outside',
    found: `“${path}”`,
    expected: 'the path of a folder from this file’s own folder, with “/” between its parts, such as “../intercession”',
    advice: 'put the booklet to extend on this computer beside this one, and write the way there',
  };
}

function circle(folders: readonly string[], base: string): Found {
  const names = folders.slice(folders.indexOf(folders.at(-1) ?? '')).map((folder) => knownAs(folder, base));
  return {
    rule: 'extends-cycle',
    found: `booklets that extend each other in a circle: ${names.join(', ')}`,
    expected: 'a booklet at the end that extends no other',
    advice: 'remove one “extends”',
  };
}

const TOO_MANY: Found = {
  rule: 'extends-cycle',
  found: `more than ${MOST_LAYERS} booklets that extend each other`,
  expected: `at most ${MOST_LAYERS}`,
  advice: 'extend one that is nearer to the first',
};
