import type { Phase } from '../build-types.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { checkLeaks } from '../leaks/gate.js';
import type { KnownTexts } from '../leaks/shown-texts.js';
import type { KnownWords } from '../leaks/told-apart.js';
import type { Withheld } from '../leaks/withheld.js';
import { pdfObjectsIn } from '../memory/pdf-objects.js';
import type { PreflightOptions } from '../print/preflight/model.js';
import type { KnownPages } from '../print/preflight/preflight.js';
import { FilePages } from './kept/shown-pages.js';
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
  /** Where what its pages show is to be kept for other processes: what they kept of them, if anything. */
  kept?: { pages?: Uint8Array };
}

/** What was found in a file: faults of print, and words that are for other eyes. */
export interface Findings {
  faults: MadeFinding[];
  leaks: Diagnostic[];
  /** What its pages show, where that is to be kept and is not what was kept before. */
  keep?: Uint8Array;
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
  { bytes, name, edition = '', made, withheld, kept }: FinishedFile,
  tell: (phase: Phase) => void = () => {},
  remembered?: KnownFiles,
): Promise<Findings> => {
  tell('preflight');
  const pages = kept && (await FilePages.from(kept.pages));
  const known = remembered ?? (pages && { texts: pages.texts, pages: pages.pages, words: new Map() });
  // Both read the same bytes, once.
  const objectsIn = pdfObjectsIn(bytes);
  const faults = await checkMade(bytes, name, made, { known: known?.pages, objectsIn });
  if (withheld) tell('read-back');
  const leaks = withheld ? await checkLeaks(bytes, withheld, { file: name, edition }, known, objectsIn) : [];
  const keep = await pages?.packed();
  return { faults, leaks, ...(keep ? { keep } : {}) };
};
