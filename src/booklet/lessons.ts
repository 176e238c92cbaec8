import { type Checked, diagnostic, type Problem } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { suggest } from '../diagnostics/nearest.js';
import type { World } from '../world/model.js';
import type { CheckedYaml } from '../yaml/check.js';
import { isInside } from '../yaml/inside.js';
import type { LessonFile } from './model.js';

/** Where to look for lessons and chapters and how to speak of them. */
export interface FileSearch {
  /** Absolute path of the booklet's folder. */
  folder: string;
  /** Folder the command was run in. */
  base: string;
  /** Path of `booklet.yaml` as the author knows it. */
  file: string;
  placeOf: CheckedYaml<unknown>['placeOf'];
  /** Names, without `.md`, of the Markdown files in the folder. */
  there: readonly string[];
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
  const there = search.there.filter((name) => !chapters.has(name));
  if (listed ? listed.length === 0 : there.length === 0) {
    const message = diagnostic({
      file: search.file,
      place: search.placeOf(['lessons']),
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

/** The files behind names of `booklet.yaml`, one for one; undefined, with a message, where a name leads to none. A file lies in the folder itself, links followed. */
export async function findFiles(
  world: World,
  names: readonly NamedFile[],
  what: 'lesson' | 'chapter',
  search: FileSearch,
): Promise<Checked<(LessonFile | undefined)[]>> {
  const messages: Checked<unknown>['messages'] = [];
  const report = (path: PropertyKey[], problem: Omit<Problem, 'file' | 'place'>): undefined => {
    messages.push(diagnostic({ file: search.file, place: search.placeOf(path), ...problem }));
  };
  const seen = new Set<string>();
  const value: (LessonFile | undefined)[] = [];
  for (const { name: entry, at } of names) {
    const name = entry.replace(/\.md$/, '');
    const path = `${search.folder}/${name}.md`;
    const outside = {
      rule: 'path-outside',
      expected: 'the name of a file in the folder of booklet.yaml',
      advice: `move the ${what} there and give its name alone`,
    } as const;
    if (/[\\/:]/.test(name)) {
      value.push(report(at, { ...outside, found: `“${entry}”` }));
    } else if (!search.there.includes(name)) {
      value.push(
        report(at, {
          rule: 'unknown-lesson',
          found: `no file ${name}.md in the folder`,
          expected: `the name of a ${what} that exists`,
          advice: search.there.length > 0 ? suggest(name, search.there) : `write ${name}.md`,
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
    } else if (!(await isInside(world, path, search.folder))) {
      value.push(report(at, { ...outside, found: `${name}.md, a link to a file outside the folder` }));
    } else {
      value.push({ path, file: knownAs(path, search.base) });
    }
    seen.add(name);
  }
  return { value, messages };
}

/** Names without `.md`. The order is by name with numbers as numbers, so that `2-` comes before `10-` everywhere. */
export async function markdownNames(world: World, folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of await world.list(folder)) {
    const lesson = name.endsWith('.md') && !name.startsWith('.') && name.toLowerCase() !== 'readme.md';
    if (lesson && (await world.kind(`${folder}/${name}`)) === 'file') names.push(name.slice(0, -'.md'.length));
  }
  const natural = new Intl.Collator('en', { numeric: true });
  return names.sort((a, b) => natural.compare(a, b) || (a < b ? -1 : 1));
}
