import { openFace } from './font.js';
import type { Theme } from './model.js';

/** A character that no font of a theme has. */
export interface UncoveredCharacter {
  /** Offset in the text, in UTF-16 code units. */
  index: number;
  codePoint: number;
}

/** Characters that are never drawn: tab, line feed, carriage return, soft hyphen. */
const UNDRAWN = new Set([0x09, 0x0a, 0x0d, 0xad]);

/**
 * The characters of a text that neither the body font of a theme nor any of its fallback fonts has: they would be
 * printed as empty boxes.
 */
export function uncovered(theme: Theme, text: string): UncoveredCharacter[] {
  const missing: UncoveredCharacter[] = [];
  let index = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    if (!covers(theme, codePoint)) missing.push({ index, codePoint });
    index += character.length;
  }
  return missing;
}

const answers = new WeakMap<Theme['fonts'], Map<number, boolean>>();

function covers(theme: Theme, codePoint: number): boolean {
  if (UNDRAWN.has(codePoint)) return true;
  const known = answers.get(theme.fonts) ?? new Map<number, boolean>();
  answers.set(theme.fonts, known);
  let answer = known.get(codePoint);
  if (answer === undefined) {
    const families = [theme.fonts.body, ...theme.fonts.fallback];
    // The upright face stands for its family, as it does when a family lacks an italic.
    const faces = families.flatMap(({ faces: all }) => all.find((face) => face.style === 'normal') ?? all[0] ?? []);
    answer = faces.some((face) => openFace(face).hasGlyphForCodePoint(codePoint));
    known.set(codePoint, answer);
  }
  return answer;
}
