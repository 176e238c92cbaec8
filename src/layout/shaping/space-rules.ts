import type { Font } from 'fontkit';

/** Tables as fontkit reads them; only what is asked of them here is named (OpenType 1.9, GSUB, GPOS and GDEF). */
interface Coverage {
  version: number;
  glyphs?: number[];
  rangeRecords?: { start: number; end: number; startCoverageIndex: number }[];
}

interface ClassDef {
  version: number;
  startGlyph: number;
  classValueArray: number[];
  classRangeRecord: { start: number; end: number; class: number }[];
}

interface Rule {
  backtrack?: number[];
  input?: number[];
  classes?: number[];
  lookahead?: number[];
  lookupRecords: { lookupListIndex: number }[];
}

interface SubTable extends Rule1, Rule2, Rule3 {
  version: number;
  coverage?: Coverage;
  lookupType: number;
  extension: SubTable;
  ligatureSets: { toArray(): { components: number[] }[][] };
  entryExitRecords: { entryAnchor: object | null; exitAnchor: object | null }[];
}

/** Contextual rules by glyphs. */
interface Rule1 {
  ruleSets?: Rule[][];
  chainRuleSets?: Rule[][];
}

/** Contextual rules by classes of glyphs. */
interface Rule2 {
  classDef?: ClassDef;
  backtrackClassDef?: ClassDef;
  inputClassDef?: ClassDef;
  lookaheadClassDef?: ClassDef;
  classSet?: (Rule[] | null)[];
  chainClassSet?: (Rule[] | null)[];
}

/** Contextual rules by lists of glyphs, one for each place. */
interface Rule3 {
  coverages?: Coverage[];
  backtrackCoverage?: Coverage[];
  inputCoverage?: Coverage[];
  lookaheadCoverage?: Coverage[];
  lookupRecords?: Rule['lookupRecords'];
}

interface Lookup {
  lookupType: number;
  flags: { flags: { ignoreBaseGlyphs: boolean; ignoreLigatures: boolean } };
  subTables: SubTable[];
}

interface LayoutTable {
  scriptList: { tag: string; script: { defaultLangSys?: { featureIndexes: number[] } | null } }[];
  featureList: { tag: string; feature: { lookupListIndexes: number[] } }[];
  lookupList: { get(index: number): Lookup };
}

type Tables = Font & {
  GSUB?: LayoutTable;
  GPOS?: LayoutTable;
  morx?: unknown;
  GDEF?: { glyphClassDef?: ClassDef | null };
};

/** Scripts that fontkit takes the rules of for Latin text and for text without letters. */
const SCRIPTS = new Set(['latn', 'DFLT', 'dflt']);

/** Features that it applies to them unless it is told others; those of fractions only around a fraction slash. */
const FEATURES = new Set('rvrn ltra ltrm ccmp locl rlig mark mkmk calt clig liga rclt curs kern'.split(' '));

/** Classes of glyphs in GDEF. */
const [BASE, LIGATURE, MARK] = [1, 2, 3];

/**
 * Whether words of Latin text without a fraction slash may be shaped one by one in a font, each together with the space before it
 * and the one behind it. So they may where no rule looks from one word past a space into the next: a rule of what fontkit
 * applies by itself may begin or end with a space, as kerning with spaces does, but not reach across one. What cannot be told
 * counts as reaching across.
 */
export function wordsStandAlone(font: Font): boolean {
  const { GSUB, GPOS, GDEF, morx } = font as Tables;
  // Without positions of its own a font has its marks placed by another way, and Apple's tables are not looked into.
  if (!GPOS || morx) return false;
  const space = font.glyphForCodePoint(0x20).id;
  if (space === 0) return false;
  const kind = GDEF?.glyphClassDef ? classOf(space, GDEF.glyphClassDef) : BASE;
  if (kind === MARK) return false;
  const isFree = (table: LayoutTable, kinds: Kinds) =>
    // Without any of these scripts it stays with the rules of the one before, whichever that was.
    table.scriptList.some(({ tag }) => SCRIPTS.has(tag)) &&
    lookupsOf(table, kinds).every(({ lookupType, flags: { flags }, subTables }) => {
      const overlooksSpaces = (flags.ignoreBaseGlyphs && kind === BASE) || (flags.ignoreLigatures && kind === LIGATURE);
      return !overlooksSpaces && !subTables.some((sub) => reachesAcross(sub, lookupType, space, kinds));
    });
  return isFree(GPOS, POSITIONING) && (!GSUB || isFree(GSUB, SUBSTITUTION));
}

/** How far the rules of a type of lookup look. */
type Kind = 'glyph' | 'replaced' | 'pair' | 'mark' | 'chain' | 'ligature' | 'context' | 'extension';

type Kinds = Readonly<Record<number, Kind>>;

const SUBSTITUTION: Kinds = {
  1: 'replaced',
  2: 'replaced',
  3: 'replaced',
  4: 'ligature',
  5: 'context',
  6: 'context',
  7: 'extension',
};

const POSITIONING: Kinds = {
  1: 'glyph',
  2: 'pair',
  3: 'chain',
  4: 'mark',
  5: 'mark',
  6: 'mark',
  7: 'context',
  8: 'context',
  9: 'extension',
};

/** All lookups that the features lead to, also by way of others. */
function lookupsOf(table: LayoutTable, kinds: Kinds): Lookup[] {
  const scripts = table.scriptList.filter(({ tag }) => SCRIPTS.has(tag));
  const features = new Set(scripts.flatMap(({ script }) => script.defaultLangSys?.featureIndexes ?? []));
  const indexes = new Set<number>();
  for (const index of features) {
    const { tag, feature } = table.featureList[index] as LayoutTable['featureList'][number];
    if (FEATURES.has(tag)) for (const lookup of feature.lookupListIndexes) indexes.add(lookup);
  }
  // A set is walked to its end, also where it grows on the way.
  const lookups: Lookup[] = [];
  for (const index of indexes) {
    const lookup = table.lookupList.get(index);
    lookups.push(lookup);
    for (const named of lookup.subTables.flatMap((sub) => namedBy(sub, lookup.lookupType, kinds))) indexes.add(named);
  }
  return lookups;
}

/** The lookups that a contextual rule applies. */
function namedBy(table: SubTable, type: number, kinds: Kinds): number[] {
  if (kinds[type] === 'extension') return namedBy(table.extension, table.lookupType, kinds);
  if (kinds[type] !== 'context') return [];
  const records = [...rulesOf(table).flatMap((rule) => rule.lookupRecords), ...(table.lookupRecords ?? [])];
  return records.map(({ lookupListIndex }) => lookupListIndex);
}

function rulesOf({ ruleSets, chainRuleSets, classSet, chainClassSet }: SubTable): Rule[] {
  return (ruleSets ?? chainRuleSets ?? classSet ?? chainClassSet ?? []).flatMap((set) => set ?? []);
}

function reachesAcross(table: SubTable, type: number, space: number, kinds: Kinds): boolean {
  switch (kinds[type]) {
    case 'glyph':
    case 'pair':
    case 'mark':
      return false;
    case 'replaced':
      // What a space becomes is another glyph, of which nothing would be known.
      return covers(table.coverage, space);
    case 'chain': {
      // A space is a link between two words only if it is tied at both its ends.
      const { entryAnchor, exitAnchor } = table.entryExitRecords[placeIn(table.coverage, space)] ?? {};
      return Boolean(entryAnchor && exitAnchor);
    }
    case 'ligature':
      return table.ligatureSets
        .toArray()
        .some((set) => set.some(({ components }) => components.slice(0, -1).includes(space)));
    case 'context':
      return contextReachesAcross(table, space);
    case 'extension':
      return reachesAcross(table.extension, table.lookupType, space, kinds);
    default:
      return true;
  }
}

/**
 * A contextual rule changes glyphs of its input, by rules that look on from there. So no place of its input may be a space, and
 * of what is before and behind only the outermost.
 */
function contextReachesAcross(table: SubTable, space: number): boolean {
  if (covers(table.coverage, space) && rulesOf(table).length > 0) return true;
  const { classDef, inputClassDef = classDef, backtrackClassDef, lookaheadClassDef } = table;
  const spaceIn = (classes: ClassDef | undefined) => (classes ? classOf(space, classes) : space);
  const byRule = rulesOf(table).some(
    ({ backtrack = [], input, classes = input ?? [], lookahead = [] }) =>
      classes.includes(spaceIn(inputClassDef)) ||
      inner(backtrack).includes(spaceIn(backtrackClassDef)) ||
      lookahead.slice(0, -1).includes(spaceIn(lookaheadClassDef)),
  );
  const places = [
    ...(table.coverages ?? table.inputCoverage ?? []),
    ...inner(table.backtrackCoverage ?? []),
    ...(table.lookaheadCoverage?.slice(0, -1) ?? []),
  ];
  return byRule || places.some((coverage) => covers(coverage, space));
}

/** What precedes is listed from either end, by reader: where it is more than one glyph, all of them count as inner ones. */
function inner<T>(backtrack: readonly T[]): readonly T[] {
  return backtrack.length > 1 ? backtrack : [];
}

const covers = (coverage: Coverage | undefined, glyph: number): boolean => placeIn(coverage, glyph) >= 0;

/** Where a glyph stands in a coverage, or -1 where it is not covered. */
function placeIn({ glyphs = [], rangeRecords = [] }: Partial<Coverage> = {}, glyph: number): number {
  const range = rangeRecords.find(({ start, end }) => start <= glyph && glyph <= end);
  return range ? range.startCoverageIndex + glyph - range.start : glyphs.indexOf(glyph);
}

function classOf(glyph: number, classes: ClassDef): number {
  if (classes.version === 1) return classes.classValueArray[glyph - classes.startGlyph] ?? 0;
  return classes.classRangeRecord.find(({ start, end }) => start <= glyph && glyph <= end)?.class ?? 0;
}
