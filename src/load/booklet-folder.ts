import type { World } from '../world/model.js';
import { decodeText } from '../yaml/text.js';

/** What lies in a booklet's folder and the folders in it. */
export interface FolderContents {
  /** Paths of pictures, relative to the folder. */
  pictures: string[];
  /** The texts of its Markdown and YAML files. */
  texts: string[];
}

/** Deeper than anyone keeps pictures, and more files than a booklet has: a folder that was named by mistake is not read through. */
const DEEPEST = 8;
const MOST_FILES = 5000;

const PICTURE = /\.(?:png|jpe?g|svg|gif|webp)$/i;
const TEXT = /\.(?:md|ya?ml)$/i;

/**
 * Looks through a booklet's folder. Names that begin with a point, `node_modules`, and folders that are booklets of their
 * own are passed over, and so is what a link leads to.
 *
 * @param folder - Absolute path.
 */
export async function readFolder(world: World, folder: string): Promise<FolderContents> {
  const found: FolderContents = { pictures: [], texts: [] };
  let left = MOST_FILES;
  const look = async (at: string, depth: number): Promise<void> => {
    for (const name of await world.list(at)) {
      if (name.startsWith('.') || name === 'node_modules' || left-- <= 0) continue;
      const path = `${at}/${name}`;
      if ((await world.realPath(path)) !== `${await world.realPath(at)}/${name}`) continue;
      if ((await world.kind(path)) === 'folder') {
        const other = (await world.kind(`${path}/booklet.yaml`)) === 'file';
        if (depth < DEEPEST && !other) await look(path, depth + 1);
      } else if (PICTURE.test(name)) found.pictures.push(path.slice(folder.length + 1));
      else if (TEXT.test(name)) found.texts.push(await textOf(world, path));
    }
  };
  await look(folder, 0);
  return found;
}

/** A text for looking into; empty where it cannot be read, which others report. */
async function textOf(world: World, path: string): Promise<string> {
  const bytes = await world.readFile(path);
  return (bytes && decodeText(bytes, path).value) ?? '';
}
