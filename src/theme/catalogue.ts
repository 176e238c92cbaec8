import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { shortened } from '../diagnostics/shortened.js';
import { UNSAFE } from '../diagnostics/visible.js';
import type { World } from '../world/model.js';
import { isThemeName, readLayers } from './layers.js';
import { loadTheme } from './load.js';
import { findPackaged, shortName, themePackages } from './packaged.js';

/** A theme that a booklet can be set in. */
export interface ListedTheme {
  /** What booklets call it. */
  name: string;
  /** A line about it, in its author's words; empty when it cannot be read. */
  description: string;
  /** `own` for the author's templates, `gathering` for those that come with this program, else the name of its npm package. */
  from: string;
  /** Why no booklet can be set in it; empty for a theme that works. */
  messages: Diagnostic[];
}

/** Longest description that is shown, in characters; the rest of a longer one is cut. */
const LONGEST = 160;

/**
 * Every theme that a booklet can name, once: of two with one name the one that would be taken. One that does not work is
 * among them, with what is wrong with it. Themes of packages have their short name unless something else has it.
 *
 * @param folders - Absolute paths of the folders that hold themes, asked in order; the last one is this program's own.
 * @param base - Absolute path of the folder the command was run in, from which files in messages are named; the one that
 *   the first folder lies in when left out.
 */
export async function listThemes(
  world: World,
  folders: readonly string[],
  base: string = parentOf(folders[0] ?? ''),
): Promise<ListedTheme[]> {
  const listed = new Map<string, ListedTheme>();
  for (const folder of folders) {
    const from = folder === folders.at(-1) ? 'gathering' : 'own';
    for (const name of await world.list(folder)) {
      if (listed.has(name) || (await world.kind(`${folder}/${name}/theme.yaml`)) !== 'file') continue;
      const look = isThemeName(name)
        ? await describe(world, name, { folders: [...folders], base })
        : { description: '', messages: [misnamed(name, knownAs(`${folder}/${name}`, base))] };
      listed.set(name, { name, from, ...look });
    }
  }
  const packages = await themePackages(world, { base });
  for (const packageName of packages) {
    const short = shortName(packageName);
    const found = await findPackaged(world, short, { base });
    const isShort =
      !listed.has(short) && isThemeName(short) && found.length === 1 && found[0]?.packageName === packageName;
    const name = isShort ? short : packageName;
    listed.set(name, { name, from: packageName, ...(await describe(world, name, { folders: [...folders], base })) });
  }
  return [...listed.values()];
}

async function describe(
  world: World,
  name: string,
  request: { folders: string[]; base: string },
): Promise<Pick<ListedTheme, 'description' | 'messages'>> {
  const layers = await readLayers(world, name, { file: name }, request);
  const { messages } = await loadTheme(world, name, request);
  const says = layers.value?.[0]?.says;
  // The words of the theme that it extends would pass it off as that one.
  const description = says?.description ?? (says?.extends === undefined ? '' : `extends ${says.extends}`);
  return { description: inOneLine(description), messages: messages.filter(({ fatal }) => fatal) };
}

function inOneLine(text: string): string {
  return shortened(text.replace(/\s+/g, ' ').replace(UNSAFE, '').trim(), LONGEST);
}

function misnamed(name: string, file: string): Diagnostic {
  return diagnostic({
    file,
    rule: 'unknown-theme',
    found: `a theme in a folder called “${name}”`,
    expected: 'a name of letters a to z, digits and hyphens, which booklets can call it by',
    advice: 'rename the folder',
  });
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0)) || '/';
}
