import type { GlyphPosition, LaidNode, Line, Run } from './nodes.js';

/** Attributes of a run, also those that nothing here reads. */
type Attributes = Run['attributes'] & Record<string, unknown>;

/** Of a line: all that is read of it once it is set, here or by react-pdf's painter. */
export const OF_LINES = ['string', 'runs', 'box', 'ascent', 'xAdvance', 'overflowRight', 'decorationLines'] as const;

/** Of a run. */
export const OF_RUNS = ['glyphs', 'positions', 'xAdvance', 'height', 'descent', 'attributes', 'tag'] as const;

/** Of a run's attributes. */
export const OF_ATTRIBUTES = [
  'font',
  'fontSize',
  'color',
  'opacity',
  'link',
  'attachment',
  'backgroundColor',
  'underlineStyle',
  'align',
  'direction',
  'bidiLevel',
] as const;

/**
 * Takes away from the lines of laid-out nodes, in place, what only the setting of paragraphs needed, and has runs share what is
 * equal in them: the places of glyphs, of which each letter of a font in one size has nearly always the same, and attributes.
 * react-pdf makes an object of its own for each glyph on a line, which is most of what a laid-out page takes. So nothing in these
 * may be changed from then on, only replaced. Pictures are left as they are.
 */
export function leanLines(nodes: readonly LaidNode[]): void {
  const places = new Map<number, GlyphPosition[]>();
  const attributes = new Map<string, Attributes[]>();
  const walk = (node: LaidNode): void => {
    if (node.type === 'SVG') return;
    if (node.lines) node.lines = node.lines.map(lineOf);
    node.children?.forEach(walk);
  };
  const lineOf = (line: Line): Line => ({ ...picked(line, OF_LINES), runs: line.runs.map(runOf) });
  const runOf = (run: Run): Run => ({
    ...picked(run, OF_RUNS),
    positions: run.positions.map((place) => shared(place, at(places, place.xAdvance), isSamePlace)),
    attributes: attributesOf(run.attributes as Attributes),
  });
  const attributesOf = (its: Attributes): Attributes => {
    const known = at(attributes, `${its.fontSize} ${its.color} ${its.underlineStyle}`);
    return shared(picked(its, OF_ATTRIBUTES), known, isSameAttributes);
  };
  nodes.forEach(walk);
}

/** An object with those of its properties that are named and there. */
function picked<T extends object>(whole: T, keys: readonly string[]): T {
  const some: Record<string, unknown> = {};
  for (const key of keys) if (key in whole) some[key] = whole[key as keyof T];
  return some as T;
}

function at<K, V>(known: Map<K, V[]>, key: K): V[] {
  const before = known.get(key);
  if (before) return before;
  const list: V[] = [];
  known.set(key, list);
  return list;
}

/** The first of those that are equal. */
function shared<T>(one: T, known: T[], isSame: (one: T, other: T) => boolean): T {
  for (const other of known) if (isSame(one, other)) return other;
  known.push(one);
  return one;
}

function isSamePlace(one: GlyphPosition, other: GlyphPosition): boolean {
  return (
    Object.is(one.xAdvance, other.xAdvance) &&
    Object.is(one.yAdvance, other.yAdvance) &&
    Object.is(one.xOffset, other.xOffset) &&
    Object.is(one.yOffset, other.yOffset) &&
    one.advanceWidth === other.advanceWidth
  );
}

function isSameAttributes(one: Attributes, other: Attributes): boolean {
  return OF_ATTRIBUTES.every((key) => isSameValue(one[key], other[key]) && key in one === key in other);
}

/** Fonts stand in a list of their own for each run. */
function isSameValue(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((item, index) => Object.is(item, other[index]));
}
