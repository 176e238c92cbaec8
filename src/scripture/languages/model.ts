import type { LanguageModule } from 'bible-passage-reference-parser/esm/lang/en.js';
import type { Sentences } from '../references.js';

/** A language in which references are found, read and printed. */
export interface ReferenceLanguage {
  /** The language that is read, `en`; English also stands in for languages that nothing is known of. */
  tag: string;
  /** The language that was asked for, where the reference parser has nothing for it. */
  missing?: string;
  /** What the reference parser knows of the language. */
  grammar: LanguageModule;
  /** Names of the books as references print them, by OSIS code. */
  names: ReadonlyMap<string, string>;
  /** What one psalm is called, where the book is called Psalms; absent where it has the same name. */
  psalm?: string;
  /** Words that join the parts of a list, as alternatives of a regular expression: `and|or`. */
  joints: string;
  /** The word before the last part of a list, likewise: `and`. */
  and: string;
  /** Whether `Lucas 22,31` is a verse, where no colon says otherwise. */
  commaVerses: boolean;
  /** Abbreviations of translations that follow references, likewise: `NVI|LBLA`. */
  translations: string;
  /** Ways of writing that the parser does not know, put into those it does. The text must keep its length. */
  prepare(text: string): string;
  /** What looks like a reference and is none. */
  ordinary: OrdinaryWords;
  /** What was read in the language before, where someone remembers it. */
  sentences?: Sentences;
  /** The words of “verse 25” and “in 4:16”; absent where they are not known. */
  partial?: PartialWords;
}

/** Words that tell what only looks like a reference. Each text is alternatives of a regular expression. */
export interface OrdinaryWords {
  /** Words in lower case that stand between the parts of a reference and must stay. Absent where they are not known. */
  joining?: RegExp;
  /** Nouns and such that make the number before them a count. */
  counted: string;
  /** What follows the hour of a day: `am`. */
  clock: string;
  /** The word of “3 of you”. */
  of: string;
  /** Books that are also people, ordinary words, or both. */
  names: string;
  /** Abbreviations that are words or names first: a chapter alone does not make them books. */
  words: string;
  /** Of those, the ones that begin sentences. */
  openers: string;
  /** A book of which there are two or three, without the number that tells which; global. */
  withoutNumber: RegExp;
}

/** Words of references that leave out the book or the chapter. Each text is alternatives of a regular expression. */
export interface PartialWords {
  /** `verses?|v\\.` */
  verse: string;
  /** The word of “verses 3 to 5”, where it is understood. */
  to?: string;
  /** The word of “verse 4 of the hymn”. */
  of: string;
  /** Words after which `4:16` is no time. */
  before: string;
  /** Words of a sentence in which a verse is a stanza. */
  stanza: string;
}
