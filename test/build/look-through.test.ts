import { describe, expect, it } from 'vitest';
import { lookThrough } from '../../src/build/look-through.js';
import { findingsReceived, lookThroughApart } from '../../src/build/look-through-apart.js';
import { LESSON, pdfOf, SECRET, withheldOf } from '../leaks/make.js';

describe('a file that another thread looks through', () => {
  it('has the same leaks and the same faults of print', async () => {
    const file = {
      bytes: await pdfOf([SECRET]),
      name: 'tiny/participant.pdf',
      edition: 'participant',
      made: { target: 'home' as const, sheets: true, multiple: 1 },
      withheld: withheldOf(LESSON),
    };
    const here = await lookThrough(file);
    expect(here.leaks).toHaveLength(1);
    expect(here.faults).not.toEqual([]);
    // Between threads only data passes, and arrives as a copy.
    const sent = structuredClone(await lookThroughApart(structuredClone(file)));
    expect(findingsReceived(sent)).toEqual(here);
  });
});
