import { posix } from 'node:path';
import { WorldError } from './error.js';
import type { World } from './model.js';
import { locateFrom, locatePackageFile } from './packages.js';

export interface MemoryWorldOptions {
  /**
   * Where installed packages come from: a real world, say, since fonts and Bibles are large. Of that world only files
   * that its `packageFile` has named can be read. Without it, packages are looked for under `/node_modules` in memory. Those
   * in memory near the folder from which a package is asked for come before both.
   */
  packages?: World;
  /** Symbolic links: path of the link to the absolute path it points at, which need not exist. */
  links?: Record<string, string>;
  /** Environment variables. */
  env?: Record<string, string>;
}

/** A world that holds just these files, by absolute path, for tests and previews. Folders are those the files lie in. */
export function memoryWorld(files: Record<string, string | Uint8Array>, options: MemoryWorldOptions = {}): World {
  const contents = new Map(Object.entries(files).map(([path, text]) => [posix.normalize(path), text]));
  const links = new Map(Object.entries(options.links ?? {}).map(([from, to]) => [posix.normalize(from), to]));
  const children = childrenOf([...contents.keys(), ...links.keys()]);
  const lent = new Set<string>();

  function resolve(path: string): string | undefined {
    const real = follow(path, links);
    return real !== undefined && (contents.has(real) || children.has(real)) ? real : undefined;
  }

  const world: World = {
    async readFile(path) {
      const real = resolve(path);
      if (real === undefined) return lent.has(path) ? options.packages?.readFile(path) : undefined;
      const content = contents.get(real);
      if (content === undefined) throw new WorldError(path, 'it is a folder, not a file');
      return typeof content === 'string' ? new TextEncoder().encode(content) : content.slice();
    },
    async list(path) {
      return [...(children.get(resolve(path) ?? '') ?? [])].sort();
    },
    async kind(path) {
      const real = resolve(path);
      if (real === undefined) return lent.has(path) ? 'file' : 'none';
      return contents.has(real) ? 'file' : 'folder';
    },
    async realPath(path) {
      return resolve(path) ?? (lent.has(path) ? options.packages?.realPath(path) : undefined);
    },
    async packageFile(packageName, file, from) {
      const near = from === undefined ? undefined : await locateFrom(world, from, packageName, file);
      if (near !== undefined) return near;
      const found = options.packages
        ? await options.packages.packageFile(packageName, file)
        : await locatePackageFile(world, ['/'], packageName, file);
      if (found !== undefined && options.packages) lent.add(found);
      return found;
    },
    env: (name) => options.env?.[name],
    now: () => 0,
  };
  return world;
}

/** Names of the entries of every folder that one of the paths lies in. */
function childrenOf(paths: readonly string[]): Map<string, Set<string>> {
  const children = new Map<string, Set<string>>([['/', new Set()]]);
  for (const path of paths) {
    for (let at = path; at !== posix.dirname(at); at = posix.dirname(at)) {
      const folder = posix.dirname(at);
      const names = children.get(folder) ?? new Set();
      names.add(posix.basename(at));
      children.set(folder, names);
    }
  }
  return children;
}

/** A path with its links followed part by part, or undefined when they lead in a circle. */
function follow(path: string, links: ReadonlyMap<string, string>): string | undefined {
  let left = 40; // as many as Linux follows before it says ELOOP
  let parts = posix.normalize(path).split('/').filter(Boolean);
  let real = '/';
  while (parts.length > 0) {
    const next = posix.join(real, parts[0] ?? '');
    const target = links.get(next);
    if (target !== undefined && left-- === 0) return undefined;
    parts = parts.slice(1);
    if (target === undefined) real = next;
    else {
      parts = [...posix.normalize(target).split('/').filter(Boolean), ...parts];
      real = '/';
    }
  }
  return real;
}
