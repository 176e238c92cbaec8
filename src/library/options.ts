import { isAbsolute, resolve } from 'node:path';
import { templateFolders } from '../build/template-folders.js';
import type { BuildRequest, Progress } from '../build.js';
import { diskWorld } from '../world/disk.js';
import type { World } from '../world/model.js';
import { withSlashes } from '../world/path.js';

/** What can be said of a booklet in place of its `booklet.yaml`, and where things are. Paths may be relative to `cwd`. */
export interface BookletOptions
  extends Pick<BuildRequest, 'editions' | 'theme' | 'translation' | 'paper' | 'design' | 'targets' | 'flip'> {
  /** Folder that paths are relative to, also those in messages; the process's own when absent. */
  cwd?: string;
  /** Folders of themes, asked in order; `templates` in `cwd` and this package's own when absent. */
  templates?: readonly string[];
  /** Where files are read; this computer's disk when absent. */
  world?: World;
  /** Told as each phase begins. */
  onProgress?(progress: Progress): void;
}

/** What the program asks of itself, from what was asked of it. */
export async function settle(
  booklets: string | readonly string[],
  { cwd = process.cwd(), templates, world = diskWorld(), onProgress, ...asked }: BookletOptions,
): Promise<{
  world: World;
  request: Omit<BuildRequest, 'out'>;
  onProgress: ((progress: Progress) => void) | undefined;
}> {
  const base = absoluteFrom(process.cwd(), cwd);
  return {
    world,
    request: {
      ...asked,
      base,
      booklets: [booklets].flat().map((folder) => absoluteFrom(base, folder)),
      templates: templates?.map((folder) => absoluteFrom(base, folder)) ?? (await templateFolders(world, base)),
    },
    onProgress,
  };
}

/** A path as this program writes it: absolute, with `/` between its parts and none at its end. */
export function absoluteFrom(base: string, path: string): string {
  // A world in memory has paths of its own, which `resolve` would give the letter of a drive on Windows.
  const whole = isAbsolute(path) && path.startsWith('/') ? path : resolve(base, path);
  return withSlashes(whole).replace(/(?<=.)\/+$/, '');
}
