import type { LanguageModule } from 'bible-passage-reference-parser/esm/lang/en.js';
import type { Position } from 'unist';
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { ENGLISH } from './english.js';
import type { OrdinaryWords, ReferenceLanguage } from './model.js';
import { spanish } from './spanish.js';

/**
 * The language in which a booklet's references are read and printed. English and Spanish are known in full; of any other
 * language that the reference parser has, book names in lessons are understood, but not “verse 25”, and names are printed
 * in English until `withBookNames` says others. A language that the parser lacks is answered by English, with `missing`.
 *
 * @param tag - BCP 47 tag: `en`, `es-MX`, `de`.
 */
export async function loadReferenceLanguage(tag: string): Promise<ReferenceLanguage> {
  const language = tag.toLowerCase().split('-')[0] ?? '';
  const known = loaded.get(language);
  if (known) return known;
  const found = await read(language);
  if (!found) return { ...ENGLISH, missing: tag };
  loaded.set(language, found);
  return found;
}

/** A language with the names that a Bible gives its books. Languages that are known in full keep their own. */
export function withBookNames(language: ReferenceLanguage, names: ReadonlyMap<string, string>): ReferenceLanguage {
  if (language.partial) return language;
  const { psalm, ...rest } = language;
  const named = { ...rest, names: new Map([...language.names, ...names]) };
  return psalm === undefined || names.has('Ps') ? named : { ...named, psalm };
}

/** Warns of a language in which references cannot be found. */
export function checkReferenceLanguage(
  { missing }: ReferenceLanguage,
  where: { file: string; place?: Position | undefined },
): Diagnostic[] {
  if (missing === undefined) return [];
  return [
    diagnostic({
      ...where,
      rule: 'language-references',
      found: `language “${missing}”`,
      expected: 'a language in which references can be read',
      advice: 'references are read and printed in English: mark them with English book names',
    }),
  ];
}

/** Languages by their first subtag, read once. */
const loaded = new Map<string, ReferenceLanguage>([['en', ENGLISH]]);

/** Norwegian has one grammar for both of its written forms. */
const SAME: Record<string, string> = { nb: 'no', nn: 'no', fil: 'tl' };

async function read(language: string): Promise<ReferenceLanguage | undefined> {
  if (!/^[a-z]{2,3}$/.test(language)) return undefined;
  const name = Object.hasOwn(SAME, language) ? (SAME[language] ?? language) : language;
  try {
    const grammar = (await import(`bible-passage-reference-parser/esm/lang/${name}.js`)) as LanguageModule;
    return name === 'es' ? spanish(grammar) : other(name, grammar);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return undefined;
  }
}

/** Matches nothing. */
const NEVER = '(?!)';

/** What little can be said of a language that is not known: a short word before a bare number is rather a word. */
const SHORT_WORDS: OrdinaryWords = {
  counted: NEVER,
  clock: NEVER,
  of: NEVER,
  names: NEVER,
  words: '\\p{L}{1,3}',
  openers: NEVER,
  withoutNumber: /(?!)/gu,
};

/** A language of which only the parser knows. */
function other(tag: string, grammar: LanguageModule): ReferenceLanguage {
  return {
    tag,
    grammar,
    names: ENGLISH.names,
    psalm: 'Psalm',
    joints: NEVER,
    and: NEVER,
    commaVerses: true,
    translations: ENGLISH.translations,
    prepare: (text) => text,
    ordinary: SHORT_WORDS,
  };
}
