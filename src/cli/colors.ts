import picocolors from 'picocolors';
import type { CliIo } from './io.js';

/** Functions that give text a colour or a weight, or leave it as it is. */
export type Colors = ReturnType<typeof picocolors.createColors>;

/** How standard output is coloured. What is meant for programs, such as `--json`, is never coloured. */
export function outColors({ outTerminal, env }: Pick<CliIo, 'outTerminal' | 'env'>): Colors {
  return picocolors.createColors(hasColors(outTerminal !== undefined, env));
}

/** How standard error is coloured, which may be a terminal where standard output is a file. */
export function errColors({ isTTY, env }: Pick<CliIo, 'isTTY' | 'env'>): Colors {
  return picocolors.createColors(hasColors(isTTY, env));
}

/** NO_COLOR (no-color.org) is the reader's word and comes first; FORCE_COLOR is for logs that can show colours. */
function hasColors(isTerminal: boolean, { NO_COLOR, FORCE_COLOR, TERM }: CliIo['env']): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return !['', '0', 'false'].includes(FORCE_COLOR);
  return isTerminal && TERM !== 'dumb';
}
