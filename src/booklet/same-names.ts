import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';

/**
 * Reports booklets whose folders have one name: they are written to folders of that name and would overwrite each other.
 *
 * @param folders - Absolute paths; a folder that is named twice is one booklet.
 * @param base - Folder that paths in messages are relative to.
 */
export function checkNames(folders: readonly string[], base: string): Diagnostic[] {
  const first = new Map<string, string>();
  return [...new Set(folders)].flatMap((folder) => {
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const other = first.get(name);
    if (!other) first.set(name, folder);
    if (!other) return [];
    return diagnostic({
      file: knownAs(folder, base),
      rule: 'duplicate-booklet',
      found: `the folder name of ${knownAs(other, base)}`,
      expected: 'a name of its own for each folder',
      advice: 'rename one, or build them apart with --out',
    });
  });
}
