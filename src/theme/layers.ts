import type { Position } from 'unist';
import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { suggest } from '../diagnostics/nearest.js';
import type { World } from '../world/model.js';
import { checkYaml } from '../yaml/check.js';
import { decodeText } from '../yaml/text.js';
import { layerSchema, type ThemeLayer } from './merge.js';
import { findPackaged, type PackagePlaces, shortName, themePackages } from './packaged.js';

/** One `theme.yaml` of a chain of themes that extend each other. */
export interface Layer {
  name: string;
  /** Absolute path of the theme's folder. */
  folder: string;
  /** Path of `theme.yaml` as the author knows it. */
  file: string;
  says: ThemeLayer;
  placeOf(path: PropertyKey[], key?: boolean): Position | undefined;
}

/** Who names a theme, for the message when there is none of that name. */
export interface AskedBy {
  file: string;
  place?: Position | undefined;
}

/** Where themes are looked for. */
export interface ThemePlaces extends PackagePlaces {
  /** Absolute paths of the folders that hold themes, asked in order before packages are. */
  folders: readonly string[];
}

/**
 * Reads a theme and all it extends, the theme itself first. Each is looked for in every folder in turn, then among installed
 * packages. The value is undefined when one of them does not exist, cannot be read or extends itself by way of the others.
 */
export async function readLayers(
  world: World,
  name: string,
  askedBy: AskedBy,
  places: ThemePlaces,
): Promise<Checked<Layer[] | undefined>> {
  const layers: Layer[] = [];
  let wanted: string | undefined = name;
  let by = askedBy;
  while (wanted !== undefined) {
    const folders = await findTheme(world, wanted, places);
    const [folder] = folders;
    if (folder === undefined) return failed(await unknownTheme(world, wanted, by, places));
    if (folders.length > 1) return failed(severalThemes(wanted, by, folders));
    const above = layers.findIndex((layer) => layer.folder === folder);
    if (above >= 0) return failed(cycle([...layers.slice(above).map((layer) => layer.name), wanted], by));
    const layer = await readLayer(world, wanted, folder, places.base);
    if (!layer.value) return { value: undefined, messages: layer.messages };
    layers.push(layer.value);
    by = { file: layer.value.file, place: layer.value.placeOf(['extends']) };
    wanted = layer.value.says.extends;
  }
  return { value: layers, messages: [] };
}

/** Whether a theme can have this name: a plain one, so that no theme can be made to reach for files elsewhere. */
export function isThemeName(name: string): boolean {
  return /^[A-Za-z0-9][\w-]*$/.test(name);
}

const failed = (message: ReturnType<typeof diagnostic>) => ({ value: undefined, messages: [message] });

async function readLayer(
  world: World,
  name: string,
  folder: string,
  base: string,
): Promise<Checked<Layer | undefined>> {
  const path = `${folder}/theme.yaml`;
  const file = knownAs(path, base);
  const bytes = (await world.readFile(path)) ?? new Uint8Array();
  if (bytes.length > MOST_BYTES) return failed(tooLarge(file, bytes.length));
  const source = decodeText(bytes, file);
  if (source.value === undefined) return { value: undefined, messages: source.messages };
  const { value, messages, placeOf } = checkYaml({ file, source: source.value, schema: layerSchema });
  return { value: value && { name, folder, file, says: value, placeOf }, messages };
}

/** Folders of themes that have this name: one, unless packages of several scopes have it; none when there is no such theme. */
async function findTheme(world: World, name: string, { folders, base }: ThemePlaces): Promise<string[]> {
  for (const folder of isThemeName(name) ? folders : []) {
    if ((await world.kind(`${folder}/${name}/theme.yaml`)) === 'file') return [`${folder}/${name}`];
  }
  return (await findPackaged(world, name, { base })).map(({ folder }) => folder);
}

async function unknownTheme(world: World, name: string, by: AskedBy, { folders, base }: ThemePlaces) {
  const names = new Set<string>();
  for (const folder of folders) {
    for (const entry of await world.list(folder)) {
      if ((await world.kind(`${folder}/${entry}/theme.yaml`)) === 'file') names.add(entry);
    }
  }
  const packages = await themePackages(world, { base });
  const bare = packages.find((packageName) => [packageName, shortName(packageName)].includes(name));
  for (const packageName of packages) names.add(shortName(packageName));
  if (bare !== undefined) {
    return diagnostic({
      ...by,
      rule: 'unknown-theme',
      found: `the theme “${name}”, whose package ${bare} has no theme.yaml at its root`,
      expected: 'the name of a theme that exists',
      advice: 'tell whoever made the package, or name another theme',
    });
  }
  return diagnostic({
    ...by,
    rule: 'unknown-theme',
    found: `the theme “${name}”`,
    expected: 'the name of a theme that exists',
    advice: names.size > 0 ? suggest(name, [...names].sort()) : 'add a folder with a theme.yaml',
  });
}

/** A theme.yaml that says everything takes a few thousand bytes. */
const MOST_BYTES = 256 * 1024;

function tooLarge(file: string, bytes: number) {
  return diagnostic({
    file,
    rule: 'file-unreadable',
    found: `a theme.yaml of ${Math.ceil(bytes / 1024)} KB`,
    expected: `at most ${MOST_BYTES / 1024} KB`,
    advice: 'take out of it what is no theme',
  });
}

function severalThemes(name: string, by: AskedBy, folders: readonly string[]) {
  const packages = folders.map((folder) => folder.slice(folder.lastIndexOf('@')));
  return diagnostic({
    ...by,
    rule: 'unknown-theme',
    found: `the theme “${name}”, which is in ${packages.length} packages: ${packages.join(', ')}`,
    expected: 'a name that only one theme has',
    advice: 'write the whole name of the package that you mean, between quotation marks',
  });
}

function cycle(names: string[], by: AskedBy) {
  return diagnostic({
    ...by,
    rule: 'theme-cycle',
    found: `themes that extend each other in a circle: ${names.join(', ')}`,
    expected: 'a chain of themes that comes to an end',
    advice: 'remove one “extends” or name another theme in it',
  });
}

/** The place of the first of the keys in the outermost theme that has any of them. */
export function whereSet(layers: readonly Layer[], ...paths: string[][]): AskedBy {
  for (const layer of layers) {
    const path = paths.find((candidate) => layer.placeOf(candidate));
    if (path) return { file: layer.file, place: path.length === 1 ? layer.placeOf(path, true) : layer.placeOf(path) };
  }
  return { file: layers[0]?.file ?? '' };
}
