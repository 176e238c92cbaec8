import type { VerseRange } from '../lesson/passage.js';
import { bookName } from './books.js';
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
export function findInProse(text: string, context: ProseContext): ProseReference[] {
  const full = findReferences(text, 'prose');
  const supply = (match: RegExpMatchArray, wanted: 'book' | 'chapter'): ProseReference[] => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (full.some((reference) => reference.start < end && start < reference.end)) return [];
    const subject = subjectFor(text, start, full, context, wanted);
    return subject
      ? [{ start, end, ranges: rangesOf(subject, match.slice(1).find(Boolean) ?? ''), guessed: true }]
      : [];
  };
  return [
    ...full,
    ...[...text.matchAll(VERSES)].flatMap((match) => supply(match, 'chapter')),
    ...[...text.matchAll(WITHOUT_BOOK)].flatMap((match) => supply(match, 'book')),
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

const NUMBERS = '\\d+[a-c]?(?:\\s*[-–]\\s*\\d+[a-c]?)?';

/** “v. 25”, “vv. 31–32”, “verses 1, 3 and 4”, but not “verse 4 of the hymn”. */
const VERSES = new RegExp(
  `(?<![\\p{L}\\d])(?:[Vv]erses?|[Vv]v?\\.?|[Vv]ss?\\.?)\\s+(${NUMBERS}(?:(?:,\\s*|,?\\s+and\\s+)${NUMBERS})*)(?![\\d:]|\\.\\d|\\p{L}|\\s+of\\s)`,
  'gu',
);

const VERSES_OF_CHAPTERS = '\\d+:\\d+(?:[-–]\\d+(?::\\d+)?)?(?:[,;]\\s*(?:\\d+:)?\\d+(?:[-–]\\d+(?::\\d+)?)?)*';

/** “(7:25)”, “(33:12-17; 34:9)”, “in 4:16”, “7:24–25”: any other number with a colon could be a time. */
const WITHOUT_BOOK = new RegExp(
  `(?<=[([])(${VERSES_OF_CHAPTERS})(?=[)\\]])|(?<=\\b(?:in|see|cf\\.)\\s)(\\d+:\\d+)(?![\\d:–-]|\\s?[ap]\\.?m)|(?<![\\d:–-])(\\d+:\\d+[-–]\\d+)(?![\\d:])`,
  'gu',
);

function subjectFor(
  text: string,
  at: number,
  full: readonly FoundReference[],
  { lesson, named }: ProseContext,
  wanted: 'book' | 'chapter',
): Subject | undefined {
  const same = (a: Subject, b: Subject | undefined) =>
    a.book === b?.book && (wanted === 'book' || (a.chapter !== undefined && a.chapter === b.chapter));
  const sentence = startOfSentence(text, at);
  const before = full.filter((reference) => reference.end <= at);
  const near = before.filter(({ start }) => start >= sentence).flatMap(subjectOf);
  if (near.length > 0) return near.every((subject) => same(subject, near[0])) ? near[0] : undefined;
  // In “Sing the hymn to verse 3” the verse is a stanza.
  if (/\b(?:hymn|sing|sang|sung|song|stanza|refrain|tune)\b/iu.test(sentenceAt(text, sentence))) return undefined;
  const lessonKnown = lesson && (wanted === 'book' || lesson.chapter !== undefined);
  const others = [...named, ...before.flatMap(subjectOf)];
  return lessonKnown && others.every((subject) => same(subject, lesson)) ? lesson : undefined;
}

function startOfSentence(text: string, at: number): number {
  const ends = [...text.slice(0, at).matchAll(/[.?!]["”’)]*\s+(?=\p{Lu})/gu)].map((end) => end.index + end[0].length);
  return ends.at(-1) ?? 0;
}

function sentenceAt(text: string, start: number): string {
  return /^.*?[.?!](?=["”’)]*\s+\p{Lu})/su.exec(text.slice(start))?.[0] ?? text.slice(start);
}

function rangesOf({ book, chapter }: Subject, numbers: string): VerseRange[] {
  const verses = numbers.includes(':') ? numbers : `${chapter}:${numbers}`;
  return findReferences(`${bookName(book)} ${verses}`, 'label').flatMap((reference) => reference.ranges);
}
