import type { Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { wordsStandAlone } from '../../../src/layout/shaping/space-rules.js';

/** Glyphs of a made-up font: the space, and two letters. */
const [SPACE, A, B] = [1, 2, 3];

interface Made {
  type: number;
  table: object;
  flags?: object;
}

const covering = (...glyphs: number[]) => ({ version: 1, glyphs });
const ranging = (start: number, end: number) => ({ version: 2, rangeRecords: [{ start, end, startCoverageIndex: 0 }] });
/** Classes of the space and the letters, in this order. */
const classes = (...classValueArray: number[]) => ({ version: 1, startGlyph: SPACE, classValueArray });
const applying = (...indexes: number[]) => indexes.map((lookupListIndex) => ({ sequenceIndex: 0, lookupListIndex }));

/** A layout table whose first lookup a feature of a script leads to. */
function tableOf(lookups: Made[], { tag = 'liga', script = 'latn' } = {}) {
  const made = lookups.map(({ type, table, flags = {} }) => ({
    lookupType: type,
    flags: { flags },
    subTables: [table],
  }));
  const used = { tag: script, script: { defaultLangSys: { featureIndexes: [0] } } };
  const usual = { tag: 'DFLT', script: { defaultLangSys: { featureIndexes: [] } } };
  return {
    scriptList: [usual, used],
    featureList: [{ tag, feature: { lookupListIndexes: lookups.length > 0 ? [0] : [] } }],
    lookupList: { get: (index: number) => made[index] },
  };
}

function fontOf(tables: object): Font {
  return { glyphForCodePoint: () => ({ id: SPACE }), GPOS: tableOf([]), ...tables } as unknown as Font;
}

const substituting = (...lookups: Made[]) => wordsStandAlone(fontOf({ GSUB: tableOf(lookups) }));
const placing = (...lookups: Made[]) => wordsStandAlone(fontOf({ GPOS: tableOf(lookups) }));
const ligature = (...components: number[]) => ({
  type: 4,
  table: { coverage: covering(A), ligatureSets: { toArray: () => [[{ components }]] } },
});

describe('words of a font', () => {
  it('stand alone where it has no rules', () => {
    expect(wordsStandAlone(fontOf({}))).toBe(true);
  });

  it('do not where nothing can be known of its rules', () => {
    expect(wordsStandAlone(fontOf({ GPOS: undefined }))).toBe(false);
    expect(wordsStandAlone(fontOf({ morx: {} }))).toBe(false);
    expect(wordsStandAlone(fontOf({ glyphForCodePoint: () => ({ id: 0 }) }))).toBe(false);
    expect(substituting({ type: 8, table: {} })).toBe(false);
    expect(wordsStandAlone(fontOf({ GPOS: { ...tableOf([]), scriptList: [] } }))).toBe(false);
  });

  it('do not where its space is a mark', () => {
    expect(wordsStandAlone(fontOf({ GDEF: { glyphClassDef: classes(3, 1, 1) } }))).toBe(false);
    expect(wordsStandAlone(fontOf({ GDEF: { glyphClassDef: classes(1, 1, 1) } }))).toBe(true);
  });

  it('stand alone where letters and spaces are kerned', () => {
    expect(placing({ type: 2, table: { coverage: covering(SPACE, A) } })).toBe(true);
  });

  it('do not where a ligature holds a space between letters', () => {
    expect(substituting(ligature(B))).toBe(true);
    expect(substituting(ligature(B, SPACE))).toBe(true);
    expect(substituting(ligature(SPACE, B))).toBe(false);
  });

  it('do not where a rule overlooks spaces', () => {
    const { type, table } = ligature(B);
    expect(substituting({ type, table, flags: { ignoreBaseGlyphs: true } })).toBe(false);
    const GSUB = tableOf([{ type, table, flags: { ignoreBaseGlyphs: true } }]);
    expect(wordsStandAlone(fontOf({ GSUB, GDEF: { glyphClassDef: classes(0, 1, 1) } }))).toBe(true);
  });

  it('do not where a space becomes another glyph', () => {
    expect(substituting({ type: 1, table: { coverage: covering(A) } })).toBe(true);
    expect(substituting({ type: 1, table: { coverage: ranging(SPACE, B) } })).toBe(false);
  });

  it('do not where a space is tied at both its ends', () => {
    const tied = (entryAnchor: object | null, exitAnchor: object | null) =>
      placing({
        type: 3,
        table: { coverage: covering(A, SPACE), entryExitRecords: [{}, { entryAnchor, exitAnchor }] },
      });
    expect(tied({}, null)).toBe(true);
    expect(tied(null, {})).toBe(true);
    expect(tied({}, {})).toBe(false);
  });

  it.each([
    ['input', { inputCoverage: [covering(A), covering(SPACE)] }, false],
    ['the outermost before', { backtrackCoverage: [covering(SPACE)], inputCoverage: [covering(A)] }, true],
    ['inner before', { backtrackCoverage: [covering(B), covering(SPACE)], inputCoverage: [covering(A)] }, false],
    ['the outermost behind', { inputCoverage: [covering(A)], lookaheadCoverage: [covering(B), covering(SPACE)] }, true],
    ['inner behind', { inputCoverage: [covering(A)], lookaheadCoverage: [covering(SPACE), covering(B)] }, false],
  ])('with a space as %s of a rule for lists of glyphs', (_, table, stand) => {
    expect(substituting({ type: 6, table: { version: 3, lookupRecords: [], ...table } })).toBe(stand);
  });

  it.each([
    ['another class', { input: [2], lookahead: [2, 2] }, true],
    ['the class of the space as input', { input: [0] }, false],
    ['it behind', { input: [2], lookahead: [0] }, true],
    ['it in between', { input: [2], lookahead: [0, 2] }, false],
    ['it before', { backtrack: [0], input: [2] }, true],
    ['it among what is before', { backtrack: [0, 2], input: [2] }, false],
  ])('with %s in a rule for classes', (_, rule, stand) => {
    const all = classes(0, 1, 2);
    const table = {
      version: 2,
      coverage: covering(A),
      ...{ backtrackClassDef: all, inputClassDef: all, lookaheadClassDef: all },
      chainClassSet: [null, [{ ...rule, lookupRecords: [] }]],
    };
    expect(substituting({ type: 6, table })).toBe(stand);
  });

  it('do not where a rule for glyphs begins with a space or holds one', () => {
    const rule = (first: number, ...input: number[]) =>
      substituting({
        type: 5,
        table: { version: 1, coverage: covering(first), ruleSets: [[{ input, lookupRecords: [] }]] },
      });
    expect(rule(A, B)).toBe(true);
    expect(rule(SPACE, B)).toBe(false);
    expect(rule(A, SPACE)).toBe(false);
  });

  it('count the rules that others lead to', () => {
    const leading = (...lookups: number[]) => ({
      type: 6,
      table: { version: 3, inputCoverage: [covering(A)], lookupRecords: applying(...lookups) },
    });
    expect(substituting(leading(), ligature(SPACE, B))).toBe(true);
    expect(substituting(leading(1), ligature(SPACE, B))).toBe(false);
    expect(substituting(leading(1), leading(2), ligature(SPACE, B))).toBe(false);
    const { type, table } = ligature(SPACE, B);
    expect(substituting({ type: 7, table: { lookupType: type, extension: table } })).toBe(false);
  });

  it('count only rules of Latin text that are applied by themselves', () => {
    const across = [ligature(SPACE, B)];
    const standing = (where: object) => wordsStandAlone(fontOf({ GSUB: tableOf(across, where) }));
    expect(standing({})).toBe(false);
    expect(standing({ tag: 'dlig' })).toBe(true);
    expect(standing({ script: 'hebr' })).toBe(true);
  });
});
