/**
 * The one interface to disk, clock and installed packages. The command line, the tests and later the preview differ
 * only in the world they pass in. All paths are absolute; `/` separates their parts on every system.
 */
export interface World {
  /** The bytes of a file, or undefined when there is no such file. Throws for anything else that goes wrong. */
  readFile(path: string): Promise<Uint8Array | undefined>;
  /** Names of the entries of a folder, sorted by code unit; empty when there is no such folder. */
  list(path: string): Promise<string[]>;
  /** What stands at a path. */
  kind(path: string): Promise<'file' | 'folder' | 'none'>;
  /** The path with every symbolic link resolved, or undefined when it does not exist. */
  realPath(path: string): Promise<string | undefined>;
  /**
   * The absolute path of a file inside an installed npm package (`@expo-google-fonts/cardo`,
   * `400Regular/Cardo_400Regular.ttf`), or undefined when the package or file is absent or the path leaves the package.
   * With `from`, the absolute path of a folder that may belong to strangers, packages are looked for first in its own
   * `node_modules` and in those of the folders that it lies in.
   */
  packageFile(packageName: string, file: string, from?: string): Promise<string | undefined>;
  /** Reads an environment variable that may change the output (only SOURCE_DATE_EPOCH is asked for). */
  env(name: string): string | undefined;
  /** A clock in milliseconds for telling how long something took; it never reaches a file that is written. */
  now(): number;
}
