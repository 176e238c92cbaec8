import type { Argument, Command } from 'commander';
import { commandNames, optionOf, readLine, type TypedLine } from './line.js';
import { DIRECTIVES, type Offered, offer } from './offer.js';
import { argumentValues, optionValues, type ValuesIo } from './values.js';

/**
 * What can stand where the cursor is.
 *
 * @param words - What is typed after `gathering`, up to the cursor; the last one, maybe empty, is what is being typed.
 */
export async function completionsFor(gathering: Command, words: readonly string[], io: ValuesIo): Promise<Offered> {
  const typed = words.at(-1) ?? '';
  const line = readLine(gathering, words.slice(0, -1));
  const [, long, value] = /^(--[^=]+)=(.*)$/s.exec(typed) ?? [];
  const named = long === undefined ? undefined : optionOf(line.command, long);
  if (named) return optionValues(named, value ?? '', line, io);
  if (line.awaits && !(line.awaits.variadic && typed.startsWith('-')))
    return optionValues(line.awaits, typed, line, io);
  if (typed.startsWith('-') && !line.onlyArguments) return offer(typed, optionNames(line));
  const commands = line.arguments.length === 0 ? commandNames(line.command) : [];
  const argument = argumentAt(line.command, line.arguments.length);
  if (!argument) return offer(typed, commands);
  const values = await argumentValues(argument, typed, line, io);
  return commands.length > 0 ? offer(typed, [...commands, ...values.values]) : values;
}

function optionNames({ command, options }: TypedLine) {
  return command
    .createHelp()
    .visibleOptions(command)
    .filter(({ long }) => !options.some((used) => used.long === long))
    .map(({ long, description }) => ({ value: long ?? '', description }));
}

function argumentAt({ registeredArguments }: Command, index: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[index] ?? (last?.variadic ? last : undefined);
}

/** Lines as the scripts of the shells read them: values with what they mean, and at the end what else to do. */
export function completionText({ values, directive }: Offered): string {
  const lines = values.map(({ value, description }) => `${value}\t${description ?? ''}`);
  return [...lines, `:${values.length > 0 ? DIRECTIVES.nothingElse : directive}`, ''].join('\n');
}
