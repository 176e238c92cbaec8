import { script } from '@bomb.sh/tab';
import type { Command } from 'commander';
import { completionsFor, completionText } from './completion/answer.js';
import { BASH_SCRIPT } from './completion/bash.js';
import type { Shell } from './completion/shells.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';

/** `gathering completion`: prints the script by which a shell completes what is typed after `gathering`. */
export function runCompletion(shell: Shell, { stdout }: Pick<CliIo, 'stdout'>): ExitCode {
  if (shell === 'bash') stdout.write(BASH_SCRIPT);
  // It prints by itself, on standard output.
  else script(shell, 'gathering', 'gathering');
  return EXIT_CODES.done.code;
}

/** `gathering complete -- WORDS...`, which those scripts run: what can stand where the cursor is. */
export async function runComplete(
  gathering: Command,
  words: readonly string[],
  io: Pick<CliIo, 'stdout' | 'world' | 'cwd'>,
): Promise<ExitCode> {
  io.stdout.write(completionText(await completionsFor(gathering, words, io)));
  return EXIT_CODES.done.code;
}
