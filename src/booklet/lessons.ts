import { type Checked, diagnostic, type Problem } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { suggest } from '../diagnostics/nearest.js';
import type { World } from '../world/model.js';
import type { CheckedYaml } from '../yaml/check.js';
import { isInside } from '../yaml/inside.js';
import type { LessonFile } from './model.js';

/** Where to look for lessons and how to speak of them. */
export interface LessonSearch {
  /** Absolute path of the booklet's folder. */
  folder: string;
  /** Folder the command was run in. */
  base: string;
  /** Path of `booklet.yaml` as the author knows it. */
  file: string;
  placeOf: CheckedYaml<unknown>['placeOf'];
}

/**
 * The lesson files of a booklet in order: those `booklet.yaml` lists (names with or without `.md`), or every Markdown
 * file of the folder but README.md, in natural order (2 before 10). A lesson lies in the folder itself, links followed.
 */
export async function findLessons(
  world: World,
  listed: string[] | undefined,
  search: LessonSearch,
): Promise<Checked<LessonFile[]>> {
  const there = await markdownNames(world, search.folder);
  const messages: Checked<unknown>['messages'] = [];
  const report = (path: PropertyKey[], problem: Omit<Problem, 'file' | 'place'>) =>
    messages.push(diagnostic({ file: search.file, place: search.placeOf(path), ...problem }));

  if (listed ? listed.length === 0 : there.length === 0) {
    report(['lessons'], {
      rule: 'booklet-empty',
      found: listed ? 'an empty list of lessons' : 'no lessons in the folder',
      expected: 'at least one lesson',
      advice:
        listed && there.length > 0
          ? 'leave “lessons” out to take every Markdown file'
          : 'add a Markdown file such as 1-first-lesson.md',
    });
    return { value: [], messages };
  }

  const lessons = new Map<string, LessonFile>();
  for (const [index, entry] of (listed ?? there).entries()) {
    const name = entry.replace(/\.md$/, '');
    const path = `${search.folder}/${name}.md`;
    const at = ['lessons', index];
    if (/[\\/:]/.test(name)) {
      report(at, { ...outside, found: `“${entry}”` });
    } else if (!there.includes(name)) {
      report(at, {
        rule: 'unknown-lesson',
        found: `no file ${name}.md in the folder`,
        expected: 'the name of a lesson that exists',
        advice: there.length > 0 ? suggest(name, there) : `write ${name}.md`,
      });
    } else if (lessons.has(name)) {
      report(at, {
        rule: 'duplicate-lesson',
        found: `“${name}” for the second time`,
        expected: 'each lesson once',
        advice: 'remove one of the two',
      });
    } else if (!(await isInside(world, path, search.folder))) {
      report(at, { ...outside, found: `${name}.md, a link to a file outside the folder` });
    } else {
      lessons.set(name, { path, file: knownAs(path, search.base) });
    }
  }
  return { value: [...lessons.values()], messages };
}

const outside = {
  rule: 'path-outside',
  expected: 'the name of a file in the folder of booklet.yaml',
  advice: 'move the lesson there and give its name alone',
} as const;

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
