import { posix } from 'node:path';
import type { World } from '../world/model.js';

/** What is otherwise than on the disk. Paths are absolute, without links in them. */
export interface WorldChanges {
  /** Files with other bytes. */
  bytes: ReadonlyMap<string, Uint8Array>;
  /** Files with other names: old to new, in the same folder. Bytes are those of the old name. */
  moved: ReadonlyMap<string, string>;
}

/** A world as it will be once some files have been changed, for looking at what would come of it. */
export function changedWorld(world: World, { bytes, moved }: WorldChanges): World {
  const origin = new Map([...moved].map(([from, to]) => [to, from]));
  const real = async (path: string): Promise<string> => {
    const known = await world.realPath(path);
    if (known !== undefined) return known;
    return posix.join((await world.realPath(posix.dirname(path))) ?? posix.dirname(path), posix.basename(path));
  };
  /** Where what stands at a path stands now; undefined where it will be gone. */
  const source = async (path: string): Promise<string | undefined> => {
    const at = await real(path);
    const from = origin.get(at);
    if (from !== undefined) return from;
    return moved.has(at) ? undefined : at;
  };
  return {
    async readFile(path) {
      const at = await source(path);
      return at === undefined ? undefined : (bytes.get(at)?.slice() ?? world.readFile(at));
    },
    async list(path) {
      const folder = await real(path);
      const names = (await world.list(path)).filter((name) => !moved.has(`${folder}/${name}`));
      const come = [...origin.keys()].filter((to) => posix.dirname(to) === folder).map((to) => posix.basename(to));
      return [...new Set([...names, ...come])].sort((a, b) => (a < b ? -1 : 1));
    },
    async kind(path) {
      const at = await source(path);
      return at === undefined ? 'none' : world.kind(at);
    },
    async realPath(path) {
      const at = await real(path);
      if (origin.has(at)) return at;
      return moved.has(at) ? undefined : world.realPath(path);
    },
    packageFile: (name, file, from) => world.packageFile(name, file, from),
    env: (name) => world.env(name),
    now: () => world.now(),
  };
}
