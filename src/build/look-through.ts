import type { Phase } from '../build-types.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { checkLeaks } from '../leaks/gate.js';
import type { KnownTexts } from '../leaks/shown-texts.js';
import type { KnownWords } from '../leaks/told-apart.js';
import type { Withheld } from '../leaks/withheld.js';
import { pdfObjectsIn } from '../memory/pdf-objects.js';
import type { PreflightOptions } from '../print/preflight/model.js';
import type { KnownPages } from '../print/preflight/preflight.js';
import { checkMade, type MadeFinding } from './preflight.js';

/** A finished file that is to be looked through. It can be sent to another thread. */
export interface FinishedFile {
  /** As it lies on the disk. */
  bytes: Uint8Array;
  /** As authors know it. */
  name: string;
  /** Absent for what is for several editions. */
  edition?: string;
  made: Omit<PreflightOptions, 'trim' | 'blanks'>;
  /** What must not be found in it; absent where its pages have been looked at in another file. */
  withheld?: Withheld;
}

/** What was found in a file: faults of print, and words that are for other eyes. */
export interface Findings {
  faults: MadeFinding[];
  leaks: Diagnostic[];
}

/** What was read in finished files before, page by page, by what lies of each page in the file. */
export interface KnownFiles {
  texts: KnownTexts;
  pages: KnownPages;
  /** The words of texts, whatever file they stand in. */
  words: KnownWords;
}

/** Looks a finished file through for what goes wrong in print, and reads it back to search it for what its readers must not see. */
export type LookThrough = (file: FinishedFile, tell?: (phase: Phase) => void) => Promise<Findings>;

export const lookThrough = async (
  { bytes, name, edition = '', made, withheld }: FinishedFile,
  tell: (phase: Phase) => void = () => {},
  known?: KnownFiles,
): Promise<Findings> => {
  tell('preflight');
  // Both read the same bytes, once.
  const objectsIn = pdfObjectsIn(bytes);
  const faults = await checkMade(bytes, name, made, { known: known?.pages, objectsIn });
  if (!withheld) return { faults, leaks: [] };
  tell('read-back');
  return { faults, leaks: await checkLeaks(bytes, withheld, { file: name, edition }, known, objectsIn) };
};
