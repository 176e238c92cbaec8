import { posix } from 'node:path';
import { WorldError } from './error.js';
import type { World } from './model.js';

/**
 * A world with files laid over another: they are found where they are named, in folders that there may be nowhere else, and
 * hide what lies there below. The map is asked anew each time, so files can be laid and taken away while the world is used.
 *
 * @param files - Texts by absolute path, in the form that `posix.normalize` gives.
 */
export function layeredWorld(under: World, files: ReadonlyMap<string, string>): World {
  const at = (path: string) => posix.normalize(path).replace(/(?<=.)\/+$/, '');
  const children = (folder: string) => {
    const start = folder === '/' ? '/' : `${folder}/`;
    const below = [...files.keys()].filter((path) => path.startsWith(start));
    return new Set(below.map((path) => path.slice(start.length).split('/')[0] ?? ''));
  };
  const layerKind = (path: string) => {
    if (files.has(at(path))) return 'file';
    return children(at(path)).size > 0 ? 'folder' : 'none';
  };

  const world: World = {
    async readFile(path) {
      const text = files.get(at(path));
      if (text !== undefined) return new TextEncoder().encode(text);
      if (layerKind(path) === 'folder') throw new WorldError(path, 'it is a folder, not a file');
      return under.readFile(path);
    },
    async list(path) {
      if (layerKind(path) === 'file') return [];
      return [...new Set([...(await under.list(path)), ...children(at(path))])].sort();
    },
    async kind(path) {
      const kind = layerKind(path);
      return kind === 'none' ? under.kind(path) : kind;
    },
    async realPath(path) {
      const kind = layerKind(path);
      if (kind === 'none' || (kind === 'folder' && (await under.kind(path)) === 'folder')) return under.realPath(path);
      const parent = await world.realPath(posix.dirname(at(path)));
      return posix.join(parent ?? posix.dirname(at(path)), posix.basename(at(path)));
    },
    packageFile: (packageName, file) => under.packageFile(packageName, file),
    env: (name) => under.env(name),
    now: () => under.now(),
  };
  return world;
}
