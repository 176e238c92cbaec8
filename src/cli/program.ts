import { Command, Option } from 'commander';
import { visible } from '../diagnostics/visible.js';
import { PAPERS, type PaperName } from '../geometry/frame.js';
import { TARGETS, type Target } from '../geometry/targets.js';
import type { AnswersCommandOptions } from './answers.js';
import { editions, gathered, ids, named, pageCount, paper, target, targets, trimSize } from './arguments.js';
import { exitCodesHelp } from './exit-codes.js';
import type { CliIo } from './io.js';
import type { PreflightCommandOptions } from './preflight.js';

/** What was asked of `gathering build`, as written on the command line. */
export interface BuildOptions {
  edition?: string[];
  theme?: string;
  translation?: string;
  paper?: PaperName;
  for?: Target[];
  flip?: 'short' | 'long';
  out: string;
  quiet?: boolean;
  json?: boolean;
}

/** What was asked of `gathering plan`, as written on the command line. */
export interface PlanCommandOptions extends Pick<BuildOptions, 'edition' | 'paper' | 'flip' | 'json'> {
  pages?: number;
}

/** What each command does once its line has been read. */
export interface Actions {
  build(folders: string[], options: BuildOptions): Promise<void>;
  plan(folders: string[], options: PlanCommandOptions): Promise<void>;
  preflight(files: string[], options: PreflightCommandOptions): Promise<void>;
  answers(files: string[], options: AnswersCommandOptions): Promise<void>;
  newBooklet(name: string, options: { to?: string }): Promise<void>;
  newLesson(name: string, options: { booklet?: string }): Promise<void>;
  newTheme(name: string, options: { extends: string }): Promise<void>;
  customize(booklet: string, options: CustomizeOptions): Promise<void>;
}

/** What was asked of `gathering customize`, as written on the command line. */
export interface CustomizeOptions {
  to?: string;
  change?: string[];
  accept?: string[];
}

/** The commands and options of `gathering`. Parsing throws a CommanderError instead of ending the process. */
export function program(
  io: Pick<CliIo, 'stdout' | 'stderr' | 'columns' | 'version'>,
  { build, plan, preflight, answers, newBooklet, newLesson, newTheme, customize }: Actions,
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
    .action(build);

  gathering
    .command('plan')
    .summary('show which pages come on which sheet')
    .description(
      'Lays booklets out and shows, as a table and as drawings, which pages are printed on which side of which sheet. Writes nothing.',
    )
    .argument('[DIR...]', 'folders that hold a booklet.yaml', named('DIR', gathered))
    .option('--edition <names>', 'only these editions, separated by commas', editions)
    .addOption(paperOption())
    .addOption(flipOption())
    .option('--pages <number>', 'plan for so many pages, without laying the booklets out', pageCount)
    .option('--json', 'print the plans and the messages as one JSON object')
    .action(plan);

  gathering
    .command('preflight')
    .summary('look PDFs through for what goes wrong in print')
    .description(
      'Looks finished PDFs through, whoever made them: fonts, pictures, colors, page boxes, bleed, margins, fine lines, text that is cut off or covered. Every build does the same with what it makes. Writes nothing.',
    )
    .argument('<FILE...>', 'PDFs', named('FILE', gathered))
    .option('--for <target>', `what they are for: ${TARGETS.join(', ')}; otherwise told from the file`, target)
    .option(
      '--trim <size>',
      'the finished page in millimetres, as in 148x210, where the file does not say it',
      trimSize,
    )
    .option('--json', 'print the findings as one JSON object')
    .action(preflight);

  gathering
    .command('answers')
    .summary('collect what was filled in')
    .description(
      'Tells what was written and ticked in booklets that were filled in on a screen and saved, by lesson and question. Those of several files stand together beneath each question.',
    )
    .argument('<FILE...>', 'PDFs that were filled in', named('FILE', gathered))
    .option('--booklet <dir>', 'the booklet that they should be of', named('--booklet'))
    .option('--out <file>', 'write the answers to this file', named('--out'))
    .option('--json', 'as JSON, with what was left empty, in place of Markdown')
    .action(answers);

  const make = gathering
    .command('new')
    .summary('begin a booklet, a lesson or a theme')
    .description(
      'Begins a booklet, a lesson or a theme that builds at once, for you to write over. Nothing that exists is changed.',
    );
  make
    .command('booklet')
    .summary('begin a booklet')
    .description('Makes a folder for a booklet, named after its title, with a booklet.yaml and a first lesson.')
    .argument('<NAME...>', 'its title, in your own words', named('NAME', gathered))
    .option('--to <dir>', 'the folder to make it in, instead of lessons', named('--to'))
    .action((words: string[], options: { to?: string }) => newBooklet(words.join(' '), options));
  make
    .command('lesson')
    .summary('begin a lesson')
    .description('Adds a lesson to a booklet, numbered after those that are there.')
    .argument('<NAME...>', 'its title, in your own words', named('NAME', gathered))
    .option('--booklet <dir>', 'the booklet’s folder, where there are several', named('--booklet'))
    .action((words: string[], options: { booklet?: string }) => newLesson(words.join(' '), options));
  make
    .command('theme')
    .summary('begin a theme')
    .description('Makes a theme under templates/ that looks as another one until you change what its file shows.')
    .argument('<NAME...>', 'what to call it', named('NAME', gathered))
    .addOption(
      new Option('--extends <name>', 'the theme to begin from').default('classic').argParser(named('--extends')),
    )
    .action((words: string[], options: { extends: string }) => newTheme(words.join(' '), options));

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
    .action(customize);
  return gathering;
}

const EXAMPLES = `Examples:
  gathering build                                  every booklet under lessons/
  gathering build lessons/intercession             one booklet
  gathering build --edition leader --paper a4      the leader's copy, for A4 paper
  gathering build --theme plain --out ~/print      in another theme, to another folder
  gathering build --for home                       booklets to print, fold and staple yourself
  gathering plan lessons/intercession              which pages come on which sheet
  gathering preflight press/leader.pdf              whether a PDF is fit to be printed
  gathering answers anna.pdf ben.pdf --out answers.md
                                                   what the group wrote, question by question
  gathering new booklet "Learning to Pray"         a new booklet: lessons/learning-to-pray
  gathering new lesson "Ask, Seek, Knock"          a new lesson in the only booklet there is
  gathering new theme Harvest --extends plain      a new theme: templates/harvest
  gathering customize lessons/intercession --to lessons/ours
                                                   your own booklet, which extends that one
  gathering customize lessons/ours --change luke-22.q-you
                                                   a question of it to put in your own words`;

function paperOption(): Option {
  return new Option('--paper <size>', `the paper to print on: ${Object.keys(PAPERS).join(' or ')}`).argParser(paper);
}

function flipOption(): Option {
  return new Option(
    '--flip <edge>',
    'the edge over which your printer turns a sheet for its second side: short or long',
  ).choices(['short', 'long']);
}
