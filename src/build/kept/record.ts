import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { BuildRequest } from '../../build-types.js';
import type { Cache } from '../../cache/model.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { knownAs } from '../../diagnostics/known-as.js';
import { fromPlain, type PlainDiagnostic, toPlain } from '../../diagnostics/plain.js';
import type { KeptBooklet, KeptFile, KeptStep } from './model.js';
import type { Places } from './places.js';
import type { NamedQuestion } from './questions.js';

/** What a build of a booklet asked of the world, and what came of it, as it is written down. */
export interface BookletRecord {
  asked: NamedQuestion[];
  said: PlainDiagnostic[];
  steps: { messages: PlainDiagnostic[]; made?: KeptStep['made']; found: PlainDiagnostic[] }[];
  manifest: Pick<KeptFile, 'place' | 'sha256'>;
}

/** How many states of its files a booklet is remembered in: what was changed is often changed back. */
const MOST_STATES = 4;

/** The records of a booklet, the latest first; of no use any more where they cannot be read. */
export async function readRecords(cache: Cache, key: string): Promise<BookletRecord[]> {
  const bytes = await cache.get(key);
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as BookletRecord[]) : [];
}

/** Puts a record before those that there are. */
export async function addRecord(cache: Cache, key: string, record: BookletRecord): Promise<void> {
  const text = JSON.stringify(record.asked);
  const others = (await readRecords(cache, key)).filter(({ asked }) => JSON.stringify(asked) !== text);
  const records = [record, ...others].slice(0, MOST_STATES);
  await cache.put(key, new TextEncoder().encode(JSON.stringify(records)));
}

/** The bytes of a file are kept by what they are, however many records tell of them. */
export function fileKey(sha256: string): string {
  return `file ${sha256}`;
}

/** Where the records of a booklet are found: all of a request that decides what is made and how it is told, but no path. */
export function recordKey(
  { booklets: _booklets, base, templates, out: _out, ...request }: BuildRequest,
  folder: string,
  places: Places,
): string {
  const ways = [folder, ...templates].map((path) => [posix.relative(base, path), knownAs(path, base).startsWith('/')]);
  const facts = JSON.stringify([Object.entries(request).sort(), ways, places.plan]);
  return `booklet ${createHash('sha256').update(facts).digest('hex')}`;
}

/** Undefined where something that was said names a path that means nothing elsewhere. */
export function recordOf(
  { said, steps, manifest }: KeptBooklet,
  asked: NamedQuestion[],
  places: Places,
): BookletRecord | undefined {
  let isPlain = true;
  const text = (written: string) => {
    const marked = places.inText(written);
    isPlain &&= marked !== undefined;
    return marked ?? '';
  };
  const plain = (messages: readonly Diagnostic[]) => messages.map((message) => toPlain(message, text));
  const record: BookletRecord = {
    asked,
    said: plain(said),
    steps: steps.map(({ messages, made, found }) => ({
      messages: plain(messages),
      ...(made ? { made: { place: made.place, sha256: made.sha256, built: made.built } } : {}),
      found: plain(found),
    })),
    manifest: { place: manifest.place, sha256: manifest.sha256 },
  };
  return isPlain ? record : undefined;
}

/** What a record tells of, where the files that it tells of are had. */
export async function keptOf(
  { said, steps, manifest }: BookletRecord,
  folder: string,
  places: Places,
  have: <T extends KeptFile>(file: T) => Promise<T | undefined>,
): Promise<KeptBooklet | undefined> {
  const full = (messages: readonly PlainDiagnostic[]) =>
    messages.map((message) => fromPlain(message, (text) => places.fromText(text)));
  const found: KeptStep[] = [];
  for (const step of steps) {
    const made = step.made && (await have(step.made));
    if (step.made && !made) return undefined;
    found.push({ messages: full(step.messages), ...(made ? { made } : {}), found: full(step.found) });
  }
  const last = await have(manifest);
  return last && { folder, said: full(said), steps: found, manifest: last };
}
