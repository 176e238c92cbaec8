import { Command } from 'commander';
import { visible } from '../diagnostics/visible.js';
import { addAnswers } from './commands/answers.js';
import { addBuild } from './commands/build.js';
import type { AddCommand, Run } from './commands/command.js';
import { addCustomize } from './commands/customize.js';
import { examples } from './commands/examples.js';
import { addNew } from './commands/new.js';
import { addPlan } from './commands/plan.js';
import { addPreflight } from './commands/preflight.js';
import { addPreview } from './commands/preview.js';
import { addWatch } from './commands/watch.js';
import { exitCodesHelp } from './exit-codes.js';
import type { CliIo } from './io.js';

/** In the order in which help lists them. */
const COMMANDS: readonly AddCommand[] = [
  addBuild,
  addWatch,
  addPreview,
  addPlan,
  addPreflight,
  addAnswers,
  addNew,
  addCustomize,
];

/** The commands and options of `gathering`. Parsing throws a CommanderError instead of ending the process. */
export function program(io: Pick<CliIo, 'stdout' | 'stderr' | 'columns' | 'version'>, run: Run): Command {
  // Inherited by the commands below, so it comes before them.
  const gathering = new Command('gathering')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text.split('\n').map(visible).join('\n')),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError()
    .showHelpAfterError('Run "gathering --help" to see what there is.')
    .description('Turns lessons written in Markdown into print-ready Bible study booklets.')
    .version(io.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES)
    .addHelpText('afterAll', `\nExit codes:\n${exitCodesHelp()}\n`);

  for (const add of COMMANDS) add(gathering, run);
  return gathering;
}

const EXAMPLES = examples(
  ['gathering build', 'every booklet under lessons/'],
  ['gathering build lessons/intercession', 'one booklet'],
  ['gathering build --for home', 'booklets to print, fold and staple yourself'],
  ['gathering new booklet "Learning to Pray"', 'a new booklet: lessons/learning-to-pray'],
  ['gathering help build', 'all about one command'],
);
