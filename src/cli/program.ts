import { Command, InvalidArgumentError, Option } from 'commander';
import { visible } from '../diagnostics/visible.js';
import { PAPERS, type PaperName } from '../geometry/frame.js';
import { exitCodesHelp } from './exit-codes.js';
import type { CliIo } from './io.js';

/** What was asked of `gathering build`, as written on the command line. */
export interface BuildOptions {
  edition?: string[];
  theme?: string;
  translation?: string;
  paper?: PaperName;
  out: string;
  quiet?: boolean;
  json?: boolean;
}

/** The commands and options of `gathering`. Parsing throws a CommanderError instead of ending the process. */
export function program(
  io: Pick<CliIo, 'stdout' | 'stderr' | 'columns' | 'version'>,
  onBuild: (folders: string[], options: BuildOptions) => Promise<void>,
): Command {
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
    .addHelpText('afterAll', `\n${EXAMPLES}\n\nExit codes:\n${exitCodesHelp()}\n`);

  gathering
    .command('build')
    .summary('make the PDFs of booklets')
    .description(
      'Makes the PDFs of the booklets in the given folders. Without a folder, of every folder under lessons/ that has a booklet.yaml.',
    )
    .argument('[DIR...]', 'folders that hold a booklet.yaml', named('DIR', gathered))
    .option('--edition <names>', 'only these editions, separated by commas: leader,participant', editions)
    .option('--theme <name>', 'the theme, in place of the booklet’s own', named('--theme'))
    .option(
      '--translation <id>',
      'the Bible translation, in place of the booklet’s own: WEB or KJV',
      named('--translation'),
    )
    .addOption(
      new Option('--paper <size>', `the paper to print on: ${Object.keys(PAPERS).join(' or ')}`).argParser(paper),
    )
    .addOption(
      new Option('--out <dir>', 'where to write <booklet>/<edition>.pdf').default('output').argParser(named('--out')),
    )
    .option('--quiet', 'print nothing but messages')
    .option('--json', 'print the result and the messages as one JSON object')
    .action(onBuild);
  return gathering;
}

const EXAMPLES = `Examples:
  gathering build                                  every booklet under lessons/
  gathering build lessons/intercession             one booklet
  gathering build --edition leader --paper a4      the leader's copy, for A4 paper
  gathering build --theme plain --out ~/print      in another theme, to another folder`;

/** Refuses an empty value, which an unset variable in a script leaves behind. */
function named<T = string>(name: string, then: (value: string, previous: T | undefined) => T = (value) => value as T) {
  return (value: string, previous: T | undefined): T => {
    if (value.trim() === '') throw new InvalidArgumentError(`${name} is empty.`);
    return then(value, previous);
  };
}

function gathered(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

function editions(value: string, previous: string[] | undefined): string[] {
  const names = value.split(',').map((name) => name.trim());
  if (names.includes(''))
    throw new InvalidArgumentError('An edition’s name is empty; write --edition leader,participant');
  return [...new Set([...(previous ?? []), ...names])];
}

function paper(value: string): PaperName {
  const name = value.toLowerCase();
  if (Object.hasOwn(PAPERS, name)) return name as PaperName;
  throw new InvalidArgumentError(`It must be ${Object.keys(PAPERS).join(' or ')}.`);
}
