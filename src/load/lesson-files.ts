import type { LessonFile } from '../booklet/model.js';
import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import type { World } from '../world/model.js';
import { decodeText } from '../yaml/text.js';

/** The text of a lesson's file; undefined, with a message, when it cannot be read. */
export async function readLessonFile(world: World, { path, file }: LessonFile): Promise<Checked<string | undefined>> {
  const bytes = await world.readFile(path);
  if (bytes) return decodeText(bytes, file);
  // The folder was listed a moment ago, so the file went away meanwhile.
  const problem = {
    rule: 'file-missing',
    found: 'no such file',
    expected: 'the lesson that was there',
    advice: 'build again',
  } as const;
  return { value: undefined, messages: [diagnostic({ file, ...problem })] };
}

/**
 * The bytes of files in a booklet's folder, by the paths an author wrote; undefined for those that do not exist.
 * A link that leads out of the folder counts as absent: what is printed must travel with the folder.
 *
 * @param folder - Absolute path of the booklet's folder.
 * @param paths - Paths relative to it, without any way up in them.
 */
export async function readInside(
  world: World,
  folder: string,
  paths: Iterable<string>,
): Promise<Map<string, Uint8Array | undefined>> {
  const home = await world.realPath(folder);
  const read = [...new Set(paths)].map(async (path): Promise<[string, Uint8Array | undefined]> => {
    const real = await world.realPath(`${folder}/${path}`);
    if (home === undefined || real === undefined || !real.startsWith(`${home}/`)) return [path, undefined];
    const isFile = (await world.kind(real)) === 'file';
    return [path, isFile ? await world.readFile(real) : undefined];
  });
  return new Map(await Promise.all(read));
}
