import { named, port } from '../arguments.js';
import type { PreviewCommandOptions } from '../preview.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addPreview: AddCommand = (gathering, run) => {
  gathering
    .command('preview')
    .summary('see the pages in your browser as you write')
    .description(
      'Shows a booklet’s pages in your browser and follows you as you save, until Ctrl+C ends it. Only this computer can reach it. Writes nothing, unless you ask for it in the page.',
    )
    .argument('[DIR]', 'the folder of a booklet; not needed where there is only one', named('DIR'))
    .option('--port <number>', 'the port to listen on; otherwise one that is free', port)
    .option('--open', 'open it in your browser')
    .addHelpText(
      'after',
      examples(
        ['gathering preview', 'the only booklet that there is'],
        ['gathering preview lessons/intercession --open', 'one of several, in your browser at once'],
        ['gathering preview --port 8080', 'always under the same address'],
      ),
    )
    .action((folder: string | undefined, options: PreviewCommandOptions) =>
      run(async (io) => (await import('../preview.js')).runPreview(folder, options, io)),
    );
};
