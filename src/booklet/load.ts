import { type Checked, hasErrors } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { foldedTrim, TRIMS } from '../geometry/frame.js';
import type { World } from '../world/model.js';
import { choose, type Overrides } from './choices.js';
import { readLayers } from './layers.js';
import { CHANGES, checkFileNames, filesOf, findLessons } from './lessons.js';
import { mergeLayers } from './merge.js';
import type { Booklet } from './model.js';
import { USUAL_PATHS } from './names.js';
import { chapterNames, findParts } from './parts.js';
import { checkCopies, checkPhoneNames, printSettings } from './print-settings.js';
import { checkSchedule } from './schedule.js';
import type { EditionYaml } from './schema.js';
import { setTexts } from './texts.js';

/** How a booklet is asked for. */
export interface BookletRequest {
  /** Absolute path of the folder the command was run in; files in messages are named from there. */
  base: string;
  /** What the command line says instead of `booklet.yaml`. */
  overrides?: Overrides;
}

/**
 * Reads the booklet in a folder: `booklet.yaml` checked against its schema and laid over those that it extends, defaults
 * filled in, lessons found, variables put into its own texts. The value is undefined when any message is an error. Whether the theme exists is for the
 * theme's room to say.
 */
export async function loadBooklet(
  world: World,
  folder: string,
  request: BookletRequest,
): Promise<Checked<Booklet | undefined>> {
  const home = folder.replace(/\/+$/, '');
  const { base, overrides = {} } = request;
  const file = knownAs(`${home}/booklet.yaml`, base);
  const layers = await readLayers(world, home, base);
  if (layers.value === undefined) return { value: undefined, messages: layers.messages };

  const yaml = mergeLayers(layers.value);
  const { says, said, folderOf } = yaml;
  const choices = choose(yaml, file, overrides);
  const search = { base, said, ...(await filesOf(world, layers.value)) };
  const lessons = await findLessons(world, says.lessons, chapterNames(says), search);
  const parts = await findParts(world, says, search);
  const texts = setTexts(yaml);
  const dates = hasErrors(lessons.messages) ? [] : checkSchedule(says.schedule ?? [], lessons.value.length, said);
  const copies = checkCopies(says.copies, [...choices.value.knownEditions.keys()], said);
  const printing = printSettings(says, overrides);
  const phones = checkPhoneNames(
    printing.targets,
    choices.value.editions.map(({ name }) => name),
    said(['editions']).file,
  );
  const misnamed = await checkFileNames(world, layers.value, base);
  const found = [...misnamed, ...lessons.messages, ...parts.messages, ...dates, ...copies, ...phones];
  const messages = [...layers.messages, ...choices.messages, ...found, ...texts.messages];
  const { language, bible, variables, trim, version, date, cover, labels, logo, paths, schedule, check } = says;
  const { paper } = choices.value;
  const named = (key: string, path: string) => ({ path, folder: folderOf([key]), ...said([key]) });
  const [, below] = layers.value;
  const editionsBelow = layers.value.slice(1).flatMap((layer) => ownEditions(layer.says.editions));
  const booklet: Booklet = {
    id: home.slice(home.lastIndexOf('/') + 1),
    folder: home,
    file,
    said,
    ...(below ? { extends: below.folder } : {}),
    changes: layers.value
      .filter((layer) => layer.says.extends !== undefined)
      .map(({ folder: own }) => ({ path: `${own}/${CHANGES}`, folder: own, file: knownAs(`${own}/${CHANGES}`, base) }))
      .reverse(),
    translationFolder: folderOf(['translation']),
    ...texts.value,
    ...choices.value,
    editionsBelow: editionsBelow.filter((name) => !choices.value.knownEditions.has(name)),
    language,
    ...(bible === undefined ? {} : { bible }),
    lessons: lessons.value,
    ...parts.value,
    ...(cover === undefined ? {} : { cover: named('cover', cover) }),
    ...(logo === undefined ? {} : { logo: named('logo', logo) }),
    labels,
    paths: [...new Set(paths ?? USUAL_PATHS)].sort((a, b) => a - b),
    schedule: schedule ?? [],
    check: {
      ignore: check.ignore,
      readingLevel: check['reading-level'],
      questionWords: check['question-words'],
    },
    trim: typeof trim === 'object' ? trim : TRIMS[trim ?? foldedTrim(paper)],
    variables,
    ...printing,
    ...(version === undefined ? {} : { version }),
    ...(date === undefined ? {} : { date }),
  };
  return { value: hasErrors(messages) ? undefined : booklet, messages };
}

/** The names of the editions that a list defines. */
function ownEditions(listed: readonly EditionYaml[] | undefined): string[] {
  return (listed ?? []).flatMap((entry) => (typeof entry === 'string' ? [] : [entry.name]));
}
