import { PDFParser } from '@cantoo/pdf-lib';
import { describe, expect, it, vi } from 'vitest';
import { lookThrough } from '../../src/build/look-through.js';
import { findingsReceived, lookThroughApart } from '../../src/build/look-through-apart.js';
import { checkMade } from '../../src/build/preflight.js';
import { checkLeaks } from '../../src/leaks/gate.js';
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

describe('a file of which both who look through it read the objects once', () => {
  const look = async (bytes: Uint8Array) => {
    const made = { target: 'home' as const, sheets: true, multiple: 1 };
    const withheld = withheldOf(LESSON);
    const file = { bytes, name: 'tiny/participant.pdf', edition: 'participant', made, withheld };
    const parse = vi.spyOn(PDFParser, 'forBytesWithOptions');
    try {
      const together = await lookThrough(file);
      expect(parse).toHaveBeenCalledTimes(1);
      expect(together).toEqual({
        faults: await checkMade(bytes, file.name, made),
        leaks: await checkLeaks(bytes, withheld, { file: file.name, edition: file.edition }),
      });
      expect(parse).toHaveBeenCalledTimes(3);
      return together;
    } finally {
      parse.mockRestore();
    }
  };

  it('says what each says alone', async () => {
    expect((await look(await pdfOf([SECRET]))).leaks).toHaveLength(1);
    expect((await look(await pdfOf(['Who stands beside you?']))).leaks).toEqual([]);
  });

  it('says so where it cannot be read', async () => {
    const bytes = await pdfOf([SECRET]);
    const objects = Buffer.from(bytes).toString('latin1');
    const damaged = Buffer.from(objects.replace('/Type /Catalog', '/Type ]Catalog'), 'latin1');
    const { faults, leaks } = await look(damaged);
    expect(faults.map(({ message }) => message.ruleId)).toEqual(['preflight-unreadable']);
    expect(leaks.map(({ reason }) => reason).join()).toContain('cannot be read back');
  });
});
