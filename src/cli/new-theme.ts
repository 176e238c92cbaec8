import { diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { visible } from '../diagnostics/visible.js';
import { newName } from '../output/new-name.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { type NewIo, refuse, takenBy, typedCommand } from './new.js';
import { absolute, pathFrom, templateFolders } from './paths.js';
import { themeText } from './theme-text.js';

/** Makes a theme in the author's `templates` folder that extends another and says nothing else yet. Writes over nothing. */
export async function runNewTheme(
  io: NewIo & Pick<CliIo, 'themes' | 'themeValues'>,
  asked: { name: string; extends: string },
): Promise<ExitCode> {
  const parent = absolute(io.cwd, 'templates');
  const { value: name, messages } = newName(asked.name, 'templates');
  if (!name) return refuse(io, messages);
  const folder = `${parent}/${name.slug}`;
  const problem = (found: string, expected: string, advice: string, rule: 'name-taken' | 'name-unusable') =>
    diagnostic({ file: pathFrom(io.cwd, folder), rule, found, expected, advice });
  if (!/^[a-z0-9][\w-]*$/.test(name.slug)) {
    const found = `“${name.slug}”, which has letters in it that no theme’s name can have`;
    return refuse(io, [problem(found, 'letters a to z, digits and hyphens', 'choose another name', 'name-unusable')]);
  }
  const places = { folders: await templateFolders(io.world, io.cwd), base: absolute(io.cwd, '.') };
  const there = await io.themes(io.world, places.folders, places.base);
  const taken = there.some((theme) => theme.name === name.slug)
    ? 'a theme of that name'
    : await takenBy(io, parent, name.slug);
  if (taken) {
    return refuse(io, [
      problem(taken, 'a name that is free', 'choose another name; nothing was changed', 'name-taken'),
    ]);
  }
  const base = await io.themeValues(io.world, asked.extends, { ...places, askedBy: { file: '--extends' } });
  if (!base.value || hasErrors(base.messages)) return refuse(io, base.messages);
  const path = `${folder}/theme.yaml`;
  await io.output.create(path, themeText(name.title, asked.extends, base.value));
  io.stdout.write(`${visible(`Made ${pathFrom(io.cwd, path)}`)}\n`);
  io.stdout.write(
    `It looks as “${visible(asked.extends)}” does until you change it. To see a booklet in it:\n  ${typedCommand(io)} build --theme ${name.slug}\n`,
  );
  return EXIT_CODES.done.code;
}
