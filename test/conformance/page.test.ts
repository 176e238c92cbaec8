import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTROLS } from '../../conformance/controls.js';
import { judgeControls, type Outcome } from '../../conformance/outcome.js';
import { intoPage } from '../../conformance/page.js';
import type { Verdict } from '../../conformance/report.js';
import { asMarkdown, asText, brokenRules, verdictTable } from '../../conformance/tables.js';
import { VERSION } from '../../conformance/verapdf.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/conformance.md'), 'utf8');

const VERDICT: Verdict = {
  file: 'intercession/leader.pdf',
  flavour: '2a',
  compliant: false,
  rules: { passed: 152, failed: 1 },
  checks: { passed: 12345, failed: 1 },
  broken: [{ rule: '6.7.3.4-1', description: 'All types shall be mapped', count: 1200, example: 'root' }],
};

const OUTCOME: Outcome = {
  verdicts: [VERDICT],
  roles: { 'intercession/leader.pdf': { H1: 3, P: 1020 } },
  controls: judgeControls('intercession/leader.pdf', []),
};

describe('docs/conformance.md', () => {
  it('tells of every control and of the version of veraPDF', () => {
    for (const { name, broken } of CONTROLS) expect(page).toContain(`| \`${name}\` | ${broken} |`);
    expect(page).toContain(`By veraPDF ${VERSION}:`);
  });

  it('keeps its words when its tables are written', () => {
    const written = intoPage(page, OUTCOME, VERSION);
    expect(written).not.toBe(page);
    expect(written).toContain('| intercession/leader.pdf | PDF/A-2a | 152 | 1 | 12,345 | 1 | breaks rules |');
    expect(written).toContain('| intercession/leader.pdf | 1,023 | H1 3, P 1,020 |');
    expect(written.split('<!--')[0]).toBe(page.split('<!--')[0]);
    expect(intoPage(written, OUTCOME, VERSION)).toBe(written);
  });

  it('must have a place for them', () => {
    expect(() => intoPage('# No place\n', OUTCOME, VERSION)).toThrow('has lost the place');
  });
});

describe('a table', () => {
  it('sets numbers to the right', () => {
    const table = [
      ['file', 'checks'],
      ['a.pdf', '1,200'],
      ['b|c.pdf', '7'],
    ];
    expect(asText(table)).toBe('file     checks\na.pdf     1,200\nb|c.pdf       7');
    expect(asMarkdown(table)).toBe('| file | checks |\n|---|---:|\n| a.pdf | 1,200 |\n| b\\|c.pdf | 7 |');
  });

  it('is as long as there are verdicts', () => {
    expect(verdictTable([VERDICT, VERDICT])).toHaveLength(3);
  });
});

describe('a broken rule', () => {
  it('is told with how often, what and where', () => {
    expect(brokenRules(VERDICT)).toEqual([
      'intercession/leader.pdf, PDF/A-2a 6.7.3.4-1, 1,200 times: All types shall be mapped',
      '    for example: root',
    ]);
  });
});
