import { createHash } from 'node:crypto';
import type * as fontkit from 'fontkit';
import { nameForAll } from '../memory/identity.js';
import type { FontFamily, Theme } from '../theme/model.js';
import { rememberingFont } from './shaping/remembering-font.js';

/** What react-pdf hands over when it asks for a font. */
interface FontDescriptor {
  fontFamily: string;
  fontWeight?: number | string;
  fontStyle?: string;
}

interface LoadedFace {
  weight: number;
  style: 'normal' | 'italic';
  data: fontkit.Font;
}

/**
 * The fonts of a theme in the shape that react-pdf's layout asks for. It takes the place of react-pdf's own store, so
 * that bytes come from the theme (never from a path or the network), each file is parsed once, and a weight or style
 * that a family lacks falls to the nearest face instead of an error.
 */
export class ThemeFonts {
  readonly #families = new Map<string, LoadedFace[]>();
  readonly #default: string;
  /** Every face once, in one order for the same theme. */
  readonly faces: readonly fontkit.Font[];

  constructor(theme: Theme) {
    const { body, heading, label, code, fallback } = theme.fonts;
    const families = [body, heading, label, code, ...fallback];
    for (const family of families) this.#add(family);
    this.#default = body.family;
    this.faces = [...new Set([...this.#families.values()].flatMap((faces) => faces.map(({ data }) => data)))];
    nameForAll(this, () => `fonts ${nameOf(families)}`);
  }

  /** Called by react-pdf for every text style. Unknown families (its own built-in default) give the body's. */
  getFont = ({ fontFamily, fontWeight, fontStyle }: FontDescriptor): { data: fontkit.Font } => {
    const faces = this.#families.get(fontFamily) ?? this.#families.get(this.#default) ?? [];
    const style = fontStyle === 'italic' || fontStyle === 'oblique' ? 'italic' : 'normal';
    const weight = typeof fontWeight === 'number' ? fontWeight : fontWeight === 'bold' ? 700 : 400;
    const sameStyle = faces.filter((face) => face.style === style);
    const pool = sameStyle.length > 0 ? sameStyle : faces;
    const best = pool.reduce((a, b) => (Math.abs(b.weight - weight) < Math.abs(a.weight - weight) ? b : a));
    return { data: best.data };
  };

  /** Fonts are parsed when the store is made, so there is nothing to wait for. */
  load = async (): Promise<void> => {};
  getHyphenationCallback = (): null => null;
  getEmojiSource = (): null => null;

  #add(family: FontFamily): void {
    if (this.#families.has(family.family)) return;
    this.#families.set(
      family.family,
      family.faces.map((face) => ({ weight: face.weight, style: face.style, data: rememberingFont(face.data) })),
    );
  }
}

/** What a glyph is in any process: its number in its font, and the characters that it stands for. */
export function glyphOf(font: fontkit.Font, id: number, codePoints: number[]): fontkit.Glyph {
  const glyph = font.getGlyph(id, codePoints);
  if (glyph.codePoints.join() === codePoints.join()) return glyph;
  // A glyph of no characters may have been asked for as that of some before.
  return Object.create(glyph, { codePoints: { value: codePoints, enumerable: true } });
}

const hashes = new WeakMap<Uint8Array, string>();

/** Families by their names, faces by what is in their files. */
function nameOf(families: readonly FontFamily[]): string {
  const hashOf = (bytes: Uint8Array) => {
    const hash = hashes.get(bytes) ?? createHash('sha256').update(bytes).digest('base64url');
    hashes.set(bytes, hash);
    return hash;
  };
  return JSON.stringify(
    families.map(({ family, faces }) => [
      family,
      faces.map(({ weight, style, data }) => [weight, style, hashOf(data)]),
    ]),
  );
}
