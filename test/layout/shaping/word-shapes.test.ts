import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { rememberingFont } from '../../../src/layout/shaping/remembering-font.js';
import { wordsStandAlone } from '../../../src/layout/shaping/space-rules.js';
import { type Shape, type Shaped, WordShapes } from '../../../src/layout/shaping/word-shapes.js';

const { resolve } = createRequire(import.meta.url);
const bytesOf = (face: string) => readFileSync(resolve(`@expo-google-fonts/${face}.ttf`));

/** One face of every family of the themes. */
const FACES = [
  'atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular',
  'cardo/400Regular/Cardo_400Regular',
  'eb-garamond/400Regular/EBGaramond_400Regular',
  'eb-garamond/400Regular_Italic/EBGaramond_400Regular_Italic',
  'figtree/400Regular/Figtree_400Regular',
  'gentium-book-plus/400Regular/GentiumBookPlus_400Regular',
  'nunito/400Regular/Nunito_400Regular',
  'source-code-pro/400Regular/SourceCodePro_400Regular',
  'source-sans-3/400Regular/SourceSans3_400Regular',
];

const STRINGS = [
  'In the beginning was the Word, and the Word was with God.',
  'V “Way” To A Tav, fi ffi — “Try!” Why? 1 John 4:19–21; 12 3/4',
  ' led by a space, followed by one ',
  'two  spaces  and a 1\u20442 half',
  '12 3:4 5',
  'Élan, señor: ¿qué? Gruß\u00a0Gott',
  'soft\u00adhyphen f\u00ad i',
  'λόγος and שָׁלוֹם and word',
  'a',
  ' ',
  '',
];

const shapedFromLeft = (font: Font, text: string): Shaped => font.layout(text, [], undefined, undefined, 'ltr');

/** All that layout uses of what was shaped. */
const facts = ({ glyphs, positions }: Shaped) => ({
  ids: glyphs.map(({ id }) => id),
  places: positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => [xAdvance, yAdvance, xOffset, yOffset]),
});

const charactersOf = ({ glyphs }: Shaped) => glyphs.map(({ codePoints }) => codePoints);

describe('a font that remembers', () => {
  it.each(FACES)('shapes as %s does', (face) => {
    const plain = create(bytesOf(face)) as Font;
    const font = rememberingFont(bytesOf(face));
    expect(wordsStandAlone(plain)).toBe(true);
    // Of characters that it lacks, a plain font tells only what the first of them was.
    const has = (text: string) =>
      [...text].every((character) => plain.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
    const texts = STRINGS.filter(has);
    expect(texts.length).toBeGreaterThan(7);
    for (const text of texts) {
      const first = shapedFromLeft(font, text);
      expect(facts(first), text).toEqual(facts(shapedFromLeft(plain, text)));
      const again = shapedFromLeft(font, text);
      expect([facts(again), charactersOf(again)], text).toEqual([facts(first), charactersOf(first)]);
    }
  });

  it('gives each caller lists of its own', () => {
    const font = rememberingFont(bytesOf('nunito/400Regular/Nunito_400Regular'));
    for (const text of ['a b', 'λόγος']) {
      const { glyphs, positions } = shapedFromLeft(font, text) as { glyphs: unknown[]; positions: unknown[] };
      const count = glyphs.length;
      glyphs.pop();
      positions.pop();
      expect(shapedFromLeft(font, text).glyphs).toHaveLength(count);
      expect(shapedFromLeft(font, text).positions).toHaveLength(count);
    }
  });

  it('heeds features and direction', () => {
    const bytes = bytesOf('eb-garamond/400Regular/EBGaramond_400Regular');
    const [plain, font] = [create(bytes) as Font, rememberingFont(bytes)];
    for (const rest of [[['smcp']], [[], undefined, undefined, 'rtl'], []] as unknown[][]) {
      shapedFromLeft(font, 'small caps');
      const layout = (of: Font) => (of.layout as (...args: unknown[]) => Shaped)('small caps', ...rest);
      expect(facts(layout(font))).toEqual(facts(layout(plain)));
    }
  });

  it('has the measures and characters of the font', () => {
    const bytes = bytesOf('eb-garamond/400Regular/EBGaramond_400Regular');
    const [plain, font] = [create(bytes) as Font, rememberingFont(bytes)];
    for (const measure of ['unitsPerEm', 'ascent', 'descent', 'lineGap'] as const) {
      expect(font[measure]).toBe(plain[measure]);
    }
    for (const character of ['a', 'שׁ', '\u{1d11e}', 'λ', 'a']) {
      const codePoint = character.codePointAt(0) as number;
      expect(font.hasGlyphForCodePoint(codePoint)).toBe(plain.hasGlyphForCodePoint(codePoint));
    }
  });
});

describe('WordShapes', () => {
  /** Words of a font, and what it was asked to shape. */
  function counted(shape?: Shape) {
    const font = create(bytesOf('eb-garamond/400Regular/EBGaramond_400Regular')) as Font;
    const asked: string[] = [];
    const words = new WordShapes(font, (text, script) => {
      asked.push(`${script ?? '–'}:${text}`);
      return shape ? shape(text) : font.layout(text, [], script, undefined, 'ltr');
    });
    return { font, asked, words };
  }

  it('shape each word once, with the spaces around it', () => {
    const { asked, words } = counted();
    words.of('the word of the Word');
    words.of('the word');
    words.of('and of the word');
    expect(asked).toEqual([
      'latn:the ',
      'latn: word ',
      'latn: of ',
      'latn: the ',
      'latn: Word',
      'latn: word',
      'latn:and ',
    ]);
  });

  it('tell a number in Latin text from one in none', () => {
    const { asked, words } = counted();
    words.of('12 13');
    words.of('12 John');
    expect(asked).toEqual(['–:12 ', '–: 13', 'latn:12 ', 'latn: John']);
  });

  it('leave whole what they cannot take apart', () => {
    const { asked, words } = counted();
    for (const text of ['a  b', 'λόγος', 'a\u200db', '1\u20442']) expect(words.of(text)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('leave whole what a space became a part of', () => {
    const { font } = counted();
    const joinedWithSpace = counted((text) => {
      const { glyphs, positions } = font.layout(text);
      return { glyphs: glyphs.slice(0, -1), positions: positions.slice(0, -1) };
    });
    expect(joinedWithSpace.words.of('one two')).toBeUndefined();
    const movedSpace = counted((text) => {
      const { glyphs, positions } = font.layout(text);
      return { glyphs, positions: positions.map((position) => ({ ...position, xAdvance: position.xAdvance + 1 })) };
    });
    expect(movedSpace.words.of('one two')).toBeUndefined();
    expect(movedSpace.words.of('one')).toBeDefined();
  });
});
