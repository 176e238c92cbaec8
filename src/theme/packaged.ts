import type { World } from '../world/model.js';

/** What the names of npm packages that are themes begin with, behind their scope. */
const PREFIX = 'gathering-theme-';

/** A theme that is an installed npm package. */
export interface PackagedTheme {
  packageName: string;
  /** Absolute path of the package's folder. */
  folder: string;
}

/** Where a search for packages begins, apart from where the world itself looks. */
export interface PackagePlaces {
  /** Absolute path of the folder the command was run in; files in messages are named from there. */
  base: string;
}

/**
 * Looks for a theme among installed packages: `gathering-theme-NAME`, then `@scope/gathering-theme-NAME`, or by a package's
 * full name. Several answers are packages of several scopes, none of which has a better claim to the name. A package is a
 * theme when it has a `theme.yaml` of its own at its root; nothing else of it is looked at, and none of its code is run.
 */
export async function findPackaged(world: World, name: string, places: PackagePlaces): Promise<PackagedTheme[]> {
  const open = async (packageName: string): Promise<PackagedTheme[]> => {
    const path = await world.packageFile(packageName, THEME, places.base);
    return path === undefined ? [] : [{ packageName, folder: path.slice(0, -THEME.length - 1) }];
  };
  if (isThemePackage(name)) return open(name);
  if (!/^[\w-]+$/.test(name)) return [];
  const unscoped = await open(PREFIX + name);
  if (unscoped.length > 0) return unscoped;
  const scoped = (await themePackages(world, places)).filter((one) => one.endsWith(`/${PREFIX}${name}`));
  return (await Promise.all(scoped.map(open))).flat();
}

/** Names of the installed packages that are called as themes are, unscoped ones first, whether or not they are themes. */
export async function themePackages(world: World, { base }: PackagePlaces): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of foldersUp(base)) {
    const names = await world.list(`${folder}/node_modules`);
    for (const name of names.filter(isThemePackage)) found.add(name);
    for (const scope of names.filter((entry) => entry.startsWith('@'))) {
      const inScope = (await world.list(`${folder}/node_modules/${scope}`)).map((entry) => `${scope}/${entry}`);
      for (const name of inScope.filter(isThemePackage)) found.add(name);
    }
  }
  const isScoped = (name: string) => Number(name.startsWith('@'));
  return [...found].sort((a, b) => isScoped(a) - isScoped(b));
}

/** What booklets may call the theme of a package instead of its full name, if nothing else has that name. */
export function shortName(packageName: string): string {
  return packageName.slice(packageName.indexOf(PREFIX) + PREFIX.length);
}

const THEME = 'theme.yaml';

function isThemePackage(name: string): boolean {
  return /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?gathering-theme-[a-z0-9._~-]+$/i.test(name);
}

/** A folder and all that it lies in, nearest first, as Node looks for `node_modules`; the root is empty. */
function foldersUp(folder: string): string[] {
  const parts = folder.replace(/\/+$/, '').split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}
