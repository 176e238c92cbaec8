import type { Booklet, EditionDefinition } from '../booklet/model.js';
import { hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { editionLabel } from '../document/edition-label.js';
import { formsFor } from '../geometry/targets.js';
import type { World } from '../world/model.js';
import { layOutEditions } from './lay-out.js';
import { liveBook } from './live-book.js';
import type { LiveBook, LiveBooklet, LiveReading, LiveRequest } from './live-model.js';
import { type Look, themeOf } from './looks.js';
import type { BuildMemory } from './memory.js';
import { type Prepared, prepare } from './prepare.js';

/** Reads a booklet, ready to be laid out in any of its editions for any target. */
export async function readLive(world: World, request: LiveRequest, memory: BuildMemory): Promise<LiveReading> {
  const { folder, ...asked } = request;
  const { value, messages, folders } = await readPrepared(world, folder, asked, memory);
  return {
    messages: sortDiagnostics(messages),
    folders,
    ...(value && !hasErrors(messages) ? { booklet: liveBooklet(world, value, request, memory) } : {}),
  };
}

/** Reads the booklet, and notes the folders that anything was looked for in. */
async function readPrepared(
  world: World,
  folder: string,
  request: Omit<LiveRequest, 'folder'>,
  memory: BuildMemory,
): Promise<Awaited<ReturnType<typeof prepare>> & { folders: string[] }> {
  const prepared = await prepare(world, folder, { ...request, everyEdition: true }, () => {}, memory);
  const { booklet } = prepared.value ?? {};
  const own = booklet ? [...booklet.lessons, ...booklet.changes].map((file) => file.folder) : [];
  const below = booklet?.extends === undefined ? [] : [booklet.extends];
  return { ...prepared, folders: [...new Set([folder, ...below, ...own, ...request.templates])] };
}

function liveBooklet(world: World, prepared: Prepared, request: LiveRequest, memory: BuildMemory): LiveBooklet {
  const { booklet, labels } = prepared;
  const editions = [...new Set([...booklet.editions, ...booklet.knownEditions.values()].map(({ name }) => name))];
  const [first] = booklet.editions;
  const { theme } = prepared.looks.get(themeOf(first as EditionDefinition, booklet, request)) as Look;
  return {
    id: booklet.id,
    title: booklet.title,
    language: booklet.language,
    direction: booklet.direction,
    editions: editions.map((name) => ({ name, label: editionLabel(editionOf(booklet, name), labels) })),
    made: booklet.editions.map(({ name }) => name),
    variables: booklet.variables,
    theme: theme.name,
    translation: booklet.translation,
    paper: booklet.paper,
    accent: theme.color.accent,
    bodySize: booklet.design.bodySize ?? theme.size.body,
    lay: (name, target) => layLive(world, prepared, request, memory, name, target),
  };
}

async function layLive(
  world: World,
  prepared: Prepared,
  request: LiveRequest,
  memory: BuildMemory,
  name: string,
  target: LiveBook['target'],
): Promise<LiveBook> {
  const edition = editionOf(prepared.booklet, name);
  const options = { memory, editions: [edition], forms: formsFor([target]) };
  for await (const { laid } of layOutEditions(world, prepared, request, () => {}, options)) {
    return liveBook(world, prepared, laid, target, memory);
  }
  throw new RangeError(`nothing is laid out for ${target}`);
}

/** An edition by its name, as the booklet makes it where it does. Throws a RangeError where there is none. */
function editionOf({ editions, knownEditions }: Booklet, name: string): EditionDefinition {
  const edition = editions.find((one) => one.name === name) ?? knownEditions.get(name);
  if (!edition) throw new RangeError(`no edition “${name}”`);
  return edition;
}
