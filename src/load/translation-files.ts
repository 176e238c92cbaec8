import type { Booklet } from '../booklet/model.js';
import type { World } from '../world/model.js';
import { readInside } from './lesson-files.js';

/** A file of a translation that a booklet brings. */
export interface TranslationFile {
  /** Absolute path. */
  path: string;
  /** Undefined when the path leads out of the booklet's folder. */
  bytes: Uint8Array | undefined;
}

/** The files of the translation that a booklet brings, and the folder they lie in; undefined when it names a bundled one. */
export async function readTranslationFolder(
  world: World,
  { translation, translationFolder: home }: Pick<Booklet, 'translation' | 'translationFolder'>,
  isWanted: (name: string) => boolean,
): Promise<{ folder: string; files: TranslationFile[] } | undefined> {
  if (!translation.includes('/')) return undefined;
  const relative = translation.replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
  const folder = `${home}/${relative}`;
  const names = (await world.list(folder)).filter(isWanted);
  const paths = names.map((name) => `${relative}/${name}`);
  const bytes = await readInside(world, home, paths);
  return { folder, files: paths.map((path) => ({ path: `${home}/${path}`, bytes: bytes.get(path) })) };
}
