import { named } from '../arguments.js';
import type { ThemesCommandOptions } from '../themes.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addThemes: AddCommand = (gathering, run) => {
  gathering
    .command('themes')
    .summary('show which themes there are')
    .description(
      'Lists the themes that a booklet can be set in: your own under templates/, those that come with Gathering, and those of npm packages. With --sheet, sets a lesson in each of them and shows its pages side by side.',
    )
    .argument('[DIR]', 'the booklet to show them on, in place of the first one under lessons/', named('DIR'))
    .option(
      '--sheet [file]',
      'make a PDF that shows them all, as output/themes.pdf or under another name',
      named('--sheet'),
    )
    .option('--lesson <name>', 'the lesson to show them on: its number, its id or its file', named('--lesson'))
    .option('--json', 'print the themes and the messages as one JSON object')
    .addHelpText(
      'after',
      examples(
        ['gathering themes', 'names and descriptions'],
        ['gathering themes --sheet', 'output/themes.pdf, to look at'],
        ['gathering themes lessons/intercession --sheet looks.pdf --lesson 2', 'on the second lesson of a booklet'],
      ),
    )
    .action((booklet: string | undefined, options: ThemesCommandOptions) =>
      run(async (io) => (await import('../themes.js')).runThemes(booklet, options, io)),
    );
};
