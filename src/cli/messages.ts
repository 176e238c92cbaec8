import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatDiagnostics } from '../diagnostics/report.js';
import { errColors } from './colors.js';
import type { CliIo } from './io.js';

/** Tells messages on standard error, one line each: the place bold, the rule red for an error and yellow for a warning. */
export function tell(io: Pick<CliIo, 'stderr' | 'isTTY' | 'env'>, messages: readonly Diagnostic[]): void {
  if (messages.length === 0) return;
  const { bold, red, yellow } = errColors(io);
  io.stderr.write(`${formatDiagnostics(messages, { place: bold, error: red, warning: yellow })}\n`);
}
