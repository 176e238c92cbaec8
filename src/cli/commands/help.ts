import type { Command } from 'commander';
import { didYouMean } from '../arguments.js';

/** `gathering help [COMMAND...]`, in place of Commander's own, which says nothing where there is no such command. */
export function addHelp(gathering: Command): void {
  gathering.helpCommand(false);
  gathering
    .command('help')
    .summary('print the help of a command')
    .description('Prints the help of a command, with examples.')
    .argument('[COMMAND...]', 'the command: build, new lesson')
    .action((names: string[]) => {
      let command = gathering;
      for (const name of names) {
        const known = command.commands.map((one) => one.name());
        const found = command.commands.find((one) => one.name() === name);
        if (!found) command.error(`error: unknown command '${name}'${didYouMean(name, known)}`);
        else command = found;
      }
      command.help();
    });
}
