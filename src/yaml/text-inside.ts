import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import type { World } from '../world/model.js';
import { isInside } from './inside.js';
import { decodeText } from './text.js';

/**
 * The text of a file that must lie in a folder, links followed; undefined, with a message, when it lies elsewhere or is
 * no text. Without a message it is undefined when there is no such file.
 *
 * @param path - Absolute path of the file.
 * @param file - The same path as the author knows it.
 */
export async function textInside(
  world: World,
  path: string,
  folder: string,
  file: string,
): Promise<Checked<string | undefined>> {
  if ((await world.kind(path)) !== 'file') return { value: undefined, messages: [] };
  if (await isInside(world, path, folder)) return decodeText((await world.readFile(path)) ?? new Uint8Array(), file);
  const problem = {
    rule: 'path-outside',
    found: 'a link to a file outside the folder',
    expected: 'a file in the folder',
    advice: 'copy the file here',
  } as const;
  return { value: undefined, messages: [diagnostic({ file, ...problem })] };
}
