import { type Checked, diagnostic, hasErrors, type Problem } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { suggest } from '../diagnostics/nearest.js';
import { foldedTrim, TRIMS } from '../geometry/frame.js';
import type { World } from '../world/model.js';
import { checkYaml } from '../yaml/check.js';
import { isInside } from '../yaml/inside.js';
import { decodeText } from '../yaml/text.js';
import { choose, type Overrides } from './choices.js';
import { findLessons, markdownNames } from './lessons.js';
import type { Booklet } from './model.js';
import { USUAL_PATHS } from './names.js';
import { chapterNames, findParts } from './parts.js';
import { bookletSchema } from './schema.js';
import { setTexts } from './texts.js';

/** How a booklet is asked for. */
export interface BookletRequest {
  /** Absolute path of the folder the command was run in; files in messages are named from there. */
  base: string;
  /** What the command line says instead of `booklet.yaml`. */
  overrides?: Overrides;
}

/**
 * Reads the booklet in a folder: `booklet.yaml` checked against its schema, defaults filled in, lessons found, variables
 * put into its own texts. The value is undefined when any message is an error. Whether the theme exists is for the
 * theme's room to say.
 */
export async function loadBooklet(
  world: World,
  folder: string,
  request: BookletRequest,
): Promise<Checked<Booklet | undefined>> {
  const home = folder.replace(/\/+$/, '');
  const path = `${home}/booklet.yaml`;
  const file = knownAs(path, request.base);
  const source = await readSource(world, home, path, request.base);
  if (source.value === undefined) return { value: undefined, messages: source.messages };

  const yaml = checkYaml({ file, source: source.value, schema: bookletSchema });
  if (yaml.value === undefined) return { value: undefined, messages: yaml.messages };
  const choices = choose(yaml.value, yaml, file, request.overrides ?? {});
  const there = await markdownNames(world, home);
  const search = { folder: home, base: request.base, file, placeOf: yaml.placeOf, there };
  const lessons = await findLessons(world, yaml.value.lessons, chapterNames(yaml.value), search);
  const parts = await findParts(world, yaml.value, search);
  const texts = setTexts(yaml.value, yaml, file);
  const found = [...lessons.messages, ...parts.messages];
  const messages = [...yaml.messages, ...choices.messages, ...found, ...texts.messages];
  const { language, variables, trim, version, date, cover, labels, logo, paths, schedule } = yaml.value;
  const { paper } = choices.value;
  const booklet: Booklet = {
    id: home.slice(home.lastIndexOf('/') + 1),
    folder: home,
    file,
    ...texts.value,
    ...choices.value,
    language,
    lessons: lessons.value,
    ...parts.value,
    ...(cover === undefined ? {} : { cover: { path: cover, place: yaml.placeOf(['cover']) } }),
    ...(logo === undefined ? {} : { logo: { path: logo, place: yaml.placeOf(['logo']) } }),
    labels,
    paths: [...new Set(paths ?? USUAL_PATHS)].sort((a, b) => a - b),
    schedule: schedule ?? [],
    schedulePlace: (index) => yaml.placeOf(index === undefined ? ['schedule'] : ['schedule', index]),
    trim: typeof trim === 'object' ? trim : TRIMS[trim ?? foldedTrim(paper)],
    variables,
    ...(version === undefined ? {} : { version }),
    ...(date === undefined ? {} : { date }),
  };
  return { value: hasErrors(messages) ? undefined : booklet, messages };
}

async function readSource(
  world: World,
  folder: string,
  path: string,
  base: string,
): Promise<Checked<string | undefined>> {
  const bytes = await world.readFile(path);
  const file = knownAs(path, base);
  if (bytes && !(await isInside(world, path, folder))) {
    const problem = {
      rule: 'path-outside',
      found: 'a link to a file outside the folder',
      expected: 'a file in the folder',
      advice: 'copy the file here',
    } as const;
    return { value: undefined, messages: [diagnostic({ file, ...problem })] };
  }
  if (bytes) return decodeText(bytes, file);
  const there = (await world.kind(folder)) === 'folder';
  const misnamed = (await world.list(folder)).find((name) => /^booklet\.ya?ml$/i.test(name));
  const problem: Omit<Problem, 'file'> = {
    rule: 'booklet-missing',
    found: there ? 'no booklet.yaml in the folder' : 'no such folder',
    expected: 'a folder with a booklet.yaml',
    advice: misnamed ? `rename ${misnamed} to booklet.yaml` : await nearBooklets(world, folder),
  };
  return { value: undefined, messages: [diagnostic({ file: knownAs(folder, base), ...problem })] };
}

async function nearBooklets(world: World, folder: string): Promise<string> {
  const cut = folder.lastIndexOf('/');
  const parent = folder.slice(0, cut);
  const booklets: string[] = [];
  for (const name of await world.list(parent)) {
    if ((await world.kind(`${parent}/${name}/booklet.yaml`)) === 'file') booklets.push(name);
  }
  return booklets.length > 0 ? suggest(folder.slice(cut + 1), booklets) : 'add a booklet.yaml with a line “title: …”';
}
