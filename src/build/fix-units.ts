import { type TextEdit, withEdits } from '../fixes/edits.js';
import type { World } from '../world/model.js';
import { changedWorld } from './changed-world.js';

/** What is mended together or not at all. */
export interface FixUnit {
  /** Edits of files as they are, by their absolute paths without links. */
  texts: { path: string; edits: TextEdit[] }[];
  /** Files with new names, in the order in which they can be renamed. */
  moves: { from: string; to: string }[];
  /** Whether anything printed changes by it. */
  printed: boolean;
}

/** All edits of each file, and all new names, of several units. */
export function changesOf(units: readonly FixUnit[]): { edits: Map<string, TextEdit[]>; moved: Map<string, string> } {
  const edits = new Map<string, TextEdit[]>();
  for (const { texts } of units) {
    for (const { path, edits: own } of texts) edits.set(path, [...(edits.get(path) ?? []), ...own]);
  }
  return { edits, moved: new Map(units.flatMap(({ moves }) => moves.map(({ from, to }) => [from, to] as const))) };
}

/** The texts of files, byte order marks included. */
export async function sourcesOf(world: World, paths: Iterable<string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const bytes = await world.readFile(path);
    texts.set(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }
  return texts;
}

/** The texts of files with their edits made. */
export function editedTexts(
  before: ReadonlyMap<string, string>,
  edits: ReadonlyMap<string, TextEdit[]>,
): Map<string, string> {
  return new Map([...edits].map(([path, own]) => [path, withEdits(before.get(path) ?? '', own)]));
}

/** The world as it will be with some units made. */
export async function mendedWorld(world: World, units: readonly FixUnit[]): Promise<World> {
  const { edits, moved } = changesOf(units);
  const texts = editedTexts(await sourcesOf(world, edits.keys()), edits);
  const encoder = new TextEncoder();
  return changedWorld(world, { moved, bytes: new Map([...texts].map(([path, text]) => [path, encoder.encode(text)])) });
}
