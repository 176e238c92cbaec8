import type { WatchCommandOptions } from '../watch.js';
import { withBuildOptions } from './build-options.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addWatch: AddCommand = (gathering, run) => {
  withBuildOptions(gathering.command('watch'))
    .summary('make the PDFs again whenever you save')
    .description(
      'Makes the PDFs of booklets as build does, and again each time one of their files is saved, until Ctrl+C ends it. Each time it prints one line, and the messages that there are.',
    )
    .addHelpText(
      'after',
      examples(
        ['gathering watch', 'every booklet under lessons/'],
        ['gathering watch lessons/intercession', 'one booklet'],
        ['gathering watch --edition leader', 'only the leader’s copy, which is quicker'],
      ),
    )
    .action((folders: string[], options: WatchCommandOptions) =>
      run(async (io) => (await import('../watch.js')).runWatch(folders, options, io)),
    );
};
