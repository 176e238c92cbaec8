import type { BuildRequest, BuiltFile } from '../build-types.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { checkLeaks } from '../leaks/gate.js';
import type { World } from '../world/model.js';
import { bookletFiles, type MadeFile } from './files.js';
import type { BookletNote } from './kept/keeping.js';
import type { Making } from './kept/stage.js';
import { MANIFEST, type MadeRecord, manifestOf, manifestText, recordOf } from './manifest/manifest.js';
import type { BuildMemory } from './memory.js';
import { checkMade, type MadeFinding } from './preflight.js';
import type { Prepared, Tell } from './prepare.js';

/** A booklet that is made. */
export interface BookletToMake {
  prepared: Prepared;
  /** What has been said of it so far. */
  said: readonly Diagnostic[];
  memory: BuildMemory;
  /** Where what comes of it is written down for other processes. */
  note?: BookletNote | undefined;
}

/**
 * Makes every file of a booklet and stages it: each is looked through for what goes wrong in print and read back from where it
 * lies, and what was found is added to what there is to say. A manifest follows where nothing of it is an error.
 */
export async function makeBooklet(
  world: World,
  { prepared, said, memory, note }: BookletToMake,
  request: BuildRequest,
  { output, messages, staged, manifests }: Making,
  tell: Tell,
): Promise<void> {
  const { id } = prepared.booklet;
  const isNews = newsOnly();
  const record: MadeRecord[] = [];
  const before = messages.length;
  const stage = async ({ place, bytes, built, withheld, sheet }: MadeFile): Promise<Diagnostic[]> => {
    const about = { booklet: id, ...(built.edition === undefined ? {} : { edition: built.edition }) };
    tell({ ...about, phase: 'write' });
    const path = `${request.out}/${id}/${place}`;
    const file = await output.stage(path, bytes);
    staged.push({ file, built: { ...built, path, bytes: bytes.length } });
    tell({ ...about, phase: 'preflight' });
    const checked = await checkMade(bytes, `${id}/${place}`, { target: built.target, ...sheet });
    const found = checked.filter((one) => isNews(one, built)).map(({ message }) => message);
    if (!withheld) return found;
    tell({ ...about, phase: 'read-back' });
    const read = { file: `${id}/${place}`, edition: built.edition ?? '' };
    return [...found, ...(await checkLeaks(await file.read(), withheld, read))];
  };
  for await (const made of bookletFiles(world, prepared, request, tell, memory)) {
    messages.push(...made.messages);
    note?.messages(made.messages);
    if (!made.value || hasErrors(messages)) continue;
    record.push(recordOf(made.value));
    const found = await stage(made.value);
    messages.push(...found);
    note?.file(made.value, found);
  }
  if (hasErrors(messages)) return;
  tell({ booklet: id, phase: 'write' });
  const told = [...said, ...messages.slice(before)];
  const bytes = new TextEncoder().encode(manifestText(manifestOf(prepared, request, { record, messages: told })));
  manifests.push({ file: await output.stage(`${request.out}/${id}/${MANIFEST}`, bytes) });
  note?.manifest(MANIFEST, bytes);
}

/**
 * Whether a message about an edition's files is the first of its kind: they show the same pages, and have the same faults. On
 * a telephone's pages the same faults stand elsewhere, and are news only where no other file has them.
 */
function newsOnly(): (found: MadeFinding, about: Pick<BuiltFile, 'edition' | 'target'>) => boolean {
  const told = new Set<string>();
  return ({ message, fault }, { edition, target }) => {
    const exact = [edition, message.ruleId, message.actual].join('\0');
    const anywhere = [edition, fault].join('\0');
    const isNew = !told.has(target === 'phone' ? anywhere : exact);
    told.add(exact).add(anywhere);
    return isNew;
  };
}
