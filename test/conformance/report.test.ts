import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { faultOf, readReport, type Verdict } from '../../conformance/report.js';
import { Unchecked } from '../../conformance/unchecked.js';

/** What veraPDF 1.28.2 said of three files, without times and with four of the rules that it found broken. */
const REPORT = readFileSync(join(import.meta.dirname, 'fixtures/ua1.json'), 'utf8');

const read = (name: string, flavour: 'ua1' | '2a' = 'ua1') => {
  const [verdict] = readReport(REPORT, flavour, [`/booklets/${name}`]);
  if (!verdict) throw new Error('no verdict');
  return verdict;
};

describe('a report', () => {
  it('says of a file that passes how much was checked', () => {
    const verdict = read('tagged.pdf');
    expect(verdict).toMatchObject({
      compliant: true,
      rules: { passed: 106, failed: 0 },
      checks: { passed: 46717, failed: 0 },
      broken: [],
    });
    expect(faultOf(verdict)).toBeUndefined();
  });

  it('says of a file that fails which rules it breaks, how often and where', () => {
    const verdict = read('untagged.pdf');
    expect(faultOf(verdict)).toBe('breaks rules');
    expect(verdict.broken.map(({ rule, count }) => [rule, count])).toEqual([
      ['7.1-3', 3155],
      ['7.1-11', 1],
      ['7.18.5-1', 104],
      ['7.18.5-2', 104],
    ]);
    expect(verdict.broken[0]).toMatchObject({
      description: 'Content shall be marked as Artifact or tagged as real content',
      example: expect.stringMatching(/^Content is neither marked.*: root\/document\[0\]\/pages\[0\]/),
    });
  });

  it('says why a file could not be read', () => {
    expect(faultOf(read('no-pdf.pdf'))).toContain('End of file is reached');
  });

  it('does not pass a file that it does not mention', () => {
    expect(faultOf(read('forgotten.pdf'))).toBe('veraPDF did not mention the file');
  });

  it('does not pass a file that it held to another standard', () => {
    expect(faultOf(read('tagged.pdf', '2a'))).toContain('PDF/A-2A');
  });

  it.each(['', 'Exception in thread "main"', '{}', '{"report":{"jobs":[{"itemDetails":{}}]}}'])(
    'is not taken for one where it is %j',
    (text) => {
      expect(() => readReport(text, 'ua1', ['a.pdf'])).toThrow(Unchecked);
    },
  );
});

describe('a verdict', () => {
  const good: Verdict = {
    file: 'a.pdf',
    flavour: 'ua1',
    compliant: true,
    rules: { passed: 106, failed: 0 },
    checks: { passed: 10, failed: 0 },
    broken: [],
  };

  it.each([
    ['nothing was checked', { checks: { passed: 0, failed: 0 } }],
    ['nothing was checked', { rules: { passed: 0, failed: 0 } }],
    ['breaks rules', { rules: { passed: 105, failed: 1 } }],
    ['breaks rules', { checks: { passed: 9, failed: 1 } }],
    ['not compliant, says veraPDF, and names no rule', { compliant: false }],
  ])('is bad: %s', (fault, change) => {
    expect(faultOf({ ...good, ...change })).toBe(fault);
  });
});
