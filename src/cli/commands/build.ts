import { Option } from 'commander';
import { TARGETS } from '../../geometry/targets.js';
import { editions, gathered, named, targets } from '../arguments.js';
import { type BuildOptions, runBuild } from '../build.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';
import { flipOption, paperOption } from './options.js';

export const addBuild: AddCommand = (gathering, run) => {
  gathering
    .command('build')
    .summary('make the PDFs of booklets')
    .description(
      'Makes the PDFs of the booklets in the given folders. Without a folder, of every folder under lessons/ that has a booklet.yaml.',
    )
    .argument('[DIR...]', 'folders that hold a booklet.yaml', named('DIR', gathered))
    .option(
      '--edition <names>',
      'only these editions, separated by commas: leader, participant, large-print, handout or the booklet’s own',
      editions,
    )
    .option('--theme <name>', 'the theme, in place of the booklet’s own', named('--theme'))
    .option(
      '--translation <id>',
      'the Bible translation, in place of the booklet’s own: WEB, KJV or the path of one in USFM',
      named('--translation'),
    )
    .addOption(paperOption())
    .option('--for <targets>', `what the files are for, separated by commas: ${TARGETS.join(', ')}`, targets)
    .addOption(flipOption())
    .addOption(
      new Option('--out <dir>', 'where to write <booklet>/<edition>.pdf').default('output').argParser(named('--out')),
    )
    .option('--quiet', 'print nothing but messages')
    .option('--json', 'print the result and the messages as one JSON object')
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
    .action((folders: string[], options: BuildOptions) => run((io) => runBuild(folders, options, io)));
};
