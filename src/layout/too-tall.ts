import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { LaidSection } from './section.js';

/** Warns of blocks that had to be divided against their own rules because no page can hold them. */
export function checkHeights({ tooTall }: LaidSection, file: string): Diagnostic[] {
  return tooTall.map((anchor) =>
    diagnostic({
      file,
      rule: 'block-too-tall',
      found: `a block that is taller than a page${anchor ? `, at “${anchor}”` : ''}`,
      expected: 'rows, stanzas and notes that fit on one page',
      advice: 'divide it; it was cut where no line is hurt',
    }),
  );
}
