import type { VerseRange } from '../lesson/passage.js';
import { bookName } from './books.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';
import { type FoundReference, findReferences } from './references.js';

/** A reference found in prose. For `guessed` ones the book or chapter was supplied. */
export interface ProseReference extends FoundReference {
  guessed?: true;
}

/** What a lesson is about: a book, and a chapter if its passages are all in one. */
export interface Subject {
  book: string;
  chapter?: number;
}

/** What is known before a text is read. */
export interface ProseContext {
  /** Absent when the passages are in several books. */
  lesson?: Subject | undefined;
  /** What earlier text of the same paragraph referred to, so that “verse 4” may belong there. */
  named: readonly Subject[];
}

/**
 * Finds the references of a text and, where it is safe, what “v. 25”, “verses 4 and 6” and “(7:25)” refer to: a verse of
 * the one chapter (or book) named before in the same sentence, or else of the lesson's own, so long as the paragraph has
 * named no other.
 */
export function findInProse(
  text: string,
  context: ProseContext,
  language: ReferenceLanguage = ENGLISH,
): ProseReference[] {
  const full = findReferences(text, 'prose', language);
  const patterns = patternsOf(language);
  const supply = (match: RegExpMatchArray, wanted: 'book' | 'chapter'): ProseReference[] => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (full.some((reference) => reference.start < end && start < reference.end)) return [];
    const subject = subjectFor(text, start, full, context, wanted, patterns.stanza);
    const numbers = match.slice(1).find(Boolean) ?? '';
    return subject ? [{ start, end, ranges: rangesOf(subject, patterns.plain(numbers), language), guessed: true }] : [];
  };
  return [
    ...full,
    ...[...text.matchAll(patterns.verses)].flatMap((match) => supply(match, 'chapter')),
    ...[...text.matchAll(patterns.withoutBook)].flatMap((match) => supply(match, 'book')),
  ].sort((a, b) => a.start - b.start);
}

/** What a reference ends in: the chapter that “and verse 4” after it goes on with. */
export function subjectOf({ ranges }: { ranges: readonly VerseRange[] }): Subject[] {
  const end = ranges.at(-1)?.end;
  return end ? [{ book: end.book, chapter: end.chapter }] : [];
}

/** The book, and the chapter if it is but one, that all ranges are in; nothing when they are in several books. */
export function commonSubject(ranges: readonly VerseRange[]): Subject | undefined {
  const addresses = ranges.flatMap(({ start, end }) => [start, end]);
  const [first] = addresses;
  if (!first || addresses.some(({ book }) => book !== first.book)) return undefined;
  const oneChapter = addresses.every(({ chapter }) => chapter === first.chapter);
  return oneChapter ? { book: first.book, chapter: first.chapter } : { book: first.book };
}

/** What to look for in a language. */
interface Patterns {
  /** “v. 25”, “vv. 31–32”, “verses 1, 3 and 4”, but not “verse 4 of the hymn”. */
  verses: RegExp;
  /** “(7:25)”, “(33:12-17; 34:9)”, “in 4:16”, “7:24–25”: any other number with a colon could be a time. */
  withoutBook: RegExp;
  /** A sentence in which a verse is a stanza. */
  stanza: RegExp;
  /** Numbers with signs in place of words. */
  plain(numbers: string): string;
}

const made = new WeakMap<ReferenceLanguage, Patterns>();

function patternsOf(language: ReferenceLanguage): Patterns {
  let patterns = made.get(language);
  if (!patterns) {
    patterns = makePatterns(language);
    made.set(language, patterns);
  }
  return patterns;
}

/** Matches nothing. */
const NEVER = /(?!)/gu;

const VERSES_OF_CHAPTERS = '\\d+:\\d+(?:[-–]\\d+(?::\\d+)?)?(?:[,;]\\s*(?:\\d+:)?\\d+(?:[-–]\\d+(?::\\d+)?)?)*';

function makePatterns({ partial, and, ordinary }: ReferenceLanguage): Patterns {
  const bracketed = `(?<=[([])(${VERSES_OF_CHAPTERS})(?=[)\\]])`;
  const range = '(?<![\\d:–-])(\\d+:\\d+[-–]\\d+)(?![\\d:])';
  if (!partial) {
    return { verses: NEVER, withoutBook: new RegExp(bracketed, 'gu'), stanza: NEVER, plain: (numbers) => numbers };
  }
  const { verse, to, of, before, stanza } = partial;
  const dash = to ? `(?:\\s*[-–]\\s*|\\s+${to}\\s+)` : '\\s*[-–]\\s*';
  const numbers = `\\d+[a-c]?(?:${dash}\\d+[a-c]?)?`;
  const andWord = new RegExp(`,?\\s+(?:${and})\\s+`, 'gu');
  const toWord = new RegExp(`\\s+(?:${to ?? '(?!)'})\\s+`, 'gu');
  return {
    verses: new RegExp(
      `(?<![\\p{L}\\d])(?:${verse})\\s+(${numbers}(?:(?:,\\s*|,?\\s+${and}\\s+)${numbers})*)(?![\\d:]|\\.\\d|\\p{L}|\\s+${of}\\s)`,
      'gu',
    ),
    withoutBook: new RegExp(
      `${bracketed}|(?<=(?<![\\p{L}\\d])(?:${before})\\s)(\\d+:\\d+)(?![\\d:–-]|\\s?${ordinary.clock})|${range}`,
      'gu',
    ),
    stanza: new RegExp(`(?<![\\p{L}\\d])(?:${stanza})(?![\\p{L}\\d])`, 'iu'),
    plain: (words) => words.replace(toWord, '-').replace(andWord, ', '),
  };
}

function subjectFor(
  text: string,
  at: number,
  full: readonly FoundReference[],
  { lesson, named }: ProseContext,
  wanted: 'book' | 'chapter',
  stanza: RegExp,
): Subject | undefined {
  const same = (a: Subject, b: Subject | undefined) =>
    a.book === b?.book && (wanted === 'book' || (a.chapter !== undefined && a.chapter === b.chapter));
  const sentence = startOfSentence(text, at);
  const before = full.filter((reference) => reference.end <= at);
  const near = before.filter(({ start }) => start >= sentence).flatMap(subjectOf);
  if (near.length > 0) return near.every((subject) => same(subject, near[0])) ? near[0] : undefined;
  // In “Sing the hymn to verse 3” the verse is a stanza.
  if (stanza.test(sentenceAt(text, sentence))) return undefined;
  const lessonKnown = lesson && (wanted === 'book' || lesson.chapter !== undefined);
  const others = [...named, ...before.flatMap(subjectOf)];
  return lessonKnown && others.every((subject) => same(subject, lesson)) ? lesson : undefined;
}

function startOfSentence(text: string, at: number): number {
  const ends = [...text.slice(0, at).matchAll(/[.?!]["”’»)]*\s+(?=[¿¡]?\p{Lu})/gu)].map(
    (end) => end.index + end[0].length,
  );
  return ends.at(-1) ?? 0;
}

function sentenceAt(text: string, start: number): string {
  return /^.*?[.?!](?=["”’»)]*\s+[¿¡]?\p{Lu})/su.exec(text.slice(start))?.[0] ?? text.slice(start);
}

/** The numbers are the same in every language, so they are read in English. */
function rangesOf({ book, chapter }: Subject, numbers: string, { sentences }: ReferenceLanguage): VerseRange[] {
  const verses = numbers.includes(':') ? numbers : `${chapter}:${numbers}`;
  const english = sentences ? { ...ENGLISH, sentences } : ENGLISH;
  return findReferences(`${bookName(book)} ${verses}`, 'label', english).flatMap((reference) => reference.ranges);
}
