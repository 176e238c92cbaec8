/** A script that tells the language of its words, for whoever reads them out. */
interface ScriptLanguage {
  /** As it is said of the words (BCP 47): in a Bible study Greek letters are ancient Greek. */
  lang: string;
  /** Languages written in it: in a booklet in one of these its words are not foreign. */
  languages: readonly string[];
  words: RegExp;
}

/**
 * Words of one script with at most three signs or spaces between them, and what clings to the last of them: a seam
 * right behind a word would be a place for the line breaker to divide.
 */
function wordsOf(script: string): RegExp {
  const letters = `\\p{Script=${script}}[\\p{Script=${script}}\\p{M}]*`;
  return new RegExp(`${letters}(?:[^\\p{L}\\p{N}\\n]{1,3}${letters})*[^\\s\\p{L}\\p{N}]*`, 'gu');
}

const SCRIPTS: readonly ScriptLanguage[] = [
  { lang: 'grc', languages: ['el', 'grc'], words: wordsOf('Greek') },
  { lang: 'he', languages: ['he', 'iw', 'hbo', 'yi', 'arc'], words: wordsOf('Hebrew') },
];

/** A stretch of text; with a language where its letters tell that it is not the text's own. */
export interface Stretch {
  text: string;
  lang?: string;
}

/**
 * Divides a text into its own words and those in the letters of Greek and Hebrew.
 *
 * @param language - BCP 47 language of the text.
 */
export function stretchesOf(text: string, language: string): Stretch[] {
  const own = language.split('-')[0]?.toLowerCase() ?? '';
  const found = SCRIPTS.filter(({ languages }) => !languages.includes(own))
    .flatMap(({ lang, words }) => [...text.matchAll(words)].map((match) => ({ lang, match })))
    .sort((a, b) => a.match.index - b.match.index);
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { lang, match } of found) {
    if (match.index > from) stretches.push({ text: text.slice(from, match.index) });
    stretches.push({ text: match[0], lang });
    from = match.index + match[0].length;
  }
  if (from < text.length) stretches.push({ text: text.slice(from) });
  return stretches;
}
