import type { BuildOptions } from '../build.js';
import { withBuildOptions } from './build-options.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';
import { cacheOption, jobsOption } from './options.js';

export const addBuild: AddCommand = (gathering, run) => {
  withBuildOptions(gathering.command('build'))
    .summary('make the PDFs of booklets')
    .description(
      'Makes the PDFs of the booklets in the given folders. Without a folder, of every folder under lessons/ that has a booklet.yaml.',
    )
    .addOption(cacheOption())
    .option('--no-cache', 'make everything anew, and keep nothing for the next time')
    .option('--json', 'print the result and the messages as one JSON object')
    .option('--timings', 'tell how long each phase took')
    .addOption(jobsOption())
    .addHelpText(
      'after',
      examples(
        ['gathering build', 'every booklet under lessons/'],
        ['gathering build lessons/intercession', 'one booklet'],
        ['gathering build --edition leader --paper a4', 'the leader’s copy, for A4 paper'],
        ['gathering build --theme plain --out ~/print', 'in another theme, to another folder'],
        ['gathering build --for screen,home', 'to read, and to print, fold and staple yourself'],
        ['gathering build --translation KJV --json', 'the result as data'],
      ),
    )
    .action((folders: string[], options: BuildOptions) =>
      run(async (io) => (await import('../build.js')).runBuild(folders, options, io)),
    );
};
