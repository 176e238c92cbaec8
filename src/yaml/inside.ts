import type { World } from '../world/model.js';

/** Whether a file lies in a folder once every symbolic link on the way is followed. */
export async function isInside(world: World, path: string, folder: string): Promise<boolean> {
  const [real, home] = [await world.realPath(path), await world.realPath(folder)];
  return real !== undefined && home !== undefined && real.startsWith(`${home}/`);
}

/** Whether a path that an author wrote is relative and has no way up in it: no `..`, drive, scheme or leading slash. */
export function isRelativePath(path: string): boolean {
  return !/^[\\/]|:|(^|[\\/])\.\.([\\/]|$)/.test(path);
}
