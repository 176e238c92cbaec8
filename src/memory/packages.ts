import type { World } from '../world/model.js';

/**
 * The same world, in which a file of an installed package is looked for and read once: packages do not change while a
 * program runs. Each file is one array of bytes, however often it is read, so it can be known by identity.
 */
export function withSteadyPackages(world: World): World {
  const found = new Map<string, Promise<string | undefined>>();
  const bytes = new Map<string, Promise<Uint8Array | undefined>>();
  const packaged = new Set<string>();
  return {
    readFile: (path) => (packaged.has(path) ? once(bytes, path, () => world.readFile(path)) : world.readFile(path)),
    list: (path) => world.list(path),
    kind: (path) => world.kind(path),
    realPath: (path) => world.realPath(path),
    async packageFile(packageName, file, from) {
      const path = await once(found, `${packageName}\0${file}\0${from ?? ''}`, () =>
        world.packageFile(packageName, file, from),
      );
      if (path !== undefined) packaged.add(path);
      return path;
    },
    env: (name) => world.env(name),
    now: () => world.now(),
  };
}

/** What failed, or was not there, is asked for again: it may be installed meanwhile. */
async function once<T>(
  known: Map<string, Promise<T | undefined>>,
  key: string,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const asked = known.get(key) ?? ask();
  known.set(key, asked);
  try {
    const answer = await asked;
    if (answer === undefined) known.delete(key);
    return answer;
  } catch (error) {
    known.delete(key);
    throw error;
  }
}
