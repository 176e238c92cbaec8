import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Lesson } from './model.js';

/** Reports lessons of a booklet that have one id. */
export function checkIds(lessons: readonly Lesson[]): Diagnostic[] {
  const files = new Map<string, string>();
  return lessons.flatMap(({ id, file }) => {
    const other = files.get(id);
    files.set(id, other ?? file);
    if (!other) return [];
    return diagnostic({
      file,
      place: { line: 1, column: 1 },
      rule: 'duplicate-lesson',
      found: `the id “${id}”, which ${other} has too`,
      expected: 'an id of its own for each lesson',
      advice: 'give one of them another “id” in its front matter',
    });
  });
}
