import { ENGLISH } from './languages/english.js';
import type { OrdinaryWords, ReferenceLanguage } from './languages/model.js';

/**
 * Covers what looks like a reference and is not, so that the reference parser passes over it: book names in lower case
 * (“he is 3”), names and words that count something (“Mark 3 of you”, “John 21 years old”), times of the day, and
 * numbers that begin a new sentence. The text keeps its length; covered characters become `x` or `|`.
 */
export function coverOrdinaryWords(text: string, language: ReferenceLanguage = ENGLISH): string {
  let covers = made.get(language.ordinary);
  if (!covers) {
    covers = coversOf(language.ordinary, language.commaVerses);
    made.set(language.ordinary, covers);
  }
  return covers.reduce((covered, cover) => cover(covered), text);
}

/** The name in a label such as “Corinthians 13”, which lacks the number that tells which book is meant. */
export function bookWithoutNumber(label: string, { ordinary }: ReferenceLanguage = ENGLISH): string | undefined {
  return label.match(ordinary.withoutNumber)?.[0];
}

type Cover = (text: string) => string;

/** A language's expressions, compiled once. */
const made = new WeakMap<OrdinaryWords, Cover[]>();

function coversOf(words: OrdinaryWords, commaVerses: boolean): Cover[] {
  const { joining, counted, clock, of, names, words: abbreviations, openers, withoutNumber } = words;
  const every = (pattern: string): Cover => {
    const expression = new RegExp(pattern, 'gu');
    return (text) => text.replace(expression, covered);
  };
  const separator = commaVerses ? '[:.,]' : '[:.]';
  const opening = every(`(?<=^\\s*|[.?!:”"’—–]\\s*)(${openers})(?=\\s+\\d)`);
  return [
    // “is 3”, “luke 22”
    (text) =>
      joining
        ? text.replace(/(?<![\p{L}\d])(\p{Ll}+)(?=\.?\s+\d)/gu, (word) => (joining.test(word) ? word : covered(word)))
        : text,
    // “… Romans 8. 34 people …”: a full stop and a space end the sentence
    (text) => text.replace(/(\d)\.(?=\s+\d)/g, '$1|'),
    // “John 21 years”, “Luke 22:31, 2 men”, “John 7:30 pm”, “Mark 3%”
    every(`(?<![\\d:.–-])\\d+(?=\\s+(?:${counted})(?![\\p{L}])|\\s?%)`),
    every(`\\d+:\\d\\d(?=\\s?${clock})`),
    // “Mark 3 of you”, but “John 3 of the WEB” is too rare to mend
    every(`(?<![\\p{L}\\d]\\s?)(${names})\\.?(?=\\s+\\d+\\s+${of}\\s)`),
    // “So 3 of us”, “Song 114”, “Am 5”
    every(`(?<![\\p{L}\\d])(${abbreviations})(?=\\.?\\s+\\d+(?![\\d${separator.slice(1)}*${separator}\\d))`),
    // “Is 3:30 too late?” opens a sentence; “(Is 53:12)” does not, nor does a text that is nothing but references
    (text) => (isOnlyReferences(text) ? text : opening(text)),
    // “Peter 3 times”, “Kings 3”
    (text) => text.replace(withoutNumber, covered),
  ];
}

function covered(words: string): string {
  return 'x'.repeat(words.length);
}

function isOnlyReferences(text: string): boolean {
  return /^[\d\s,;.]*(?:\p{Lu}\p{L}*\.?\s+\d[\d\s,;:.–-]*)+$/u.test(text);
}
