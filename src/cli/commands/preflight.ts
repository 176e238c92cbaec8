import { TARGETS } from '../../geometry/targets.js';
import { gathered, named, target, trimSize } from '../arguments.js';
import type { PreflightCommandOptions } from '../preflight.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addPreflight: AddCommand = (gathering, run) => {
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
    .addHelpText(
      'after',
      examples(
        ['gathering preflight press/leader.pdf', 'whether a PDF is fit to be printed'],
        ['gathering preflight book.pdf --for press --trim 148x210', 'a file of another program, for a printing house'],
      ),
    )
    .action((files: string[], options: PreflightCommandOptions) =>
      run(async (io) => (await import('../preflight.js')).runPreflight(files, options, io)),
    );
};
