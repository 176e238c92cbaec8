import { editions, gathered, named, pageCount } from '../arguments.js';
import type { PlanCommandOptions } from '../plan.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';
import { flipOption, paperOption } from './options.js';

export const addPlan: AddCommand = (gathering, run) => {
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
    .addHelpText(
      'after',
      examples(
        ['gathering plan lessons/intercession', 'the sheets of its editions'],
        ['gathering plan --edition leader --paper a4', 'one edition on A4 paper'],
        ['gathering plan --pages 24', '24 pages, whatever they hold'],
      ),
    )
    .action((folders: string[], options: PlanCommandOptions) =>
      run(async (io) => (await import('../plan.js')).runPlan(folders, options, io)),
    );
};
