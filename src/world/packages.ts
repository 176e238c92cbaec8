import type { World } from './model.js';

/**
 * Finds a file of an installed npm package by walking `node_modules`, as Node does, but without asking the package
 * what it exports: fonts and Bible texts are plain files of packages that often have no `main` or hide what lies
 * beside it. `folders` are the places to look for `node_modules` in, in order. The answer is undefined unless the file
 * exists and, links resolved, lies inside the package.
 */
export async function locatePackageFile(
  world: Pick<World, 'kind' | 'realPath'>,
  folders: readonly string[],
  packageName: string,
  file: string,
): Promise<string | undefined> {
  if (!PACKAGE_NAME.test(packageName) || !staysInside(file)) return undefined;
  for (const folder of folders) {
    const root = `${folder.replace(/\/$/, '')}/node_modules/${packageName}`;
    const path = `${root}/${file}`;
    if ((await world.kind(path)) !== 'file') continue;
    // Package managers link whole packages, so the package is resolved as well before the two are compared.
    const [realRoot, realFile] = await Promise.all([world.realPath(root), world.realPath(path)]);
    if (realRoot && realFile?.startsWith(`${realRoot}/`)) return path;
  }
  return undefined;
}

/** Names as npm allows them (docs.npmjs.com, package.json, "name"), which no path can pretend to be. */
const PACKAGE_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i;

function staysInside(file: string): boolean {
  const parts = file.split('/');
  return file !== '' && !/[\\:\0]/.test(file) && parts.every((part) => part !== '' && part !== '.' && part !== '..');
}
