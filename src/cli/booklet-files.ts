import { posix } from 'node:path';
import { isMap, isScalar, isSeq } from 'yaml';
import type { World } from '../world/model.js';
import { readYaml } from '../yaml/read.js';
import { decodeText } from '../yaml/text.js';

/**
 * What decides that a file is a lesson of a booklet: a list between brackets, with something in it or nothing, or line by
 * line; for a booklet that extends another, a list that it does not have yet; or, when undefined, only its folder.
 */
export type LessonList = 'brackets' | 'empty' | 'lines' | 'extends' | undefined;

/** What a new lesson has to fit in with. */
export interface BookletFiles {
  /** Absolute paths of the Markdown files in the booklet's folder and in those of the booklets that it extends. */
  paths: string[];
  list: LessonList;
}

/**
 * Looks at a booklet as far as a new lesson of it must know. What is wrong in its `booklet.yaml` is passed over here; the
 * next build tells of it.
 */
export async function bookletFiles(world: World, folder: string): Promise<BookletFiles> {
  const paths: string[] = [];
  const first = await readBooklet(world, folder);
  const seen = new Set<string>();
  let at: string | undefined = folder;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const names = (await world.list(at)).filter((name) => name.toLowerCase().endsWith('.md'));
    paths.push(...names.map((name) => `${at === '/' ? '' : at}/${name}`));
    const below: string | undefined = (at === folder ? first : await readBooklet(world, at)).extends;
    at = below === undefined ? undefined : posix.join(at, below).replace(/(?<=.)\/+$/, '');
  }
  return { paths, list: first.list };
}

/** What to do so that a new lesson is in the booklet. */
export function howToList(list: NonNullable<LessonList>, lesson: string, yaml: string): string {
  const what = {
    brackets: `write “, ${lesson}” before the “]” of “lessons”.`,
    empty: `write “${lesson}” between the brackets of “lessons”.`,
    lines: `add this line under “lessons”:\n  - ${lesson}`,
    extends: `write a list “lessons” of all its lessons, with this line in it:\n  - ${lesson}`,
  };
  const why = list === 'extends' ? 'extends another booklet' : 'lists its lessons';
  return `${yaml} ${why}. To have this lesson in the booklet, ${what[list]}`;
}

async function readBooklet(world: World, folder: string): Promise<{ list: LessonList; extends?: string }> {
  const path = `${folder}/booklet.yaml`;
  const bytes = (await world.kind(path)) === 'file' ? await world.readFile(path) : undefined;
  const source = bytes && decodeText(bytes, path).value;
  if (source === undefined) return { list: undefined };
  const { document, problems } = readYaml(source);
  if (problems.length > 0 || !isMap(document?.contents)) return { list: undefined };
  const [lessons, base] = [document.contents.get('lessons', true), document.contents.get('extends', true)];
  const below = isScalar(base) && typeof base.value === 'string' ? base.value : undefined;
  const list = isSeq(lessons) ? formOf(lessons) : below === undefined ? undefined : 'extends';
  return { list, ...(below === undefined ? {} : { extends: below }) };
}

function formOf(list: { flow?: boolean; items: unknown[] }): LessonList {
  if (!list.flow) return 'lines';
  return list.items.length > 0 ? 'brackets' : 'empty';
}
