import { Option } from 'commander';
import { TARGETS } from '../../geometry/targets.js';
import { editions, gathered, named, passedRules, targets } from '../arguments.js';
import type { CheckOptions } from '../check.js';
import { CHECK_FORMATS } from '../check-formats.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addCheck: AddCommand = (gathering, run) => {
  gathering
    .command('check')
    .summary('say what could be wrong or better')
    .description(
      'Says everything that a build would say, and gives advice besides: questions without answers, words written twice, pictures that nothing uses and the like. Writes nothing, unless --fix is asked for.',
    )
    .argument('[DIR...]', 'folders that hold a booklet.yaml', named('DIR', gathered))
    .option('--quick', 'leave out what needs pages to be made')
    .option('--strict', 'end with 1 for warnings and advice as well')
    .option('--ignore <rules>', 'say nothing of these rules, separated by commas', passedRules)
    .option('--fix', 'show what can be mended safely, and mend it when you say so')
    .option('--yes', 'with --fix: mend it without asking')
    .option('--edition <names>', 'only these editions, separated by commas', editions)
    .option('--for <targets>', `what the files are for, separated by commas: ${TARGETS.join(', ')}`, targets)
    .addOption(new Option('--format <format>', 'how it is said').choices(CHECK_FORMATS).default('text'))
    .option('--json', 'the same as --format json: one JSON object')
    .addHelpText(
      'after',
      examples(
        ['gathering check lessons/intercession', 'one booklet, pages and all'],
        ['gathering check --quick', 'every booklet under lessons/, without its pages'],
        ['gathering check --ignore reading-level,question-length', 'without two rules'],
        ['gathering check --fix', 'numbers of files, quotation marks, references'],
        ['gathering check --strict --format github', 'in a workflow of GitHub Actions'],
      ),
    )
    .action((folders: string[], options: CheckOptions) =>
      run(async (io) => (await import('../check.js')).runCheck(folders, options, io)),
    );
};
