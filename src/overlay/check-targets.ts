import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Change } from '../lesson/changes.js';
import type { Block, Lesson } from '../lesson/model.js';
import { blocksOf } from '../lesson/walk.js';

/**
 * Holds changes to the lessons: each must name a block that exists, no block may be replaced twice, and none within
 * another that is replaced. The value is the changes that can be made.
 */
export function checkTargets(changes: readonly Change[], lessons: readonly Lesson[]): Checked<Change[]> {
  const messages: Diagnostic[] = [];
  const parents = parentsIn(lessons);
  const replacing = new Map<string, Change>();
  for (const change of changes) {
    if (change.kind !== 'add' && !replacing.has(change.target)) replacing.set(change.target, change);
  }
  const value = changes.filter((change) => {
    const { file, place, kind, target } = change;
    const wrong = (rule: 'unknown-block' | 'duplicate-change', found: string, expected: string, advice: string) => {
      messages.push(diagnostic({ file, place, rule, found, expected, advice }));
      return false;
    };
    const isLesson = kind === 'add' && lessons.some(({ id }) => id === target);
    if (!isLesson && !parents.has(target)) {
      const { found, advice } = unknown(target, parents, lessons);
      return wrong('unknown-block', found, 'the id of a block of this booklet', advice);
    }
    const other = replacing.get(target);
    if (kind !== 'add' && other && other !== change) {
      return wrong(
        'duplicate-change',
        `“#${target}”, which is changed on line ${other.opening?.start.line} already`,
        'one change of each block',
        'make one of the two',
      );
    }
    for (let parent = parents.get(target); parent !== undefined; parent = parents.get(parent)) {
      const around = replacing.get(parent);
      if (!around) continue;
      const what = around.kind === 'omit' ? 'left out' : 'replaced';
      return wrong(
        'duplicate-change',
        `“#${target}”, which stands in “#${parent}”, and that is ${what} on line ${around.opening?.start.line}`,
        'a block that is still there',
        around.kind === 'omit' ? 'remove one of the two changes' : 'make this change in what replaces it',
      );
    }
    return true;
  });
  return { value, messages };
}

/** The block with an id that each block with an id stands in, by their anchors; undefined for those that stand in none. */
function parentsIn(lessons: readonly Lesson[]): Map<string, string | undefined> {
  const parents = new Map<string, string | undefined>();
  const look = (lesson: string, blocks: readonly Block[], parent: string | undefined): void => {
    for (const block of blocks) {
      const anchor = 'id' in block ? `${lesson}.${block.id}` : undefined;
      if (anchor !== undefined && !parents.has(anchor)) parents.set(anchor, parent);
      look(lesson, blocksOf(block), anchor ?? parent);
    }
  };
  for (const { id, body } of lessons) look(id, body, undefined);
  return parents;
}

function unknown(target: string, blocks: ReadonlyMap<string, unknown>, lessons: readonly Lesson[]) {
  const [lesson = ''] = target.split('.');
  const ids = lessons.map(({ id }) => id);
  const near = nearest(target, [...blocks.keys(), ...ids]);
  if (!ids.includes(lesson)) {
    return {
      found: `“#${target}”, and no lesson or chapter of this booklet is called “${lesson}”`,
      advice: near ? `did you mean “#${near}”?` : `lessons and chapters are ${ids.join(', ')}`,
    };
  }
  const own = [...blocks.keys()].filter((id) => id.startsWith(`${lesson}.`));
  const almost = nearest(target, own);
  return {
    found: `“#${target}”, which “${lesson}” does not have`,
    advice: almost
      ? `did you mean “#${almost}”?`
      : `it has ${own.map((id) => `#${id}`).join(', ') || 'no block with an id'}`,
  };
}
