import type { Command, Option } from 'commander';
import type { Candidate } from './offer.js';

/** A line as far as it is typed. */
export interface TypedLine {
  gathering: Command;
  command: Command;
  /** Arguments of the command that stand there already. */
  arguments: string[];
  options: Option[];
  /** The option whose value comes next. */
  awaits?: Option;
  /** Whether `--` has been typed, after which nothing is an option. */
  onlyArguments: boolean;
}

/** Reads the words of a line that stand before the one that is being typed. */
export function readLine(gathering: Command, words: readonly string[]): TypedLine {
  const line: TypedLine = { gathering, command: gathering, arguments: [], options: [], onlyArguments: false };
  for (const word of words) {
    if (line.awaits && !word.startsWith('-')) {
      if (!line.awaits.variadic) delete line.awaits;
      continue;
    }
    delete line.awaits;
    if (word === '--') line.onlyArguments = true;
    else if (word.startsWith('-') && !line.onlyArguments) {
      const option = optionOf(line.command, word.split('=')[0] ?? '');
      if (!option) continue;
      line.options.push(option);
      if ((option.required || option.optional) && !word.includes('=')) line.awaits = option;
    } else {
      const command = line.arguments.length === 0 && line.command.commands.find((one) => one.name() === word);
      if (command) line.command = command;
      else line.arguments.push(word);
    }
  }
  return line;
}

/** The option of a command that a flag is for: `--for`, `-h`. */
export function optionOf(command: Command, flag: string): Option | undefined {
  return command
    .createHelp()
    .visibleOptions(command)
    .find(({ long, short }) => long === flag || short === flag);
}

/** The commands of a command, with what they do. */
export function commandNames(command: Command): Candidate[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((one) => ({ value: one.name(), description: one.summary() || one.description() }));
}
