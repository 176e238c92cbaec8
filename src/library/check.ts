import type { CheckRequest } from '../build.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type BookletOptions, settle } from './options.js';

/** How booklets are checked. */
export interface CheckOptions extends BookletOptions, Pick<CheckRequest, 'ignore' | 'quick'> {}

/**
 * Everything that a build would say of the booklets in folders, with advice, as `gathering check` does. Writes nothing.
 *
 * @param booklets - A folder that holds a `booklet.yaml`, or several.
 */
export async function check(booklets: string | readonly string[], options: CheckOptions = {}): Promise<Diagnostic[]> {
  const { ignore, quick, ...rest } = options;
  const { world, request, onProgress } = await settle(booklets, rest);
  const asked = { ...(ignore ? { ignore } : {}), ...(quick === undefined ? {} : { quick }) };
  const { check: checkBooklets } = await import('../build.js');
  return (await checkBooklets(world, { ...request, ...asked }, onProgress)).messages;
}
