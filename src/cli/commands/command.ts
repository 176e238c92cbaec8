import type { Command } from 'commander';
import type { ExitCode } from '../exit-codes.js';
import type { CliIo } from '../io.js';

/** Does what a command was asked to do, once its line has been read, and leaves with the code that comes of it. */
export type Run = (work: (io: CliIo) => Promise<ExitCode>) => Promise<void>;

/** Adds a command, or a family of commands, to `gathering`. */
export type AddCommand = (gathering: Command, run: Run) => void;
