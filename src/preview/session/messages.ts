import { posix } from 'node:path';
import { type Diagnostic, diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.js';
import { type Excerpt, excerptOf } from '../../diagnostics/excerpt.js';
import { knownAs } from '../../diagnostics/known-as.js';
import { diagnosticsToData } from '../../diagnostics/report.js';
import { WorldError } from '../../world/error.js';
import type { World } from '../../world/model.js';
import { isInside } from '../../yaml/inside.js';
import { decodeText } from '../../yaml/text.js';
import type { Message } from '../protocol.js';
import { EXTENDS_LINE } from './overlay-text.js';

/** What has to be known to tell messages as the author knows the files. */
export interface Telling {
  world: World;
  /** Folder that messages are relative to. */
  base: string;
  /** The booklet's folder. */
  folder: string;
  /** The folder, there for the preview alone, whose `booklet.yaml` holds what was chosen. */
  chosen: string;
  /** Folders of which lines may be shown. */
  folders: readonly string[];
}

/** What the choices are called where they are at fault, since they stand in no file of the author's. */
export const CHOICES = 'the choices made here';

/** Largest file of which lines are shown, in bytes, and most messages that have them. */
const LARGEST = 2_000_000;
const MOST_EXCERPTS = 100;

/** Messages for the page, sorted, with lines of the files that they are about. */
export async function tellMessages(found: readonly Diagnostic[], telling: Telling): Promise<Message[]> {
  const texts = new Map<string, Promise<string | undefined>>();
  const textOf = (file: string) => {
    const path = absolute(file, telling.base);
    const known = texts.get(path) ?? readText(path, telling);
    texts.set(path, known);
    return known;
  };
  return Promise.all(
    sortDiagnostics(found).map(async (one, index) => {
      const message = tell(one, telling);
      const { place } = one;
      if (index >= MOST_EXCERPTS || message.line === undefined || !place) return message;
      const text = await textOf(message.file);
      const excerpt: Excerpt | undefined = text === undefined ? undefined : excerptOf(text, place);
      return excerpt ? { ...message, excerpt } : message;
    }),
  );
}

/** A message for what kept the files from being read at all. */
export function failureMessage(error: unknown, { base, folder }: Pick<Telling, 'base' | 'folder'>): Message {
  if (error instanceof WorldError) {
    return dataOf(
      diagnostic({
        file: knownAs(error.path, base),
        rule: 'file-unreadable',
        found: error.reason,
        expected: 'a file that can be read',
        advice: 'save it again once it can be',
      }),
    );
  }
  return {
    severity: 'error',
    rule: 'internal',
    file: knownAs(folder, base),
    found: `a fault inside gathering: ${error instanceof Error ? error.message : String(error)}`,
    expected: 'pages, or a message about the lesson',
    advice: 'please report this, with the lesson if you can',
  };
}

function dataOf(one: Diagnostic): Message {
  const { message: _whole, ...data } = diagnosticsToData([one])[0] as ReturnType<typeof diagnosticsToData>[number];
  return data;
}

function tell(one: Diagnostic, { base, folder, chosen }: Telling): Message {
  const [name, hidden] = [posix.basename(folder), posix.basename(chosen)];
  const own = (text: string) => text.replaceAll(hidden, name);
  const { file, line, column, ...data } = dataOf(one);
  const said = { ...data, found: own(data.found), expected: own(data.expected), advice: own(data.advice) };
  if (file !== knownAs(`${chosen}/booklet.yaml`, base)) {
    return {
      ...said,
      file: own(file),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    };
  }
  // What the choices do not say is said, or left out, by the booklet itself.
  if (line === undefined || line <= EXTENDS_LINE) return { ...said, file: knownAs(`${folder}/booklet.yaml`, base) };
  return { ...said, file: CHOICES };
}

/** The text of a file, if it lies in a folder of which lines may be shown. */
async function readText(path: string, { world, folders }: Telling): Promise<string | undefined> {
  if ((await world.kind(path)) !== 'file') return undefined;
  const within = await Promise.all(folders.map((folder) => isInside(world, path, folder)));
  if (!within.includes(true)) return undefined;
  const bytes = await world.readFile(path).catch(() => undefined);
  return bytes && bytes.length <= LARGEST ? decodeText(bytes, path).value : undefined;
}

/** A path as it is told, made absolute again. */
function absolute(file: string, base: string): string {
  return /^(?:\/|[A-Za-z]:\/)/.test(file) ? file : posix.join(base, file);
}
