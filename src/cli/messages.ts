import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { formatDiagnostics, type MessageStyle } from '../diagnostics/report.js';
import { type Colors, errColors } from './colors.js';
import type { CliIo } from './io.js';

/** Tells messages on standard error, one line each. */
export function tell(io: Pick<CliIo, 'stderr' | 'isTTY' | 'env'>, messages: readonly Diagnostic[]): void {
  if (messages.length === 0) return;
  io.stderr.write(`${formatDiagnostics(messages, messageStyle(errColors(io)))}\n`);
}

/** Places are bold, rules red for errors, yellow for warnings and cyan for advice. */
export function messageStyle({ bold, red, yellow, cyan }: Colors): MessageStyle {
  return { place: bold, error: red, warning: yellow, advice: cyan };
}
