import type { World } from './model.js';

/**
 * Finds a file of an installed npm package by walking `node_modules`, as Node does, but without asking the package
 * what it exports: fonts, themes and Bible texts are plain files of packages that often have no `main` or hide what lies
 * beside it. `folders` are the places to look for `node_modules` in, in order. The answer is undefined unless the file
 * exists and, links resolved, lies inside the package.
 *
 * @param guest - One of the folders, if what lies in it is not trusted: links in it may lead to installed packages only.
 */
export async function locatePackageFile(
  world: Pick<World, 'kind' | 'realPath'>,
  folders: readonly string[],
  packageName: string,
  file: string,
  guest?: string,
): Promise<string | undefined> {
  if (!PACKAGE_NAME.test(packageName) || !staysInside(file)) return undefined;
  for (const folder of folders) {
    const root = `${folder.replace(/\/$/, '')}/node_modules/${packageName}`;
    const path = `${root}/${file}`;
    if ((await world.kind(path)) !== 'file') continue;
    // Package managers link whole packages, so the package is resolved as well before the two are compared.
    const [realRoot, realFile] = await Promise.all([world.realPath(root), world.realPath(path)]);
    if (folder === guest && !realRoot?.endsWith(`/node_modules/${packageName}`)) continue;
    if (realRoot && realFile?.startsWith(`${realRoot}/`)) return path;
  }
  return undefined;
}

/** As {@link locatePackageFile}, in a folder that may belong to strangers and in all that it lies in, links resolved. */
export async function locateFrom(
  world: Pick<World, 'kind' | 'realPath'>,
  from: string,
  packageName: string,
  file: string,
): Promise<string | undefined> {
  // A package that is linked has its own packages where it really lies.
  const guest = ((await world.realPath(from)) ?? from).replace(/\/+$/, '');
  return locatePackageFile(world, foldersUp(guest), packageName, file, guest);
}

/** A folder and all that it lies in, nearest first: where Node looks for `node_modules`. The root is empty. */
export function foldersUp(folder: string): string[] {
  const parts = folder.replace(/\/+$/, '').split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/'));
}

/** Names as npm allows them (docs.npmjs.com, package.json, "name"), which no path can pretend to be. */
const PACKAGE_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i;

function staysInside(file: string): boolean {
  const parts = file.split('/');
  return file !== '' && !/[\\:\0]/.test(file) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
