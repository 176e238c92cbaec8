import type { TranslationName } from '../lesson/passage.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';

/** A translation named in a text. */
export interface NamedTranslation {
  /** `WEB`, `NIV`. */
  id: string;
  /** Where its name ends in the text that was searched. */
  end: number;
}

/** What else is the name of a translation, beside the abbreviations that English knows. */
export interface MoreNames {
  /** A language whose own abbreviations count. */
  language?: ReferenceLanguage;
  /** Translations that were read, such as a booklet's own. */
  translations?: { values(): Iterable<TranslationName> } | undefined;
}

/** Those who are written out in full. Not all are bundled. */
const NAMES: Record<string, string> = {
  'World English Bible': 'WEB',
  'King James Version': 'KJV',
  'King James': 'KJV',
  'Authorized Version': 'KJV',
  'Authorised Version': 'KJV',
};

/** The translation named directly after a reference, as in “(Heb 7:25, KJV)”: `text` is what follows the reference. */
export function translationAfter(text: string, more: MoreNames = {}): NamedTranslation | undefined {
  const { after, ids } = patternsOf(more);
  const match = after.exec(text);
  const name = match?.[1];
  return match && name ? { id: ids.get(name) ?? name, end: match[0].length } : undefined;
}

/** Every translation named anywhere in a text. */
export function translationsNamed(text: string, more: MoreNames = {}): Set<string> {
  const { anywhere, ids } = patternsOf(more);
  return new Set((text.match(anywhere) ?? []).map((name) => ids.get(name) ?? name));
}

interface Patterns {
  after: RegExp;
  anywhere: RegExp;
  /** Names written out, with the ids they stand for. */
  ids: ReadonlyMap<string, string>;
}

const made = new Map<string, Patterns>();
const LIMIT = 100;

function patternsOf({ language = ENGLISH, translations }: MoreNames): Patterns {
  const own = [...(translations?.values() ?? [])];
  const key = JSON.stringify([language.tag, ...own.map(({ id, name }) => [id, name])]);
  let patterns = made.get(key);
  if (!patterns) {
    if (made.size >= LIMIT) made.clear();
    patterns = makePatterns(language, own);
    made.set(key, patterns);
  }
  return patterns;
}

function makePatterns(language: ReferenceLanguage, own: readonly TranslationName[]): Patterns {
  const ids = new Map([...Object.entries(NAMES), ...own.map(({ id, name }): [string, string] => [name, id])]);
  const names = [...ids.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const abbreviations = [...own.map(({ id }) => escaped(id)), ENGLISH.translations, language.translations].join('|');
  return {
    after: new RegExp(
      `^[\\s\\u00a0]*[,;]?[\\s\\u00a0]*[([]?[\\s\\u00a0]*(?:(?:the|la|el)\\s)?(${names.join('|')}|(?:${abbreviations})(?![\\p{L}\\d]))`,
      'u',
    ),
    anywhere: new RegExp(`${names.join('|')}|(?<![\\p{L}\\d_])(?:${abbreviations})(?![\\p{L}\\d_])`, 'gu'),
    ids,
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
