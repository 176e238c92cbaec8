import type * as fontkit from 'fontkit';
import type { Glyph, GlyphPosition } from '../layout/nodes.js';

/** A stretch of a line in one font. */
export interface SlugRun {
  font: fontkit.Font;
  glyphs: Glyph[];
  /** Advances in points. */
  positions: GlyphPosition[];
  /** In points. */
  width: number;
}

/**
 * One line of text in the first of several fonts that has each character, made smaller when it is too long. Characters
 * that no font has are left out.
 *
 * @param size - Type size in points.
 * @param measure - Longest that the line may be, in points.
 */
export function setSlugLine(
  text: string,
  fonts: readonly fontkit.Font[],
  size: number,
  measure: number,
): { size: number; runs: SlugRun[] } {
  const stretches: { font: fontkit.Font; text: string }[] = [];
  for (const character of text) {
    const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
    const last = stretches.at(-1);
    if (font && last?.font === font) last.text += character;
    else if (font) stretches.push({ font, text: character });
  }
  const at = (points: number) => stretches.map((stretch) => setRun(stretch, points));
  const runs = at(size);
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  if (width <= measure) return { size, runs };
  const smaller = Math.floor(((size * measure) / width) * 100) / 100;
  return { size: smaller, runs: at(smaller) };
}

function setRun({ font, text }: { font: fontkit.Font; text: string }, size: number): SlugRun {
  const run = font.layout(text);
  const points = size / font.unitsPerEm;
  const positions = run.positions.map(({ xAdvance }) => ({ xAdvance: xAdvance * points }));
  return {
    font,
    glyphs: run.glyphs as unknown as Glyph[],
    positions,
    width: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
  };
}
