import { oneOf } from '../arguments.js';
import { SHELLS, type Shell } from '../completion/shells.js';
import type { AddCommand } from './command.js';
import { examples } from './examples.js';

export const addCompletion: AddCommand = (gathering, run) => {
  gathering
    .command('completion')
    .summary('have your shell complete what you type')
    .description(
      `Prints a script for ${SHELLS.join(', ')}. Once the shell has read it, the tabulator completes commands, options, their values and the folders of booklets.`,
    )
    .argument('<SHELL>', `which shell: ${SHELLS.join(', ')}`, (value) => oneOf(SHELLS, value))
    .addHelpText(
      'after',
      examples(
        ['source <(gathering completion bash)', 'in ~/.bashrc'],
        ['source <(gathering completion zsh)', 'in ~/.zshrc, after compinit'],
        ['gathering completion fish | source', 'in ~/.config/fish/config.fish'],
        ['gathering completion powershell | Out-String | Invoke-Expression', 'in the file that $PROFILE names'],
      ),
    )
    .action((shell: Shell) => run(async (io) => (await import('../completion.js')).runCompletion(shell, io)));

  gathering
    .command('complete', { hidden: true })
    .description('Tells a completion script what can stand where the cursor is.')
    .argument('[WORDS...]')
    .allowUnknownOption()
    .action((words: string[] = []) =>
      run(async (io) => (await import('../completion.js')).runComplete(gathering, words, io)),
    );
};
