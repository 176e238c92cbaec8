import type { GlyphPosition, LaidNode, Line, Run } from './nodes.js';

/** Attributes of a run, also those that nothing here reads. */
type Attributes = Run['attributes'] & Record<string, unknown>;

/**
 * Takes away from the lines of laid-out nodes, in place, what only the setting of paragraphs needed, and has runs share what is
 * equal in them: the places of glyphs, of which each letter of a font in one size has nearly always the same, and attributes.
 * react-pdf makes an object of its own for each glyph on a line, which is most of what a laid-out page takes. So nothing in these
 * may be changed from then on, only replaced. Pictures are left as they are. What is kept is all that is read of lines later, here or by
 * react-pdf's painter.
 */
export function leanLines(nodes: readonly LaidNode[]): void {
  const places = new Map<number, GlyphPosition[]>();
  const attributes = new Map<string, Attributes[]>();
  const walk = (node: LaidNode): void => {
    if (node.type === 'SVG') return;
    if (node.lines) node.lines = node.lines.map(lineOf);
    node.children?.forEach(walk);
  };
  const lineOf = ({ string, runs, box, ascent, xAdvance, overflowRight, decorationLines }: Line): Line =>
    ({ string, runs: runs.map(runOf), box, ascent, xAdvance, overflowRight, decorationLines }) as Line;
  const runOf = (run: Run & Partial<Record<'height' | 'descent', number>>): Run => {
    const { glyphs, positions, xAdvance, height, descent } = run;
    const own = { glyphs, positions: positions.map(placeOf), xAdvance, height, descent };
    return { ...own, attributes: attributesOf(run.attributes as Attributes) } as Run;
  };
  const placeOf = (place: GlyphPosition) => shared(place, places, place.xAdvance, isSamePlace);
  const attributesOf = (its: Attributes): Attributes => {
    const { font, fontSize, color, opacity, link, attachment, backgroundColor } = its;
    const { underlineStyle, align, direction, bidiLevel } = its;
    const painted = { font, fontSize, color, opacity, link, attachment, backgroundColor };
    const own = { ...painted, underlineStyle, align, direction, bidiLevel } as Attributes;
    return shared(own, attributes, `${fontSize} ${color} ${underlineStyle}`, isSameAttributes);
  };
  nodes.forEach(walk);
}

/** The first that is equal to it, among those with the same key. */
function shared<K, T>(one: T, known: Map<K, T[]>, key: K, isSame: (one: T, other: T) => boolean): T {
  const alike = known.get(key);
  if (!alike) known.set(key, [one]);
  for (const other of alike ?? []) if (isSame(one, other)) return other;
  alike?.push(one);
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

/** Both have the same properties. */
function isSameAttributes(one: Attributes, other: Attributes): boolean {
  return Object.keys(one).every((key) => isSameValue(one[key], other[key]));
}

/** Fonts stand in a list of their own for each run. */
function isSameValue(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  return one.length === other.length && one.every((item, index) => Object.is(item, other[index]));
}
