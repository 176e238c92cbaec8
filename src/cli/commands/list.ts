import { gathered, named } from '../arguments.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addList: AddCommand = (gathering, run) => {
  gathering
    .command('list')
    .summary('show which booklets there are')
    .description(
      'Lists booklets with their editions and lessons: passages, minutes and words. Without a folder, all under lessons/. Words are those of the lesson itself, answers and notes with them, without the passages that are put in. Writes nothing.',
    )
    .argument('[DIR...]', 'folders that hold a booklet.yaml', named('DIR', gathered))
    .option('--json', 'print the booklets and the messages as one JSON object')
    .addHelpText(
      'after',
      examples(['gathering list', 'every booklet under lessons/'], ['gathering list --json', 'the same as data']),
    )
    .action((folders: string[], options: { json?: boolean }) =>
      run(async (io) => (await import('../list.js')).runList(folders, options, io)),
    );
};
