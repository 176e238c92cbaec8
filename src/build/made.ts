import type { BuildResult, BuiltFile } from '../build-types.js';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.js';
import type { StagedFile } from '../output/model.js';

/** A file that a build gives: to be published, unless it lies at its place, and to be told of, unless it is a manifest. */
export interface Staged {
  file?: StagedFile;
  built?: BuiltFile;
}

/** What has been made of a booklet. */
export interface MadeBooklet {
  /** What there is to say before pages are made; with an error in it there are none. */
  said: readonly Diagnostic[];
  /** What there is to say of its pages and files. */
  messages: readonly Diagnostic[];
  staged: readonly Staged[];
  /** Absent where anything of it is an error. */
  manifest?: Staged;
}

/**
 * Lets all that was made appear, and says what it is. Nothing appears where anything is an error; and where booklets cannot be
 * made at all, only that is said, since pages are made of none.
 */
export async function publish(made: readonly MadeBooklet[], messages: readonly Diagnostic[]): Promise<BuildResult> {
  const said = [...messages, ...made.flatMap((booklet) => booklet.said)];
  const all = hasErrors(said) ? said : [...said, ...made.flatMap((booklet) => booklet.messages)];
  if (hasErrors(all)) return { files: [], messages: sortDiagnostics(all) };
  const staged = made.flatMap((booklet) => booklet.staged);
  // Manifests last, so that none ever speaks of a file that is not there.
  for (const { file } of [...staged, ...made.flatMap(({ manifest }) => manifest ?? [])]) await file?.publish();
  return { files: staged.flatMap(({ built }) => built ?? []), messages: sortDiagnostics(all) };
}
