import { checkNames } from '../booklet/same-names.js';
import type { Build, Check, CheckRequest, Progress } from '../build-types.js';
import { type Diagnostic, severityOf, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { memoryOutput } from '../output/memory.js';
import type { World } from '../world/model.js';
import { advise } from './advise.js';
import { BuildMemories } from './memory.js';
import { prepare } from './prepare.js';

/** What is found before pages are made. Nothing of what makes pages is loaded for it. */
export const quickCheck: Check = (world, request, onProgress) => checkWith(undefined, world, request, onProgress);

/**
 * A check with a build to ask, if pages are to be made. Each booklet is built by itself, so that an error in one does not
 * silence what there is to say of the pages of another; what its build says again about the files is told once.
 *
 * @param memories - What the build remembers from, so that nothing is read twice.
 */
export async function checkWith(
  build: Build | undefined,
  world: World,
  request: CheckRequest,
  onProgress: (progress: Progress) => void = () => {},
  memories = new BuildMemories(),
): ReturnType<Check> {
  const { quick, ignore = [], ...rest } = request;
  const messages = checkNames(request.booklets, request.base);
  for (const folder of new Set(request.booklets)) {
    const { value, messages: found } = await prepare(world, folder, rest, onProgress, memories.of(folder));
    const told = [...found];
    if (value) told.push(...(await advise(world, value, request.base)));
    if (value && build && !quick) {
      const alone = { ...rest, booklets: [folder], out: '/' };
      told.push(...(await build(world, memoryOutput(), alone, onProgress)).messages);
    }
    memories.forget(folder);
    const passed = new Set<string | undefined>([...ignore, ...(value?.booklet.check.ignore ?? [])]);
    messages.push(...told.filter((message) => isTold(message, passed)));
  }
  return { messages: sortDiagnostics(messages) };
}

function isTold(message: Diagnostic, passed: ReadonlySet<string | undefined>): boolean {
  return severityOf(message) === 'error' || !passed.has(message.ruleId);
}
