import type { AnswersCommandOptions } from '../answers.js';
import { gathered, named } from '../arguments.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addAnswers: AddCommand = (gathering, run) => {
  gathering
    .command('answers')
    .summary('collect what was filled in')
    .description(
      'Tells what was written and ticked in booklets that were filled in on a screen and saved, by lesson and question. Those of several files stand together beneath each question.',
    )
    .argument('<FILE...>', 'PDFs that were filled in', named('FILE', gathered))
    .option('--booklet <dir>', 'the booklet that they should be of', named('--booklet'))
    .option('--out <file>', 'write the answers to this file', named('--out'))
    .option('--json', 'as JSON, with what was left empty, in place of Markdown')
    .addHelpText(
      'after',
      examples(
        ['gathering answers anna.pdf', 'what one person wrote'],
        ['gathering answers anna.pdf ben.pdf --out answers.md', 'what the group wrote, question by question'],
        ['gathering answers anna.pdf --json', 'the same as data'],
      ),
    )
    .action((files: string[], options: AnswersCommandOptions) =>
      run(async (io) => (await import('../answers.js')).runAnswers(files, options, io)),
    );
};
