import { Command } from 'commander';
import { visible } from '../diagnostics/visible.js';
import { errColors, outColors } from './colors.js';
import { addAnswers } from './commands/answers.js';
import { addBuild } from './commands/build.js';
import { addCheck } from './commands/check.js';
import type { AddCommand, Run } from './commands/command.js';
import { addCompletion } from './commands/completion.js';
import { addCustomize } from './commands/customize.js';
import { examples, heading } from './commands/examples.js';
import { addHelp } from './commands/help.js';
import { addList } from './commands/list.js';
import { addNew } from './commands/new.js';
import { addPlan } from './commands/plan.js';
import { addPreflight } from './commands/preflight.js';
import { addPreview } from './commands/preview.js';
import { addThemes } from './commands/themes.js';
import { addWatch } from './commands/watch.js';
import { exitCodesHelp } from './exit-codes.js';
import type { CliIo } from './io.js';

/** In the order in which help lists them. */
const COMMANDS: readonly AddCommand[] = [
  addBuild,
  addWatch,
  addCheck,
  addPreview,
  addList,
  addPlan,
  addPreflight,
  addAnswers,
  addThemes,
  addNew,
  addCustomize,
  addCompletion,
];

/** What reading a line and printing help needs of a run of the command. */
export type ProgramIo = Pick<CliIo, 'stdout' | 'stderr' | 'isTTY' | 'columns' | 'outTerminal' | 'env' | 'version'>;

/** The commands and options of `gathering`. Parsing throws a CommanderError instead of ending the process. */
export function program(io: ProgramIo, run: Run): Command {
  const { red } = errColors(io);
  // Inherited by the commands below, so it comes before them.
  const gathering = new Command('gathering')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      // Only this quotes what was typed.
      outputError: (text, write) =>
        write(
          text
            .split('\n')
            .map(visible)
            .join('\n')
            .replace(/^error:/, (word) => red(word)),
        ),
      getOutHelpWidth: () => io.outTerminal?.columns ?? io.columns,
      getErrHelpWidth: () => io.columns,
      getOutHasColors: () => outColors(io).isColorSupported,
      getErrHasColors: () => errColors(io).isColorSupported,
    })
    .configureHelp({ styleTitle: heading })
    .showSuggestionAfterError()
    .showHelpAfterError('Run "gathering --help" to see what there is.')
    .description('Turns lessons written in Markdown into print-ready Bible study booklets.')
    .version(io.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', EXAMPLES)
    .addHelpText('afterAll', `\n${heading('Exit codes:')}\n${exitCodesHelp()}\n`);

  for (const add of COMMANDS) add(gathering, run);
  addHelp(gathering);
  return gathering;
}

const EXAMPLES = examples(
  ['gathering build', 'every booklet under lessons/'],
  ['gathering build lessons/intercession', 'one booklet'],
  ['gathering build --for home', 'sheets to print, fold and staple'],
  ['gathering new booklet "Learning to Pray"', 'lessons/learning-to-pray'],
  ['gathering help build', 'all about one command'],
);
