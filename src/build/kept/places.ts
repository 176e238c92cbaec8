import { posix } from 'node:path';
import type { BuildRequest } from '../../build-types.js';
import { PROGRAM_FOLDER } from '../../program/folder.js';
import type { World } from '../../world/model.js';

/** Stands in texts before and after the number of a place; no text of an author's can have it. */
const MARK = '\0';

/**
 * The folders that a build knows by what they are for, so that paths can be written down as ways from them: what is kept is
 * then true wherever the booklet, the themes and the program lie.
 */
export class Places {
  readonly #roots: readonly string[];
  readonly #outside = new Set<string>();

  /** @param roots - Absolute paths. From the first, the booklet's own, there is a way to every file. */
  constructor(roots: readonly string[]) {
    this.#roots = roots;
  }

  /** Which of the folders lie in which: together with the names of paths, all that can be known of where they are. */
  get plan(): boolean[][] {
    return this.#roots.map((root) => this.#roots.map((other) => isIn(root, other)));
  }

  /** A path as the way from the nearest folder above it. */
  name(path: string): string {
    let nearest = -1;
    this.#roots.forEach((root, index) => {
      if (isUsable(root) && isIn(path, root) && root.length > (this.#roots[nearest]?.length ?? 0)) nearest = index;
    });
    if (nearest >= 0) return `${nearest}${path.slice(this.#roots[nearest]?.length)}`;
    this.#outside.add(path);
    return `0/${posix.relative(this.#roots[0] ?? '/', path)}`;
  }

  /** The path that has a name; undefined for what is no name. */
  path(name: string): string | undefined {
    const [, index, way = ''] = /^(\d+)((?:\/.*)?)$/s.exec(name) ?? [];
    const root = index === undefined ? undefined : this.#roots[Number(index)];
    if (root === undefined) return undefined;
    return /(?:^|\/)\.\.(?:\/|$)/.test(way) ? posix.join(root, way) : `${root}${way}`;
  }

  /** A text with the folders' numbers where their paths were; undefined where a path is left that only this computer has. */
  inText(text: string): string | undefined {
    if (text.includes(MARK)) return undefined;
    const longestFirst = [...this.#roots.entries()]
      .filter(([, root]) => isUsable(root))
      .sort(([, a], [, b]) => b.length - a.length);
    let marked = text;
    for (const [index, root] of longestFirst) {
      const whole = new RegExp(`(?<![\\p{L}\\p{N}_./-])${escaped(root)}(?=/|[^\\p{L}\\p{N}_.-]|$)`, 'gu');
      marked = marked.replace(whole, `${MARK}${index}${MARK}`);
    }
    return [...this.#outside].some((path) => marked.includes(path)) ? undefined : marked;
  }

  /** The text that was marked. */
  fromText(marked: string): string {
    return marked.replace(/\0(\d+)\0/g, (_, index) => this.#roots[Number(index)] ?? '');
  }
}

/** The places of a booklet in a build, as they are named and as they are once links are followed. */
export async function placesOf(
  world: World,
  folder: string,
  { base, templates }: Pick<BuildRequest, 'base' | 'templates'>,
): Promise<Places> {
  const named = [folder, posix.dirname(folder), base, ...templates, ...PROGRAM];
  const real = await Promise.all(named.map((path) => world.realPath(path).catch(() => undefined)));
  return new Places([...named, ...real.map((path, index) => path ?? named[index] ?? '')]);
}

/** Where the program lies, and the packages that are installed with it. */
const PROGRAM: readonly [program: string, packages: string] = programFolders(PROGRAM_FOLDER);

/** Whether a file lies among the packages that are installed with the program, whose versions are part of what it is. */
export function isInstalled(path: string): boolean {
  return isIn(path, PROGRAM[1]);
}

function programFolders(program: string): [string, string] {
  const packages = /^.*\/node_modules(?=\/)/.exec(program)?.[0];
  return [program, packages ?? `${program}/node_modules`];
}

/** The root of a disk says nothing of where anything is. */
function isUsable(root: string): boolean {
  return root !== '' && root !== '/';
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
