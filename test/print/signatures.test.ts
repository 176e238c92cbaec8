import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAPERS, TRIMS } from '../../src/geometry/frame.js';
import { mm } from '../../src/geometry/units.js';
import { describePlan } from '../../src/print/signatures/describe.js';
import type { PlanOptions, Scheme, Signature } from '../../src/print/signatures/model.js';
import { planSignatures } from '../../src/print/signatures/plan.js';
import { planProblems } from '../../src/print/signatures/problems.js';
import { fold } from './fold.js';

const half = TRIMS['half-letter'];
const quarter = { width: 306, height: 396 };
const SCHEMES: { scheme: Scheme; trim: PlanOptions['trim']; toTheSheet: number; sheetsPerSignature?: number }[] = [
  { scheme: 'saddle', trim: half, toTheSheet: 4 },
  ...[1, 2, 3, 4, 7].map((sheetsPerSignature) => ({
    scheme: 'signatures' as const,
    trim: half,
    toTheSheet: 4,
    sheetsPerSignature,
  })),
  { scheme: 'cut-2', trim: half, toTheSheet: 4 },
  { scheme: 'cut-4', trim: quarter, toTheSheet: 8 },
  { scheme: 'single', trim: TRIMS.letter, toTheSheet: 2 },
];

const pagesOf = (plan: readonly Signature[]) =>
  plan.map(({ sheets }) =>
    sheets.map(({ front, back }) => [front.map(({ page }) => page ?? 0), back.map(({ page }) => page ?? 0)]),
  );

describe.each(SCHEMES)('$scheme of $sheetsPerSignature', ({ toTheSheet, ...scheme }) => {
  describe.each(['short', 'long'] as const)('turned over the %s edge', (flip) => {
    it.each(['left-to-right', 'right-to-left'] as const)('folds back to 1 to n, read %s', (direction) => {
      const options = { ...scheme, flip, direction };
      for (let pages = 1; pages <= 400; pages += 1) {
        const plan = planSignatures(pages, PAPERS.letter, options);
        const sheets = plan.flatMap((signature) => signature.sheets);
        const read = fold(plan, options);
        expect(read.length).toBe(sheets.length * toTheSheet);
        expect(read.flatMap(({ page }) => page ?? [])).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
        expect(sheets.length).toBe(Math.ceil(pages / toTheSheet));
        const rectoHand = direction === 'left-to-right' ? 'right' : 'left';
        const wrongHand = read.filter(({ page, hand }) => page && (page % 2 === 1) !== (hand === rectoHand));
        expect(wrongHand).toEqual([]);
      }
    });
  });

  it('keeps every page on the sheet and binds it at its spine', () => {
    for (const pages of [1, 5, 33, 127]) {
      const options = { ...scheme, thickness: mm(0.1) };
      for (const { sheets } of planSignatures(pages, PAPERS.letter, options)) {
        for (const { size, front, back } of sheets) {
          for (const { page, x, y, spine, creep } of [...front, ...back]) {
            expect(x).toBeGreaterThanOrEqual(-0.01);
            expect(y).toBeGreaterThanOrEqual(-0.01);
            expect(x + scheme.trim.width).toBeLessThanOrEqual(size.width + 0.01);
            expect(y + scheme.trim.height).toBeLessThanOrEqual(size.height + 0.01);
            if (page) expect(spine).toBe(page % 2 === 1 ? 'left' : 'right');
            expect(creep).toBeGreaterThanOrEqual(0);
          }
        }
      }
    }
  });
});

describe('plans one can check by hand', () => {
  const saddle = { scheme: 'saddle', trim: half } as const;

  it('puts 8 pages on two sheets folded into each other', () => {
    expect(pagesOf(planSignatures(8, PAPERS.letter, saddle))).toEqual([
      [
        [
          [8, 1],
          [2, 7],
        ],
        [
          [6, 3],
          [4, 5],
        ],
      ],
    ]);
  });

  it.each([
    [
      1,
      1,
      [
        [0, 1],
        [0, 0],
      ],
    ],
    [
      3,
      1,
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      33,
      9,
      [
        [0, 1],
        [2, 0],
      ],
    ],
    [
      127,
      32,
      [
        [0, 1],
        [2, 127],
      ],
    ],
  ])('begins a booklet of %i pages, on %i sheets, as it must', (pages, sheets, outermost) => {
    const [signature] = planSignatures(pages, PAPERS.letter, saddle);
    expect(signature?.sheets.length).toBe(sheets);
    expect(pagesOf(signature ? [signature] : [])[0]?.[0]).toEqual(outermost);
  });

  it('turns the backs for a printer that turns over the long edge', () => {
    const [sheet] = planSignatures(4, PAPERS.letter, { ...saddle, flip: 'long' })[0]?.sheets ?? [];
    expect(sheet?.back.map(({ page, x, rotation }) => [page, x, rotation])).toEqual([
      [2, 396, 180],
      [3, 0, 180],
    ]);
  });

  it('shares sheets out evenly over signatures', () => {
    const plan = planSignatures(4 * 9, PAPERS.letter, { ...saddle, scheme: 'signatures', sheetsPerSignature: 4 });
    expect(plan.map(({ sheets }) => sheets.length)).toEqual([3, 3, 3]);
    expect(pagesOf(plan)[1]?.[0]).toEqual([
      [24, 13],
      [14, 23],
    ]);
  });

  it('lays piles of cut leaves on one another', () => {
    expect(pagesOf(planSignatures(8, PAPERS.letter, { scheme: 'cut-2', trim: half }))).toEqual([
      [
        [
          [1, 5],
          [6, 2],
        ],
        [
          [3, 7],
          [8, 4],
        ],
      ],
    ]);
    expect(pagesOf(planSignatures(8, PAPERS.letter, { scheme: 'cut-4', trim: quarter }))).toEqual([
      [
        [
          [1, 3, 5, 7],
          [4, 2, 8, 6],
        ],
      ],
    ]);
  });

  it('moves inner pages towards the fold and leaves the outermost alone', () => {
    const [signature] = planSignatures(16, PAPERS.letter, { ...saddle, thickness: mm(0.1) });
    const shifts = signature?.sheets.map(({ front, back }) => [...front, ...back].map(({ creep }) => creep)) ?? [];
    expect(shifts[0]).toEqual([0, 0, 0, 0]);
    // A quarter circle around the sheets within: π/2 of their thickness.
    expect(shifts.map(([first]) => Math.round(((first ?? 0) / mm(1)) * 1000) / 1000)).toEqual([0, 0.157, 0.314, 0.471]);
    for (const own of shifts) expect(new Set(own).size).toBe(1);
  });

  it('centers pages that are smaller than half the sheet about the fold', () => {
    const trim = { width: mm(140), height: mm(200) };
    const [sheet] = planSignatures(4, PAPERS.a4, { scheme: 'saddle', trim })[0]?.sheets ?? [];
    expect(sheet?.front.map(({ x, y }) => [x, y].map((value) => Math.round(value / mm(0.1)) / 10))).toEqual([
      [8.5, 5],
      [148.5, 5],
    ]);
  });
});

describe('nonsense', () => {
  const saddle = { scheme: 'saddle', trim: half } as const;

  it.each([
    ['no pages', [0, PAPERS.letter, saddle], ['0 pages']],
    ['half a page', [1.5, PAPERS.letter, saddle], ['1.5 pages']],
    ['too many pages', [1e9, PAPERS.letter, saddle], ['1000000000 pages']],
    ['not a number', [Number.NaN, PAPERS.letter, saddle], ['NaN pages']],
    ['tiny sheets', [4, { width: mm(0.001), height: mm(0.001) }, saddle], ['a sheet of 0.001 × 0.001 mm']],
    [
      'pages too large',
      [4, PAPERS.letter, { ...saddle, trim: TRIMS.letter }],
      ['pages of 215.9 × 279.4 mm on a sheet of 215.9 × 279.4 mm'],
    ],
    ['less than no paper', [4, PAPERS.letter, { ...saddle, thickness: mm(-0.1) }], ['sheets -0.1 mm thick']],
    ['boards', [4, PAPERS.letter, { ...saddle, thickness: mm(3) }], ['sheets 3 mm thick']],
    [
      'no sheets to a signature',
      [4, PAPERS.letter, { ...saddle, scheme: 'signatures', sheetsPerSignature: 0 }],
      ['0 sheets in a signature'],
    ],
    [
      'a fold too thick',
      [2000, PAPERS.letter, { ...saddle, thickness: mm(0.1) }],
      ['500 sheets folded into each other, whose innermost would stand out by 78.383 mm'],
    ],
  ] satisfies [string, Parameters<typeof planProblems>, string[]][])(
    'is refused with a message: %s',
    (_, args, expected) => {
      const asked = args as Parameters<typeof planProblems>;
      expect(planProblems(...asked).map(({ found }) => found)).toEqual(expected);
      expect(() => planSignatures(...asked)).toThrow(RangeError);
    },
  );

  it('never gives a plan that loses a page, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2, max: 600 }),
        fc.record({ width: fc.double({ min: 1, max: 2000 }), height: fc.double({ min: 1, max: 2000 }) }),
        fc.constantFrom<Scheme>('saddle', 'signatures', 'cut-2', 'cut-4', 'single'),
        fc.double({ min: -0.5, max: 4 }),
        (pages, sheet, scheme, thickness) => {
          const options = { scheme, trim: half, thickness };
          if (planProblems(pages, sheet, options).length > 0) return;
          const read = fold(planSignatures(pages, sheet, options), options).flatMap(({ page }) => page ?? []);
          expect(read).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
        },
      ),
    );
  });
});

describe('a plan as text', () => {
  it.each([
    ['a booklet of two sheets', 7, { scheme: 'saddle', trim: half, thickness: mm(0.1) }],
    [
      'signatures of a printer that turns over the long edge',
      33,
      { scheme: 'signatures', trim: half, sheetsPerSignature: 3, flip: 'long', thickness: mm(0.1) },
    ],
    ['four leaves to a sheet', 9, { scheme: 'cut-4', trim: quarter }],
  ] satisfies [string, number, PlanOptions][])('is a table with drawings: %s', (_, pages, options) => {
    const text = describePlan(pages, planSignatures(pages, PAPERS.letter, options), options);
    expect(text).toMatchSnapshot();
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(96);
  });
});
