import type { CheckRequest } from '../build-types.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { largestSafe } from '../fixes/largest.js';
import { wordsSaid } from '../fixes/words.js';
import type { World } from '../world/model.js';
import { advise } from './advise.js';
import { changesOf, type FixUnit, mendedWorld } from './fix-units.js';
import { prepare } from './prepare.js';

/** Says of booklets all that there is to say, pages included. */
export type Assess = (world: World, request: CheckRequest) => Promise<{ messages: Diagnostic[] }>;

/**
 * As many of the units as can be made without a message that there was not before, and without any lesson saying something
 * else. They are tried all together, and where that fails in halves, down to single ones. What is printed otherwise is tried
 * on pages as well, unless a quick check was asked for.
 *
 * @param request - With every booklet that could be touched.
 */
export async function safeUnits(
  world: World,
  units: readonly FixUnit[],
  request: CheckRequest,
  assess: Assess,
): Promise<readonly FixUnit[]> {
  if (units.length === 0) return units;
  const now = await look(world, request, new Map());
  const isSafe = async (some: readonly FixUnit[]) => {
    const then = await look(await mendedWorld(world, some), request, namesBack(some, request.base));
    return then.words === now.words && addsNothing(then.messages, now.messages);
  };
  const kept = await largestSafe(units, isSafe);
  if (request.quick || !kept.some(({ printed }) => printed)) return kept;
  const before = counted((await assess(world, request)).messages, new Map());
  const after = await assess(await mendedWorld(world, kept), request);
  return addsNothing(counted(after.messages, namesBack(kept, request.base)), before)
    ? kept
    : largestSafe(
        kept.filter(({ printed }) => !printed),
        isSafe,
      );
}

/** What is said of booklets before their pages are made, and what their lessons say. */
interface Look {
  messages: ReadonlyMap<string, number>;
  words: string;
}

async function look(world: World, request: CheckRequest, names: ReadonlyMap<string, string>): Promise<Look> {
  const messages: Diagnostic[] = [];
  const words: string[] = [];
  for (const folder of request.booklets) {
    const { value, messages: found } = await prepare(world, folder, request, () => {});
    messages.push(...found);
    if (!value) continue;
    messages.push(...(await advise(world, value, request.base)));
    const chapters = [...value.front, ...value.back].flatMap((part) => (part.kind === 'chapter' ? [part.chapter] : []));
    words.push(folder, ...[...value.lessons, ...chapters].map(wordsSaid));
  }
  return { messages: counted(messages, names), words: words.join('\n') };
}

/** New names of files, as messages tell them, with their old ones. */
function namesBack(units: readonly FixUnit[], base: string): Map<string, string> {
  return new Map([...changesOf(units).moved].map(([from, to]) => [knownAs(to, base), knownAs(from, base)]));
}

/** How often each rule speaks of each file. What is said may quote what was mended. */
function counted(messages: readonly Diagnostic[], names: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file = '', ruleId } of messages) {
    const key = [names.get(file) ?? file, ruleId].join('\0');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function addsNothing(then: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): boolean {
  return [...then].every(([key, count]) => count <= (now.get(key) ?? 0));
}
