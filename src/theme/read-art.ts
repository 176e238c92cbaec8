import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import type { World } from '../world/model.js';
import { isInside, isRelativePath } from '../yaml/inside.js';
import { decodeText } from '../yaml/text.js';
import { tintArt } from './art.js';
import type { AskedBy } from './layers.js';
import type { Palette } from './model.js';

/** A drawing that a theme, a booklet or a lesson names. */
export interface NamedArt {
  /** The path as written, relative to the folder. */
  path: string;
  /** Absolute path of the folder that it must lie in. */
  folder: string;
  whose: 'theme' | 'booklet';
  askedBy: AskedBy;
  /** Absolute path of the folder the command was run in. */
  base: string;
}

/** Reads a drawing, checks that it lies in its folder and holds nothing but shapes, and puts the theme's colours in. */
export async function readArt(world: World, art: NamedArt, color: Palette): Promise<Checked<string | undefined>> {
  const { path: written, folder, whose, askedBy, base } = art;
  const failed = (rule: 'theme-art' | 'path-outside', found: string, advice: string) => ({
    value: undefined,
    messages: [diagnostic({ ...askedBy, rule, found, expected: `an SVG file in the ${whose}’s folder`, advice })],
  });
  const path = `${folder}/${written}`;
  if (!isRelativePath(written)) return failed('path-outside', `“${written}”`, 'copy the file there');
  if ((await world.kind(path)) !== 'file') return failed('theme-art', `no file ${written}`, ABSENT[whose]);
  if (!(await isInside(world, path, folder))) {
    return failed('path-outside', `${written}, a link to a file outside`, 'copy the file itself');
  }
  const file = knownAs(path, base);
  const source = decodeText((await world.readFile(path)) ?? new Uint8Array(), file);
  return source.value === undefined ? source : tintArt(source.value, file, color);
}

const ABSENT = { theme: 'add it, or say “layout: none”', booklet: 'add it, or leave the key out' };
