import { visible } from '../diagnostics/visible.js';
import { OutputError } from '../output/error.js';
import { WorldError } from '../world/error.js';
import { errColors } from './colors.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { pathFrom } from './paths.js';

/**
 * Says in one line what stopped a build, and with which code to leave. A stack trace is shown only when asked for with
 * GATHERING_DEBUG=1: it helps whoever mends gathering, not whoever uses it.
 */
export function reportFailure(error: unknown, io: Pick<CliIo, 'stderr' | 'isTTY' | 'cwd' | 'env'>): ExitCode {
  const [line, exit] = explain(error, io.cwd);
  io.stderr.write(`${errColors(io).red(visible(line.replace(/\s+/g, ' ')))}\n`);
  if (io.env.GATHERING_DEBUG === '1' && error instanceof Error) io.stderr.write(`${error.stack}\n`);
  return exit.code;
}

const REPORT_TO = 'please report this, with the lesson if you can';

function explain(error: unknown, cwd: string): [string, (typeof EXIT_CODES)[keyof typeof EXIT_CODES]] {
  if (error instanceof OutputError) {
    return [`Cannot write ${pathFrom(cwd, error.path)}: ${error.reason}`, EXIT_CODES.internal];
  }
  if (error instanceof WorldError) {
    return [`Cannot read ${pathFrom(cwd, error.path)}: ${error.reason}`, EXIT_CODES.input];
  }
  const message = error instanceof Error ? error.message : String(error);
  return [
    `Something went wrong inside gathering: ${message.trim() || 'no more is known'}; ${REPORT_TO}`,
    EXIT_CODES.internal,
  ];
}
