import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { LaidSection } from './section.js';

/** Warns of a lesson whose handout needs more than the two sides of a sheet. */
export function checkSides({ pages }: LaidSection, file: string): Diagnostic[] {
  if (pages.length <= 2) return [];
  return [
    diagnostic({
      file,
      rule: 'handout-length',
      found: `a handout of ${pages.length} pages, even without writing lines`,
      expected: 'both sides of one sheet',
      advice: 'shorten the questions, or make an edition that leaves some of them out',
    }),
  ];
}
