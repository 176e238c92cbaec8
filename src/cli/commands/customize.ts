import { ids, named } from '../arguments.js';
import type { Customizing } from '../customize.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addCustomize: AddCommand = (gathering, run) => {
  gathering
    .command('customize')
    .summary('make a booklet of your own out of another')
    .description(
      'With --to, makes a booklet of your own that extends BOOKLET and leaves that as it is. In a booklet that extends another, --change and --accept edit its changes.md. With none of these, lists the ids of all blocks.',
    )
    .argument('<BOOKLET>', 'the folder of a booklet', named('BOOKLET'))
    .option('--to <dir>', 'the folder of the new booklet', named('--to'))
    .option('--change <id...>', 'write these blocks into changes.md, to be changed there: luke-22.q3', ids('--change'))
    .option('--accept <id...>', 'keep these changes, although what they change is no longer as it was', ids('--accept'))
    .addHelpText(
      'after',
      examples(
        ['gathering customize lessons/intercession --to lessons/ours', 'your own booklet, which extends that one'],
        ['gathering customize lessons/ours', 'the ids of its blocks'],
        ['gathering customize lessons/ours --change luke-22.q-you', 'a question of it to put in your own words'],
        ['gathering customize lessons/ours --accept luke-22.q-you', 'your words stay, although the original changed'],
      ),
    )
    .action((booklet: string, options: Omit<Customizing, 'booklet'>) =>
      run(async (io) => (await import('../customize.js')).runCustomize(io, { booklet, ...options })),
    );
};
