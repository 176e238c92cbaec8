import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bars, holdTo, ratio } from '../../bench/bars.js';
import { readOptions } from '../../bench/options.js';
import { intoPage, report } from '../../bench/report/report.js';
import { markdownTable, profileTable, sizeTable } from '../../bench/report/tables.js';
import type { ContestantResult, Results } from '../../bench/results.js';
import { growthExponent, pairedRatios, quantile, spreadOf } from '../../bench/statistics.js';
import { ROOT } from '../support/booklet.js';

const contestant = (key: string, times: number[], more: Partial<ContestantResult> = {}): ContestantResult => ({
  key,
  name: `“${key}”`,
  samples: times.map((milliseconds) => ({ milliseconds, peak: milliseconds * 1_000_000, bytes: 1_500_000 })),
  ...more,
});

const results = (contestants: ContestantResult[], more: Partial<Results> = {}): Results => ({
  machine: 'Measured on paper.',
  notes: [],
  sizes: { M: { contestants } },
  growth: [],
  ...more,
});

describe('figures', () => {
  it('are the middle one and the spread of the middle half', () => {
    expect(spreadOf([9, 1, 3, 2, 100])).toEqual({ median: 3, iqr: 7, count: 5 });
    expect(spreadOf([1, 2, 3, 4])).toEqual({ median: 2.5, iqr: 1.5, count: 4 });
    expect(spreadOf([7])).toEqual({ median: 7, iqr: 0, count: 1 });
    expect(quantile([], 0.5)).toBeNaN();
    expect(quantile([10, 20], 0.25)).toBe(12.5);
  });

  it('are compared within a round', () => {
    expect(pairedRatios([1, 4, 9], [2, 4])).toEqual([0.5, 1]);
    // A machine that is busy in one round slows both down: medians by themselves would say 0.9.
    const both = results([contestant('a', [100, 900, 110]), contestant('b', [200, 1800, 100])]);
    expect(ratio(both, 'M', 'a', 'b', 'milliseconds')?.median).toBe(0.5);
    expect(ratio(both, 'M', 'a', 'nobody', 'milliseconds')).toBeUndefined();
  });

  it('find the power by which time grows', () => {
    const times = (of: (pages: number) => number) => [10, 30, 90, 300].map((x) => ({ x, y: of(x) }));
    expect(growthExponent(times((x) => 5 * x))).toBeCloseTo(1, 10);
    expect(growthExponent(times((x) => x ** 2))).toBeCloseTo(2, 10);
    expect(growthExponent(times((x) => 1000 + x))).toBeLessThan(0.2);
  });
});

describe('the bars', () => {
  const outcomes = (given: Results) => holdTo(bars('M'), given).map(({ against, verdict }) => [against, verdict]);

  it('say which are met, and by how much one is missed', () => {
    const given = results([
      contestant('gathering-cold', [450, 440]),
      contestant('react-pdf', [1000, 1000]),
      contestant('weasyprint', [500, 500]),
      contestant('xelatex', [], { skipped: 'xelatex is not installed' }),
      contestant('gathering-edit', [150, 150]),
      contestant('typst-markdown', [100, 100]),
    ]);
    expect(outcomes(given).slice(0, 6)).toEqual([
      ['plain react-pdf, one process', 'met'],
      ['WeasyPrint ×2', 'missed by 48%'],
      ['asciidoctor-pdf ×2', 'not measured'],
      ['xelatex ×2', 'skipped: xelatex is not installed'],
      ['Vivliostyle ×2', 'not measured'],
      ['Typst from Markdown, one process', 'missed by 50%'],
    ]);
  });

  it('hold growth and memory too', () => {
    const L = { contestants: [contestant('gathering-cold', [700]), contestant('react-pdf', [1000])] };
    const growth = [
      { pages: 10, milliseconds: 100 },
      { pages: 100, milliseconds: 10_000 },
    ];
    expect(outcomes(results([], { sizes: { L }, growth })).slice(-2)).toEqual([
      ['plain react-pdf', 'met'],
      ['time ~ pages^p', 'missed by 90%'],
    ]);
  });
});

describe('the report', () => {
  it('lines its tables up', () => {
    expect(
      markdownTable([
        ['who', 'time'],
        ['Ann', '9.10 s'],
        ['Bartholomew', '–'],
      ]),
    ).toBe('| who         |   time |\n|-------------|-------:|\n| Ann         | 9.10 s |\n| Bartholomew |      – |');
  });

  it('names those that were skipped, and shows no spread of a single round', () => {
    const given = results([contestant('react-pdf', [2000]), contestant('x', [], { skipped: 'it is not there' })]);
    const [head, , row, , why] = sizeTable(given, 'M').split('\n');
    expect(head).toContain('of plain react-pdf');
    expect(row?.split('|').map((cell) => cell.trim())).toEqual([
      '',
      '“react-pdf”',
      '2.00 s',
      '–',
      '1.00',
      '–',
      '2000 MB',
      '1.50 MB',
      '',
    ]);
    expect(why).toBe('Skipped: “x” (it is not there).');
  });

  it('adds the phases of editions up', () => {
    const phases = { load: 100, 'paint, leader': 200, 'paint, participant': 100 };
    const cold = { ...contestant('gathering-cold', []), samples: [{ milliseconds: 400, phases }] };
    expect(
      profileTable(results([cold]), 'M')
        .split('\n')
        .slice(2)
        .map((row) =>
          row
            .split('|')
            .map((cell) => cell.trim())
            .filter(Boolean),
        ),
    ).toEqual([
      ['load', '100 ms', '25 %', '100 ms'],
      ['paint', '300 ms', '75 %', '200 ms', '100 ms'],
      ['together', '400 ms', '100 %', '100 ms', '200 ms', '100 ms'],
    ]);
  });

  it('has its place in docs/performance.md, where nothing else is touched', () => {
    const page = readFileSync(`${ROOT}/docs/performance.md`, 'utf8');
    const given = results([contestant('react-pdf', [1])]);
    const after = intoPage(page, given);
    expect(after).toContain(report(given));
    expect(after.slice(0, after.indexOf('<!--'))).toBe(page.slice(0, page.indexOf('<!--')));
    expect(after.slice(after.lastIndexOf('<!--'))).toBe(page.slice(page.lastIndexOf('<!--')));
    expect(intoPage(after, given)).toBe(after);
    expect(() => intoPage('A page without the place.', given)).toThrow('lost the place');
  });
});

describe('the options', () => {
  const read = (...args: string[]) => readOptions(args, ['react-pdf', 'gathering-cold']);

  it('are those of a whole run unless something is said', () => {
    expect(read()).toMatchObject({ parts: ['M', 'L', 'XL', 'growth'], rounds: 7, only: [], write: false });
    expect(read('--quick')).toMatchObject({ parts: ['S'], rounds: 1 });
    expect(read('--sizes', 'S,growth', '--only', 'react-pdf', '--rounds', '3')).toMatchObject({
      parts: ['S', 'growth'],
      rounds: 3,
      only: ['react-pdf'],
    });
  });

  it.each([
    ['--only', 'word'],
    ['--sizes', 'XXL'],
    ['--sizes', ''],
    ['--rounds', '0'],
    ['--seed', 'x'],
    ['--fast'],
    ['M'],
  ])('refuse %s %s', (...args) => expect(read(...args)).toBeUndefined());
});
