import { isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from '../world/model.js';
import { withSlashes } from '../world/path.js';

/** A path as a reader of the terminal knows it: relative to the working directory, or absolute when outside it. */
export function pathFrom(cwd: string, path: string): string {
  const within = withSlashes(relative(cwd, path));
  if (within === '') return '.';
  return within === '..' || within.startsWith('../') || isAbsolute(within) ? withSlashes(path) : within;
}

/** A path from the command line as an absolute one. */
export function absolute(cwd: string, path: string): string {
  return withSlashes(resolve(cwd, path));
}

/** Every folder under `lessons/` that holds a `booklet.yaml`, by name. */
export async function findBooklets(world: World, cwd: string): Promise<string[]> {
  const lessons = absolute(cwd, 'lessons');
  const folders = (await world.list(lessons)).map((name) => `${lessons}/${name}`);
  const kinds = await Promise.all(folders.map((folder) => world.kind(`${folder}/booklet.yaml`)));
  return folders.filter((_, index) => kinds[index] === 'file');
}

/** The folders themes come from: the author's own, if there is one, before those of this package. */
export async function templateFolders(world: World, cwd: string): Promise<string[]> {
  // Two folders up from here lies the package, whether this runs from src/cli or from dist/cli.
  const packaged = withSlashes(fileURLToPath(new URL('../../templates', import.meta.url)));
  const own = absolute(cwd, 'templates');
  return own !== packaged && (await world.kind(own)) === 'folder' ? [own, packaged] : [packaged];
}
