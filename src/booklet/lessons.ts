import { type Checked, type Diagnostic, diagnostic, type Problem } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { suggest } from '../diagnostics/nearest.js';
import type { World } from '../world/model.js';
import { isInside } from '../yaml/inside.js';
import type { BookletLayer } from './layers.js';
import type { MergedYaml } from './merge.js';
import type { LessonFile } from './model.js';

/** Where to look for lessons and chapters and how to speak of them. */
export interface FileSearch {
  /** Folder the command was run in. */
  base: string;
  said: MergedYaml['said'];
  /** Names, without `.md`, of the Markdown files there are, with the absolute path of the folder that each lies in. */
  there: ReadonlyMap<string, string>;
  /** The names that are lessons where no list says which: those in the folder of the booklet that extends no other. */
  usual: readonly string[];
  /** Whether the booklet extends another, so that there are several folders. */
  extending: boolean;
}

/** A file that `booklet.yaml` names, and where it does so. */
export interface NamedFile {
  name: string;
  at: PropertyKey[];
}

/**
 * The lesson files of a booklet in order: those `booklet.yaml` lists (names with or without `.md`), or every Markdown
 * file of the folder that is neither a chapter nor README.md, in natural order (2 before 10).
 *
 * @param chapters - Names of the files that are chapters.
 */
export async function findLessons(
  world: World,
  listed: string[] | undefined,
  chapters: ReadonlySet<string>,
  search: FileSearch,
): Promise<Checked<LessonFile[]>> {
  const there = search.usual.filter((name) => !chapters.has(name));
  if (listed ? listed.length === 0 : there.length === 0) {
    const message = diagnostic({
      ...search.said(['lessons']),
      rule: 'booklet-empty',
      found: listed ? 'an empty list of lessons' : 'no lessons in the folder',
      expected: 'at least one lesson',
      advice:
        listed && there.length > 0
          ? 'leave “lessons” out to take every Markdown file'
          : 'add a Markdown file such as 1-first-lesson.md',
    });
    return { value: [], messages: [message] };
  }
  const names = (listed ?? there).map((name, index) => ({ name, at: ['lessons', index] }));
  const found = await findFiles(world, names, 'lesson', search);
  return { value: found.value.flatMap((file) => file ?? []), messages: found.messages };
}

/** The files behind names of `booklet.yaml`, one for one; undefined, with a message, where a name leads to none. A file lies in its booklet's folder itself, links followed. */
export async function findFiles(
  world: World,
  names: readonly NamedFile[],
  what: 'lesson' | 'chapter',
  search: FileSearch,
): Promise<Checked<(LessonFile | undefined)[]>> {
  const messages: Checked<unknown>['messages'] = [];
  const report = (path: PropertyKey[], problem: Omit<Problem, 'file' | 'place'>): undefined => {
    messages.push(diagnostic({ ...search.said(path), ...problem }));
  };
  const seen = new Set<string>();
  const value: (LessonFile | undefined)[] = [];
  for (const { name: entry, at } of names) {
    const name = entry.replace(/\.md$/, '');
    const folder = search.there.get(name);
    const path = `${folder}/${name}.md`;
    const outside = {
      rule: 'path-outside',
      expected: 'the name of a file in the folder of booklet.yaml',
      advice: `move the ${what} there and give its name alone`,
    } as const;
    if (/[\\/:]/.test(name)) {
      value.push(report(at, { ...outside, found: `“${entry}”` }));
    } else if (folder === undefined) {
      value.push(
        report(at, {
          rule: 'unknown-lesson',
          found: `no file ${name}.md in the folder${search.extending ? ', nor in one that it extends' : ''}`,
          expected: `the name of a ${what} that exists`,
          advice: search.there.size > 0 ? suggest(name, [...search.there.keys()]) : `write ${name}.md`,
        }),
      );
    } else if (seen.has(name)) {
      value.push(
        report(at, {
          rule: 'duplicate-lesson',
          found: `“${name}” for the second time`,
          expected: `each ${what} once`,
          advice: 'remove one of the two',
        }),
      );
    } else if (!(await isInside(world, path, folder))) {
      value.push(report(at, { ...outside, found: `${name}.md, a link to a file outside the folder` }));
    } else {
      value.push({ path, folder, file: knownAs(path, search.base) });
    }
    seen.add(name);
  }
  return { value, messages };
}

/** The file of an overlay that says what it changes in the lessons of the booklet that it extends. */
export const CHANGES = 'changes.md';

/**
 * The Markdown files of a chain of booklets. A file of the same name further up takes the place of the one below it;
 * what an overlay adds besides is a lesson only when a list names it.
 *
 * @param layers - The booklet itself first, the one that extends no other last.
 */
export async function filesOf(
  world: World,
  layers: readonly BookletLayer[],
): Promise<Pick<FileSearch, 'there' | 'usual' | 'extending'>> {
  const there = new Map<string, string>();
  let usual: string[] = [];
  for (const { folder, says } of [...layers].reverse()) {
    const names = await markdownNames(world, folder);
    const own = says.extends === undefined ? names : names.filter((name) => `${name}.md` !== CHANGES);
    if (says.extends === undefined) usual = own;
    for (const name of own) there.set(name, folder);
  }
  return { there, usual, extending: layers.length > 1 };
}

/**
 * Reports files that would not be read and are surely meant to be: changes.md of an overlay, since some computers tell
 * capitals from small letters, and lessons, since only names that end in `.md` are.
 */
export async function checkFileNames(
  world: World,
  layers: readonly BookletLayer[],
  base: string,
): Promise<Diagnostic[]> {
  const messages: Diagnostic[] = [];
  for (const { folder, says } of layers) {
    for (const name of await world.list(folder)) {
      const problem = nameProblem(name, says.extends !== undefined);
      if (problem) messages.push(diagnostic({ file: knownAs(`${folder}/${name}`, base), ...problem }));
    }
  }
  return messages;
}

function nameProblem(name: string, inOverlay: boolean): Omit<Problem, 'file'> | undefined {
  const found = `a file called ${name}, which is not read`;
  if (/^changes\.(?:md|markdown|txt)$/i.test(name)) {
    if (name === CHANGES || !inOverlay) return undefined;
    const expected = `the changes of a booklet that extends another in ${CHANGES}`;
    return { rule: 'file-missing', found, expected, advice: `rename it to ${CHANGES}` };
  }
  const stem = /^(?!\.)(.+)\.(?:md|markdown|mdown|mkd)$/i.exec(name)?.[1];
  if (stem === undefined || name.endsWith('.md') || /^readme$/i.test(stem)) return undefined;
  const expected = 'lessons in files whose names end in “.md”';
  return { rule: 'lesson-name', found, expected, advice: `rename it to ${stem}.md` };
}

/** Names without `.md`. The order is by name with numbers as numbers, so that `2-` comes before `10-` everywhere. */
async function markdownNames(world: World, folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of await world.list(folder)) {
    const lesson = name.endsWith('.md') && !name.startsWith('.') && name.toLowerCase() !== 'readme.md';
    if (lesson && (await world.kind(`${folder}/${name}`)) === 'file') names.push(name.slice(0, -'.md'.length));
  }
  const natural = new Intl.Collator('en', { numeric: true });
  return names.sort((a, b) => natural.compare(a, b) || (a < b ? -1 : 1));
}
