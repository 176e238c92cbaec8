import { Option } from 'commander';
import { gathered, named } from '../arguments.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addNew: AddCommand = (gathering, run) => {
  const make = gathering
    .command('new')
    .summary('begin a booklet, a lesson or a theme')
    .description(
      'Begins a booklet, a lesson or a theme that builds at once, for you to write over. Nothing that exists is changed.',
    )
    .addHelpText(
      'after',
      examples(
        ['gathering new booklet "Learning to Pray"', 'lessons/learning-to-pray'],
        ['gathering new lesson "Ask, Seek, Knock"', 'in the only booklet there is'],
        ['gathering new theme Harvest --extends plain', 'templates/harvest'],
      ),
    );
  make
    .command('booklet')
    .summary('begin a booklet')
    .description('Makes a folder for a booklet, named after its title, with a booklet.yaml and a first lesson.')
    .argument('<NAME...>', 'its title, in your own words', named('NAME', gathered))
    .option('--to <dir>', 'the folder to make it in, instead of lessons', named('--to'))
    .addHelpText(
      'after',
      examples(
        ['gathering new booklet "Learning to Pray"', 'lessons/learning-to-pray'],
        ['gathering new booklet "Learning to Pray" --to ~/studies', 'in another folder'],
      ),
    )
    .action((words: string[], options: { to?: string }) =>
      run(async (io) => (await import('../new.js')).runNewBooklet(io, { name: words.join(' '), ...options })),
    );
  make
    .command('lesson')
    .summary('begin a lesson')
    .description('Adds a lesson to a booklet, numbered after those that are there.')
    .argument('<NAME...>', 'its title, in your own words', named('NAME', gathered))
    .option('--booklet <dir>', 'the booklet’s folder, where there are several', named('--booklet'))
    .addHelpText(
      'after',
      examples(
        ['gathering new lesson "Ask, Seek, Knock"', 'in the only booklet there is'],
        ['gathering new lesson "Ask, Seek, Knock" --booklet lessons/learning-to-pray', 'in one of several'],
      ),
    )
    .action((words: string[], options: { booklet?: string }) =>
      run(async (io) => (await import('../new.js')).runNewLesson(io, { name: words.join(' '), ...options })),
    );
  make
    .command('theme')
    .summary('begin a theme')
    .description('Makes a theme under templates/ that looks as another one until you change what its file shows.')
    .argument('<NAME...>', 'its name, in your own words', named('NAME', gathered))
    .addOption(
      new Option('--extends <name>', 'the theme to begin from').default('classic').argParser(named('--extends')),
    )
    .addHelpText(
      'after',
      examples(
        ['gathering new theme Harvest', 'templates/harvest, which begins as classic'],
        ['gathering new theme Harvest --extends plain', 'one that begins as another'],
      ),
    )
    .action((words: string[], options: { extends: string }) =>
      run(async (io) => (await import('../new-theme.js')).runNewTheme(io, { name: words.join(' '), ...options })),
    );
};
