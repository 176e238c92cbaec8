/** A word of a text as it is compared: its letters folded, and where it stands in the text. */
export interface Word {
  /** Lower case, no accents, no signs, ligatures taken apart: `Ange­fan­gen’s` is `angefangens`. */
  letters: string;
  /** Whether it is made of digits: the figure of a note or a verse, which an edition may number anew. */
  isNumber: boolean;
  /** First character of the text, and the first after it. */
  start: number;
  end: number;
}

/**
 * The words of a text, so that two settings of the same words compare as equal: case, accents, kinds of quote, soft
 * hyphens and other invisible signs, and ligatures make no difference. Letters and digits are words apart, since the
 * figure of a note stands close against the word before it.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const letters = folded(match[0]);
    if (letters === '') continue;
    words.push({
      letters,
      isNumber: /^\p{N}+$/u.test(letters),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return words;
}

/**
 * Letters, held together by apostrophes and by invisible signs (with the line end that follows a soft hyphen); or
 * digits; or one sign of a script that puts no spaces between words.
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+(?:(?:['’ʼ‘]|\p{Cf}+\s*)(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+)*|\p{N}+/gu;

/** Words that need no folding, which are nearly all of them. */
const PLAIN = /^[a-z0-9]+$/;

function folded(word: string): string {
  if (PLAIN.test(word)) return word;
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
