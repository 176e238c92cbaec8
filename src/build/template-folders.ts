import { PROGRAM_FOLDER } from '../program/folder.js';
import type { World } from '../world/model.js';

/**
 * The folders themes come from: the author's own `templates`, if there is one, before those of this package.
 *
 * @param base - Absolute path of the folder in which the author's own are looked for.
 */
export async function templateFolders(world: World, base: string): Promise<string[]> {
  const packaged = `${PROGRAM_FOLDER}/templates`;
  const own = `${base.replace(/\/+$/, '')}/templates`;
  return own !== packaged && (await world.kind(own)) === 'folder' ? [own, packaged] : [packaged];
}
