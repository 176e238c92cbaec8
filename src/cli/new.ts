import { basename } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { formatDiagnostics } from '../diagnostics/report.js';
import { visible } from '../diagnostics/visible.js';
import { newName, slugOf } from '../output/new-name.js';
import { bookletFiles, howToList } from './booklet-files.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { absolute, pathFrom, quotedPath } from './paths.js';
import { readStarter, withTitle } from './starter.js';
import { whichBooklet } from './which-booklet.js';

/** What `new` needs of a run of the command. */
export type NewIo = Pick<CliIo, 'stdout' | 'stderr' | 'cwd' | 'env' | 'world' | 'output'>;

/** Makes a booklet's folder with a `booklet.yaml` and a first lesson, named after its title. Writes over nothing. */
export async function runNewBooklet(io: NewIo, asked: { name: string; to?: string }): Promise<ExitCode> {
  const parent = absolute(io.cwd, asked.to ?? 'lessons');
  const { value: name, messages } = newName(asked.name, pathFrom(io.cwd, parent));
  if (!name) return refuse(io, messages);
  const folder = `${parent.replace(/\/$/, '')}/${name.slug}`;
  const taken = await takenBy(io, parent, name.slug);
  if (taken) {
    return refuse(io, [
      diagnostic({
        file: pathFrom(io.cwd, folder),
        rule: 'name-taken',
        found: taken,
        expected: 'a name that is free',
        advice: 'choose another name, or another folder with --to; nothing was changed',
      }),
    ]);
  }
  const starter = await readStarter(io);
  return make(io, folder, [
    ['booklet.yaml', withTitle(starter.booklet, name.title)],
    ['1-first-lesson.md', starter.lesson],
  ]);
}

/** Adds a lesson to a booklet, after those that are there. Writes over nothing, and leaves `booklet.yaml` alone. */
export async function runNewLesson(io: NewIo, asked: { name: string; booklet?: string }): Promise<ExitCode> {
  const folder = await whichBooklet(io, asked.booklet, {
    purpose: 'the lesson is for',
    how: (booklets) => `add ${booklets.map((booklet) => `--booklet ${booklet}`).join(', or ')}`,
  });
  if (typeof folder !== 'string') return refuse(io, [folder]);
  const { value: name, messages } = newName(asked.name, pathFrom(io.cwd, folder));
  if (!name) return refuse(io, messages);

  const { paths, list } = await bookletFiles(io.world, folder);
  const same = paths.find((path) => slugOf(basename(path).slice(0, -'.md'.length).replace(ORDER, '')) === name.slug);
  if (same !== undefined) {
    return refuse(io, [
      diagnostic({
        file: pathFrom(io.cwd, same),
        rule: 'name-taken',
        found: 'a lesson of that name',
        expected: 'a name that is free',
        advice: 'choose another name for the new lesson; nothing was changed',
      }),
    ]);
  }
  const starter = await readStarter(io);
  const file = `${nextNumber(paths.map((path) => basename(path)))}-${name.slug}`;
  const also = list && howToList(list, file, pathFrom(io.cwd, `${folder}/booklet.yaml`));
  return make(io, folder, [[`${file}.md`, withTitle(starter.lesson, name.title)]], also);
}

/** The number that a lesson's file begins with, as the ids of lessons leave it out. */
const ORDER = /^(\d{1,9})[-_. ]+(?=.)/;

/** One more than the highest number before a lesson's name, written as wide as that one: 04 after 03. */
function nextNumber(lessons: readonly string[]): string {
  const numbers = lessons.flatMap((name) => ORDER.exec(name)?.[1] ?? []);
  const highest = numbers.reduce((high, number) => (Number(number) > Number(high) ? number : high), '0');
  return String(Number(highest) + 1).padStart(numbers.length > 0 ? highest.length : 1, '0');
}

/** What has a name in a folder, letters small or capital, unless it is an empty folder; undefined when the name is free. */
async function takenBy({ world }: NewIo, parent: string, name: string): Promise<string | undefined> {
  if ((await world.kind(parent)) === 'file') return 'a file where the folder for it should be';
  const same = (await world.list(parent)).find((entry) => entry.normalize('NFC').toLowerCase() === name);
  if (same === undefined) return undefined;
  const path = `${parent}/${same}`;
  if ((await world.kind(path)) !== 'folder') return 'a file of that name';
  return same === name && (await world.list(path)).length === 0
    ? undefined
    : 'a folder of that name, which is not empty';
}

async function make(
  io: NewIo,
  folder: string,
  files: [name: string, text: string][],
  also?: string,
): Promise<ExitCode> {
  for (const [name, text] of files) {
    const path = `${folder.replace(/\/$/, '')}/${name}`;
    await io.output.create(path, text);
    io.stdout.write(`${visible(`Made ${pathFrom(io.cwd, path)}`)}\n`);
  }
  if (also !== undefined) io.stdout.write(`${also.split('\n').map(visible).join('\n')}\n`);
  // Under npx the command alone would not be found.
  const command = io.env.npm_command === 'exec' ? 'npx gathering' : 'gathering';
  const build = `${command} build ${quotedPath(pathFrom(io.cwd, folder))}`;
  io.stdout.write(`It is a whole lesson to write over. To make the PDFs:\n  ${visible(build)}\n`);
  return EXIT_CODES.done.code;
}

function refuse(io: NewIo, messages: readonly Diagnostic[]): ExitCode {
  io.stderr.write(`${formatDiagnostics(messages)}\n`);
  return EXIT_CODES.input.code;
}
