import type { Argument, Option } from 'commander';
import { isMap, isScalar, isSeq } from 'yaml';
import { PASSABLE } from '../../diagnostics/rules.js';
import { PAPERS } from '../../geometry/frame.js';
import { TARGETS } from '../../geometry/targets.js';
import { readYaml } from '../../yaml/read.js';
import { decodeText } from '../../yaml/text.js';
import { EDGES } from '../arguments.js';
import type { CliIo } from '../io.js';
import { absolute, bookletFolder, findBooklets, pathFrom, templateFolders } from '../paths.js';
import { commandNames, type TypedLine } from './line.js';
import { type Candidate, DIRECTIVES, type Offered, offer } from './offer.js';
import { SHELLS } from './shells.js';

/** What is asked of the world: names that lie in folders. */
export type ValuesIo = Pick<CliIo, 'world' | 'cwd'>;

/** The editions and translations that come with Gathering. */
export const BUILT_IN = {
  editions: ['leader', 'participant', 'large-print', 'handout'],
  translations: ['WEB', 'KJV'],
} as const;

/** Values of an option, by how it is declared, so that an option of the same kind is completed in every command. */
export async function optionValues(option: Option, typed: string, line: TypedLine, io: ValuesIo): Promise<Offered> {
  switch (option.flags) {
    case '--edition <names>':
      return inList(typed, await editionNames(line, io));
    case '--theme <name>':
      return offer(typed, named(await themeNames(io)));
    case '--translation <id>':
      return offer(typed, named(BUILT_IN.translations), DIRECTIVES.folders);
    case '--paper <size>':
      return offer(typed, named(Object.keys(PAPERS)));
    case '--flip <edge>':
      return offer(typed, named(EDGES));
    case '--for <targets>':
      return inList(typed, TARGETS);
    case '--for <target>':
      return offer(typed, named(TARGETS));
    case '--booklet <dir>':
      return offer(typed, await booklets(typed, io), DIRECTIVES.folders);
    case '--ignore <rules>':
      return inList(typed, PASSABLE);
    default:
      return offer(typed, named(option.argChoices ?? []), ofKind(option.flags));
  }
}

/** Values of an argument, by its name. */
export async function argumentValues(
  argument: Argument,
  typed: string,
  line: TypedLine,
  io: ValuesIo,
): Promise<Offered> {
  switch (argument.name()) {
    case 'DIR':
    case 'BOOKLET':
      return offer(typed, await booklets(typed, io), DIRECTIVES.folders);
    case 'FILE':
      return offer(typed, [], DIRECTIVES.files);
    case 'SHELL':
      return offer(typed, named(SHELLS));
    case 'COMMAND': {
      const command = line.arguments.reduce(
        (within, name) => within?.commands.find((one) => one.name() === name),
        line.gathering as typeof line.gathering | undefined,
      );
      return offer(typed, command ? commandNames(command) : []);
    }
    default:
      return offer(typed, []);
  }
}

function ofKind(flags: string) {
  if (/<dir>|\[dir\]/.test(flags)) return DIRECTIVES.folders;
  return /<file>|\[file\]/.test(flags) ? DIRECTIVES.files : DIRECTIVES.nothingElse;
}

function named(names: readonly string[]): Candidate[] {
  return names.map((value) => ({ value }));
}

/** Values parted by commas: one more, that is not among those before it. */
function inList(typed: string, names: readonly string[]): Offered {
  const before = typed.slice(0, typed.lastIndexOf(',') + 1);
  const chosen = before.split(',');
  return offer(typed, named(names.filter((name) => !chosen.includes(name)).map((name) => before + name)));
}

/** Folders that hold a booklet: those beside what is typed, and those under lessons/. */
async function booklets(typed: string, { world, cwd }: ValuesIo): Promise<Candidate[]> {
  const above = typed.slice(0, typed.lastIndexOf('/') + 1);
  const folder = absolute(cwd, above || '.');
  const names = (await world.list(folder)).filter((name) => (above + name).startsWith(typed));
  const kinds = await Promise.all(names.map((name) => world.kind(`${folder}/${name}/booklet.yaml`)));
  const beside = names.filter((_, index) => kinds[index] === 'file').map((name) => above + name);
  const usual = (await findBooklets(world, cwd)).map((path) => pathFrom(cwd, path));
  return named([...new Set([...beside, ...usual])]);
}

/** Folders of themes; whether a theme can be used is for a build to say. */
async function themeNames({ world, cwd }: ValuesIo): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of await templateFolders(world, cwd)) {
    for (const name of await world.list(folder)) {
      if ((await world.kind(`${folder}/${name}/theme.yaml`)) === 'file') found.add(name);
    }
  }
  return [...found].sort();
}

/** The built-in editions, and those that the booklets which are named, or else all, have of their own. */
async function editionNames({ arguments: folders }: TypedLine, { world, cwd }: ValuesIo): Promise<string[]> {
  const paths =
    folders.length > 0
      ? await Promise.all(folders.map((folder) => bookletFolder(world, absolute(cwd, folder))))
      : await findBooklets(world, cwd);
  const own = await Promise.all(paths.map((path) => ownEditions(world, `${path}/booklet.yaml`)));
  return [...new Set<string>([...BUILT_IN.editions, ...own.flat()])];
}

async function ownEditions(world: ValuesIo['world'], path: string): Promise<string[]> {
  const bytes = (await world.kind(path)) === 'file' ? await world.readFile(path) : undefined;
  const source = bytes && decodeText(bytes, path).value;
  const document = source === undefined ? undefined : readYaml(source).document;
  const list = isMap(document?.contents) ? document.contents.get('editions', true) : undefined;
  if (!isSeq(list)) return [];
  return list.items.flatMap((item) => {
    const name = isMap(item) ? item.get('name') : isScalar(item) ? item.value : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}
