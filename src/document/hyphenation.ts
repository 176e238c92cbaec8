import { nameForAll } from '../memory/identity.js';
import { Recent } from '../memory/recent.js';

/**
 * Divides a word of running text into the parts between which a line may end. Joined, the parts are the word. They are not to be
 * changed: the same word is given the same parts again.
 */
export type Hyphenate = (word: string) => string[];

/** Shortest word that is divided, and the fewest letters left at its start and end. */
const MIN_WORD = 6;
const MIN_START = 2;
const MIN_END = 3;

/** Characters that any line can hold undivided, and the length of the pieces that longer parts are cut into. */
const LONGEST_PART = 30;
const PIECE = 10;

/** Places in a word where a line may end without an added hyphen. */
const OPEN_PLACES = /(?<=\p{L}[-\u2010\u2013\u2014]|\u2014|[/](?=\p{L}))/u;

/**
 * Hyphenation for a language by the TeX patterns, or only at the author's own hyphens and dashes when there are no
 * patterns for it.
 *
 * @param language - BCP 47 tag: `en`, `en-GB`, `es`.
 */
export function loadHyphenation(language: string): Promise<Hyphenate> {
  const known = loaded.get(language) ?? load(language);
  loaded.set(language, known);
  return known;
}

/** One function a language, so that what two editions set alike is known to be alike. */
const loaded = new Map<string, Promise<Hyphenate>>();

async function load(language: string): Promise<Hyphenate> {
  const syllables = await loadPatterns(language);
  const hyphenate = remembered((word) => {
    if (word.includes('\u00a0') || /\d/.test(word)) return fitting([word]);
    const pieces = word.split(OPEN_PLACES).filter(Boolean);
    if (pieces.length > 1) return fitting(pieces);
    return fitting(syllables ? divide(word, syllables) : [word]);
  });
  return nameForAll(hyphenate, () => `hyphenation-${language}`);
}

/** Words of a language of which the parts are kept. */
const WORDS = 16_384;

/** Most words of a text are divided many times over. */
function remembered(divided: Hyphenate): Hyphenate {
  const known = new Recent<string, string[]>(WORDS);
  return (word) => {
    let parts = known.get(word);
    if (!parts) {
      parts = divided(word);
      known.set(word, parts);
    }
    return parts;
  };
}

/** Leaves words whole, for headings and labels; only what no line could hold is divided. */
export const undivided: Hyphenate = nameForAll(
  (word: string) => fitting([word]),
  () => 'undivided',
);

/** Cuts what would stick out of any line, such as a web address, into pieces: an ugly break is better than lost text. */
function fitting(parts: string[]): string[] {
  if (parts.every(({ length }) => length <= LONGEST_PART)) return parts;
  return parts.flatMap((part) => {
    const letters = [...part];
    if (letters.length <= LONGEST_PART) return [part];
    const count = Math.ceil(letters.length / PIECE);
    return Array.from({ length: count }, (_, index) => letters.slice(index * PIECE, (index + 1) * PIECE).join(''));
  });
}

async function loadPatterns(language: string): Promise<Hyphenate | undefined> {
  const tag = language.toLowerCase();
  const names = [tag === 'en' ? 'en-us' : tag, tag.split('-')[0] ?? ''];
  for (const name of names) {
    if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/.test(name)) continue;
    try {
      const patterns = (await import(`@react-pdf/hyphenate/${name}`)) as { syllables: Hyphenate };
      return patterns.syllables;
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

function divide(word: string, syllables: Hyphenate): string[] {
  const [, before = '', letters = '', after = ''] = /^(\P{L}*)([\p{L}\p{M}]*)(.*)$/su.exec(word) ?? [];
  // Words in capitals, and anything with a sign inside, are left whole.
  if (letters.length < MIN_WORD || /\p{L}/u.test(after) || letters === letters.toUpperCase()) return [word];
  // The patterns' answer is cached by the library, so it is copied before it is changed.
  const parts = [...syllables(letters)];
  while (parts.length > 1 && (parts[0]?.length ?? 0) < MIN_START) parts.splice(0, 2, `${parts[0]}${parts[1]}`);
  while (parts.length > 1 && (parts.at(-1)?.length ?? 0) < MIN_END) parts.push(`${parts.splice(-2).join('')}`);
  parts[0] = before + (parts[0] ?? '');
  parts[parts.length - 1] += after;
  return parts;
}
