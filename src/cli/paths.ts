import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { templateFolders } from '../build/template-folders.js';
import type { BuildRequest } from '../build.js';
import type { World } from '../world/model.js';
import { withSlashes } from '../world/path.js';
import type { CliIo } from './io.js';

export { templateFolders };

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

/** A path as it can be typed after a command: quoted where a shell would take it apart or for an option. */
export function quotedPath(path: string): string {
  const safe = path.startsWith('-') ? `./${path}` : path;
  if (/^[\p{L}\p{N}\p{M}_./:@%+,-]+$/u.test(safe)) return safe;
  // Double quotes work in every shell, but only for text that means nothing to any of them.
  return /["$`\\!]/.test(safe) ? `'${safe.replaceAll("'", "'\\''")}'` : `"${safe}"`;
}

/** The folder of a booklet that was named, also where its `booklet.yaml` was named instead. */
export async function bookletFolder(world: World, path: string): Promise<string> {
  return basename(path) === 'booklet.yaml' && (await world.kind(path)) === 'file' ? dirname(path) : path;
}

/** Every folder under `lessons/` that holds a `booklet.yaml`, by name. */
export async function findBooklets(world: World, cwd: string): Promise<string[]> {
  const lessons = absolute(cwd, 'lessons');
  const folders = (await world.list(lessons)).map((name) => `${lessons}/${name}`);
  const kinds = await Promise.all(folders.map((folder) => world.kind(`${folder}/booklet.yaml`)));
  return folders.filter((_, index) => kinds[index] === 'file');
}

/** Where to find what a command is asked to lay out: the booklets that are named, or else all under `lessons/`. */
export async function pathsOf(
  folders: readonly string[],
  { world, cwd }: Pick<CliIo, 'world' | 'cwd'>,
): Promise<Pick<BuildRequest, 'base' | 'booklets' | 'templates'>> {
  const named = await Promise.all(folders.map((folder) => bookletFolder(world, absolute(cwd, folder))));
  return {
    base: absolute(cwd, '.'),
    booklets: folders.length > 0 ? [...new Set(named)] : await findBooklets(world, cwd),
    templates: await templateFolders(world, cwd),
  };
}
