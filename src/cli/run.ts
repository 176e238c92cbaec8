import { CommanderError } from 'commander';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import { reportFailure } from './failure.js';
import type { CliIo } from './io.js';
import { program } from './program.js';

/**
 * Runs the command as `argv` asks (without the names of node and of the script) and says with which code to leave.
 * Never throws: whatever goes wrong is told on `stderr`.
 */
export async function runCli(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  let exit: ExitCode = EXIT_CODES.done.code;
  try {
    const command = program(io, async (work) => {
      exit = await work(io);
    });
    await command.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportFailure(error, io);
    // Commander has said what is wrong; help and version end here as well, with 0.
    return error.exitCode === 0 ? EXIT_CODES.done.code : EXIT_CODES.usage.code;
  }
}
