import type { Position } from 'unist';
import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { suggest } from '../diagnostics/nearest.js';
import type { World } from '../world/model.js';
import { checkYaml } from '../yaml/check.js';
import { decodeText } from '../yaml/text.js';
import { layerSchema, type ThemeLayer } from './merge.js';

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

/**
 * Reads a theme and all it extends, the theme itself first. Each is looked for in every folder in turn. The value is
 * undefined when one of them does not exist, cannot be read or extends itself by way of the others.
 */
export async function readLayers(
  world: World,
  name: string,
  askedBy: AskedBy,
  { folders, base }: { folders: string[]; base: string },
): Promise<Checked<Layer[] | undefined>> {
  const layers: Layer[] = [];
  let wanted: string | undefined = name;
  let by = askedBy;
  while (wanted !== undefined) {
    const above = layers.findIndex((layer) => layer.name === wanted);
    if (above >= 0) return failed(cycle([...layers.slice(above).map((layer) => layer.name), wanted], by));
    const folder = await findTheme(world, wanted, folders);
    if (folder === undefined) return failed(await unknownTheme(world, wanted, by, folders));
    const layer = await readLayer(world, wanted, folder, base);
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
  const source = decodeText((await world.readFile(path)) ?? new Uint8Array(), file);
  if (source.value === undefined) return { value: undefined, messages: source.messages };
  const { value, messages, placeOf } = checkYaml({ file, source: source.value, schema: layerSchema });
  return { value: value && { name, folder, file, says: value, placeOf }, messages };
}

async function findTheme(world: World, name: string, folders: readonly string[]): Promise<string | undefined> {
  if (!isThemeName(name)) return undefined;
  for (const folder of folders) {
    if ((await world.kind(`${folder}/${name}/theme.yaml`)) === 'file') return `${folder}/${name}`;
  }
  return undefined;
}

async function unknownTheme(world: World, name: string, by: AskedBy, folders: readonly string[]) {
  const names = new Set<string>();
  for (const folder of folders) {
    for (const entry of await world.list(folder)) {
      if ((await world.kind(`${folder}/${entry}/theme.yaml`)) === 'file') names.add(entry);
    }
  }
  return diagnostic({
    ...by,
    rule: 'unknown-theme',
    found: `the theme “${name}”`,
    expected: 'the name of a theme that exists',
    advice: names.size > 0 ? suggest(name, [...names].sort()) : 'add a folder with a theme.yaml',
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
