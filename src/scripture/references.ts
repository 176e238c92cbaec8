import { bcv_parser } from 'bible-passage-reference-parser/esm/bcv_parser.js';
import type { VerseRange } from '../lesson/passage.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';
import { coverOrdinaryWords } from './ordinary-words.js';
import { rangeFromOsis } from './ranges.js';

/** A reference as it stands in a text. */
export interface FoundReference {
  /** Where it stands: the first character, and the one after the last. */
  start: number;
  end: number;
  /** In the order written. A chapter's or book's end may still be open, see `OPEN_END`; verses may not exist. */
  ranges: VerseRange[];
  /** Two numbers of a range that runs backwards, as written: `30-26`. */
  backwards?: string;
}

/** What a text is: running prose, or a label in which every word is meant as a reference. */
export type TextKind = 'prose' | 'label';

/**
 * Finds references in a text, among them those to chapters and verses that do not exist. In prose a bare book
 * name is none, and what only looks like a reference is passed over; in a label a book name is the whole book.
 * References to different books are separate; “Luke 22:31-34, 54-62” is one.
 */
export function findReferences(text: string, kind: TextKind, language: ReferenceLanguage = ENGLISH): FoundReference[] {
  // Without a digit there is nothing to find in prose, and the parser is slow.
  if (kind === 'prose' && !(/\d/.test(text) && /[\p{Lu}\p{Lo}]/u.test(text))) return [];
  const memory = memoryOf(language);
  const key = `${language.tag}\u0000${kind}\u0000${text}`;
  let found = memory.get(key);
  if (!found) {
    if (memory.size >= MEMORY_LIMIT) memory.clear();
    found = joined(text, read(text, kind, language), language);
    memory.set(key, found);
  }
  return found;
}

/** What the parser finds in a sentence, or in a whole label. It depends on nothing but the words and their language. */
export type ReadSentence = readonly { osis: string; indices: readonly [number, number]; translation: string }[];

/** Sentences that were read before, by a text that tells them apart. */
export interface Sentences {
  get(key: string): ReadSentence | undefined;
  set(key: string, sentence: ReadSentence): void;
}

const MEMORY_LIMIT = 5000;

/** Texts read before: a lesson is read twice (for the books it needs, then to be set), and a watcher reads it again and again. */
const memories = new WeakMap<object, Map<string, FoundReference[]>>();

function memoryOf({ grammar, sentences }: ReferenceLanguage): Map<string, FoundReference[]> {
  const memory = memories.get(sentences ?? grammar) ?? new Map<string, FoundReference[]>();
  memories.set(sentences ?? grammar, memory);
  return memory;
}

const parsers = new WeakMap<ReferenceLanguage['grammar'], bcv_parser>();

/** A language's parser. To make it and have it read its first sentence takes a tenth of a second and more. */
function parserOf({ grammar }: ReferenceLanguage): bcv_parser {
  const parser = parsers.get(grammar) ?? makeParser(grammar);
  parsers.set(grammar, parser);
  return parser;
}

function makeParser(grammar: ReferenceLanguage['grammar']): bcv_parser {
  return new bcv_parser(grammar).set_options({
    // Existence is checked against the translation's own text, with a message; the parser would only be silent.
    passage_existence_strategy: 'none',
    osis_compaction_strategy: 'bcv',
    consecutive_combination_strategy: 'separate',
    sequence_combination_strategy: 'separate',
    book_range_strategy: 'ignore',
    single_chapter_1_strategy: 'verse',
    end_range_digits_strategy: 'sequence',
    zero_verse_strategy: 'allow',
    testaments: 'on',
  });
}

function read(text: string, kind: TextKind, language: ReferenceLanguage): FoundReference[] {
  const known = language.prepare(text);
  const parts = kind === 'label' ? [{ from: 0, words: known }] : stretches(coverOrdinaryWords(known, language));
  return parts.flatMap(({ from, words }) => {
    return readSentence(words, kind, language).map(({ osis, indices, translation }) => {
      const start = from + indices[0];
      const reference = withoutTranslation(text.slice(start, from + indices[1]), translation);
      return { start, end: start + reference.length, ranges: osis.split(',').map(rangeFromOsis) };
    });
  });
}

function readSentence(words: string, kind: TextKind, language: ReferenceLanguage): ReadSentence {
  const key = `${language.tag}\u0000${kind}\u0000${words}`;
  const known = language.sentences?.get(key);
  if (known) return known;
  const parser = parserOf(language).set_options({ book_alone_strategy: kind === 'label' ? 'full' : 'ignore' });
  if (language.commaVerses) parser.set_options({ punctuation_strategy: hasCommaVerses(words) ? 'eu' : 'us' });
  parser.parse(words);
  const read = parser
    .osis_and_indices()
    .map(({ osis, indices, translations }) => ({ osis, indices, translation: translations[0] ?? '' }));
  language.sentences?.set(key, read);
  return read;
}

/** “Lk 22,31-34”: a comma without a space, where no colon parts chapter and verse. */
function hasCommaVerses(words: string): boolean {
  return /\d,\d/.test(words) && !/\d\s?:\s?\d/.test(words);
}

/** The sentences that may hold a reference: no reference goes on in the next, and the parser takes 10 ms for a page. */
function stretches(text: string): { from: number; words: string }[] {
  let from = 0;
  return text.split(/(?<=[.?!]["”’)]*\s+)(?=[\p{Lu}“‘«¿¡])/u).flatMap((words) => {
    const stretch = { from, words };
    from += words.length;
    return /\d/.test(words) ? [stretch] : [];
  });
}

/** The parser counts “, KJV” and “(KJV)” as part of a reference. */
function withoutTranslation(reference: string, translation: string): string {
  if (translation === '') return reference;
  const at = reference.toUpperCase().lastIndexOf(translation.toUpperCase());
  return at < 0 ? reference : reference.slice(0, at).replace(/[\s,;([]+$/, '');
}

/** Joins parts of one list, “22:31-34, 54-62”, and marks ranges that run backwards. */
function joined(text: string, parts: readonly FoundReference[], { and }: ReferenceLanguage): FoundReference[] {
  const whole: FoundReference[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    if (countsSomething(text, part, and)) continue;
    if (before && continues(text, before, part)) {
      before.end = part.end;
      before.ranges.push(...part.ranges);
    } else {
      whole.push({ ...part, ranges: [...part.ranges] });
    }
  }
  for (const reference of whole) {
    const backwards = backwardsRange(text.slice(reference.start, reference.end));
    if (backwards) reference.backwards = backwards;
  }
  return whole;
}

function continues(text: string, before: FoundReference, part: FoundReference): boolean {
  const between = text.slice(before.end, part.start);
  const beginsWithNumber = /^\d+[a-z]{0,2}(?![\p{L}\s]*\p{L})/u.test(text.slice(part.start, part.end));
  const sameBook = before.ranges.at(-1)?.end.book === part.ranges[0]?.start.book;
  return sameBook && beginsWithNumber && /^\s*[,;–-]\s*$/.test(between);
}

/** In “Hebrews 7:25 and 3 other texts” the second number is no verse. */
function countsSomething(text: string, { start, end }: FoundReference, and: string): boolean {
  return (
    /^\d+$/.test(text.slice(start, end)) &&
    new RegExp(`(?<![\\p{L}\\d])(?:${and})\\s+$`, 'u').test(text.slice(0, start)) &&
    /^\s+\p{Ll}/u.test(text.slice(end))
  );
}

function backwardsRange(reference: string): string | undefined {
  for (const match of reference.matchAll(/(?:(\d+)[:.])?(\d+)[a-z]?\s*[-–]\s*(?:(\d+)[:.])?(\d+)/g)) {
    const [range, chapter, verse, toChapter, toVerse] = match;
    const descends =
      toChapter && chapter ? Number(toChapter) < Number(chapter) : !toChapter && Number(toVerse) < Number(verse);
    if (descends) return range;
  }
  return undefined;
}
