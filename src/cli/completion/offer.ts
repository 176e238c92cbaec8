import { UNSAFE } from '../../diagnostics/visible.js';

/** Something that can be typed, and in a few words what it means. */
export interface Candidate {
  value: string;
  description?: string;
}

/** What is offered at a place of the line, and what the shell is to do where that is nothing. */
export interface Offered {
  values: Candidate[];
  directive: Directive;
}

/** What a shell does when it is offered nothing: numbers of the protocol that Cobra's scripts speak, and those of tab. */
export const DIRECTIVES = { files: 0, nothingElse: 4, folders: 16 } as const;

type Directive = (typeof DIRECTIVES)[keyof typeof DIRECTIVES];

/** Those that begin with what is typed. A name that could not be printed on a line of its own is left out. */
export function offer(
  typed: string,
  candidates: readonly Candidate[],
  directive: Directive = DIRECTIVES.nothingElse,
): Offered {
  const values = candidates
    .filter(({ value }) => value.startsWith(typed) && value.search(UNSAFE) < 0)
    .map(({ value, description = '' }) => ({ value, description: description.replace(UNSAFE, ' ') }));
  return { values, directive };
}
