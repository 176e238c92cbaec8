import { create, type Font, type Glyph } from 'fontkit';
import { sameValues } from '../../memory/keep.js';
import { Recent } from '../../memory/recent.js';
import { type Shaped, WordShapes } from './word-shapes.js';

/** Strings of a font that are kept whole, where they are not put together from words. */
const STRINGS = 512;

/** Measures that every line asks for and that fontkit looks up in the font's tables each time. */
const MEASURES = ['unitsPerEm', 'ascent', 'descent', 'lineGap'] as const;

/** Code points of the Basic Multilingual Plane, of which it is remembered whether the font has them. */
const PLANE = 0x10000;

const parsed = new WeakMap<Uint8Array, Font>();

/** Parses a font once however many editions use it. It remembers what layout asks it again and again, in bounded memory. */
export function rememberingFont(bytes: Uint8Array): Font {
  const known = parsed.get(bytes);
  if (known) return known;
  const font = create(bytes as Buffer) as Font;
  keepCharacters(font);
  rememberCoverage(font);
  rememberShaping(font);
  for (const measure of MEASURES) Object.defineProperty(font, measure, { value: font[measure] });
  parsed.set(bytes, font);
  return font;
}

/**
 * A font has one object for each glyph, which says for ever what characters it was first asked for with: none, where it was
 * first needed as a part of another while an edition was embedded. The line breaker counts those characters, and would
 * divide the next edition's words in the wrong place. So each caller gets a glyph of the characters that it asks for.
 */
function keepCharacters(font: Font): void {
  const own = new Map<string, Glyph>();
  const getGlyph = font.getGlyph.bind(font);
  Object.defineProperty(font, 'getGlyph', {
    value: (id: number, characters: number[] = []) => {
      const glyph = getGlyph(id, characters);
      if (!glyph || characters.length === 0 || sameValues(characters, glyph.codePoints)) return glyph;
      const key = `${id} ${characters.join()}`;
      const known = own.get(key) ?? Object.create(glyph, { codePoints: { value: characters, enumerable: true } });
      own.set(key, known);
      return known;
    },
  });
}

/** Every character of a text is looked for in its font, and only then in others. */
function rememberCoverage(font: Font): void {
  const [UNKNOWN, HAS, LACKS] = [0, 1, 2];
  const answers = new Uint8Array(PLANE);
  const look = font.hasGlyphForCodePoint.bind(font);
  Object.defineProperty(font, 'hasGlyphForCodePoint', {
    value: (codePoint: number) => {
      if (codePoint >= PLANE) return look(codePoint);
      if (answers[codePoint] === UNKNOWN) answers[codePoint] = look(codePoint) ? HAS : LACKS;
      return answers[codePoint] === HAS;
    },
  });
}

/**
 * Shaping is the dearest step of layout, and two editions set most of the same words. So words are shaped once where they
 * may be, and of other strings the last are kept. Each caller gets lists of its own, because the line breaker changes the ones
 * it is given.
 */
function rememberShaping(font: Font): void {
  const layout = font.layout.bind(font) as unknown as (string: string, ...rest: unknown[]) => Shaped;
  const words = new WordShapes(font, (string, script) => layout(string, [], script, undefined, 'ltr'));
  const strings = new Recent<string, Shaped>(STRINGS);
  Object.defineProperty(font, 'layout', {
    value: (string: string, ...rest: unknown[]) => {
      const joined = isPlain(rest) ? words.of(string) : undefined;
      if (joined) return joined;
      const key = `${JSON.stringify(rest)}${string}`;
      let shaped = strings.get(key);
      if (!shaped) {
        shaped = layout(string, ...rest);
        strings.set(key, shaped);
      }
      return { glyphs: [...shaped.glyphs], positions: [...shaped.positions] };
    },
  });
}

/** Whether a string is shaped from the left, by nothing but what a font does by itself. */
function isPlain([features, script, language, direction]: readonly unknown[]): boolean {
  const byItself = features === undefined || (Array.isArray(features) && features.length === 0);
  return byItself && script === undefined && language === undefined && direction === 'ltr';
}
