import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { ReadPdfObjects } from '../memory/pdf-objects.js';
import { findLeaks, type Leak, type LeakPlace, leakDiagnostic } from './find-leaks.js';
import { ReadBackError } from './model.js';
import { readBack } from './read-back.js';
import type { KnownTexts } from './shown-texts.js';
import type { KnownWords } from './told-apart.js';
import type { Withheld } from './withheld.js';

/**
 * Reads a finished PDF back and tells of every withheld word in it. A PDF that cannot be read back in full is an error
 * as well: what nobody can check is not handed out.
 *
 * @param bytes - The file as it was written.
 * @param withheld - From `withheldWords`, for the same edition.
 * @param known - The texts of pages of files before it, see `readBack`, and what their words are.
 * @param objectsIn - Gives the file's objects, where another has read them or will.
 * @returns Errors of the rule `leak`; empty when the file may have its name.
 */
export async function checkLeaks(
  bytes: Uint8Array,
  withheld: Withheld,
  place: LeakPlace,
  known?: { texts: KnownTexts; words: KnownWords },
  objectsIn?: ReadPdfObjects,
): Promise<Diagnostic[]> {
  if (withheld.exact.size + withheld.wordsOnly.size === 0) return [];
  try {
    return byPlace(findLeaks(await readBack(bytes, known?.texts, objectsIn), withheld, known?.words)).map(
      ([leak, ...more]) => leakDiagnostic(leak, place, more.length),
    );
  } catch (error) {
    if (!(error instanceof ReadBackError)) throw error;
    return [
      diagnostic({
        file: place.file,
        rule: 'leak',
        found: `a PDF of the ${place.edition} edition that cannot be read back: ${error.message}`,
        expected: 'a file in which every word can be checked',
        advice: 'no file was written; try again, and if it happens twice report it as a fault of Gathering',
      }),
    ];
  }
}

/** One message for a page is enough, however much of it leaks. */
function byPlace(leaks: readonly Leak[]): [Leak, ...Leak[]][] {
  const places = new Map<string, [Leak, ...Leak[]]>();
  for (const leak of leaks) {
    const key = `${leak.channel}\0${leak.where}`;
    const others = places.get(key);
    if (others) others.push(leak);
    else places.set(key, [leak]);
  }
  return [...places.values()];
}
