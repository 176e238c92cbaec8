import { type Command, Option } from 'commander';
import { TARGETS } from '../../geometry/targets.js';
import { editions, gathered, named, targets } from '../arguments.js';
import { flipOption, paperOption } from './options.js';

/** What can be asked of a build, once or with each change: the folders, and what is said in place of `booklet.yaml`. */
export function withBuildOptions(command: Command): Command {
  return command
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
    .option('--quiet', 'print nothing but messages');
}
