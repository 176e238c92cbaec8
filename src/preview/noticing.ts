import { posix } from 'node:path';
import type { World } from '../world/model.js';

/** A world that tells of each folder whose `booklet.yaml` is read from it, also where that turns out to be of no use. */
export function noticing(world: World, onBooklet: (folder: string) => void): World {
  return {
    ...world,
    readFile(path) {
      if (posix.basename(path) === 'booklet.yaml') onBooklet(posix.dirname(path));
      return world.readFile(path);
    },
  };
}
