import { sep } from 'node:path';

/**
 * A path of this system with `/` between its parts. On systems whose separator is `/` already, a backslash is an
 * ordinary character of a name and stays.
 */
export function withSlashes(path: string, separator: string = sep): string {
  return separator === '/' ? path : path.replaceAll(separator, '/');
}
