import type { VerseAddress, VerseRange } from '../lesson/passage.js';
import { chapterName, nameOf } from './house-style.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';
import { compareAddresses, OPEN_END } from './ranges.js';
import type { FoundReference } from './references.js';
import type { Translation } from './translation.js';

/** What is wrong with a reference, as the last two parts of a message. */
export interface ReferenceProblem {
  expected: string;
  advice: string;
}

/** A reference with its real verses, or what is wrong with it. */
export type Resolved = { ranges: VerseRange[]; problem?: undefined } | { problem: ReferenceProblem };

/**
 * Verses that other editions number so. To mention them is right in any translation (Romans 16:25–27 is 14:24–26 in the
 * World English Bible; 3 John 14 is divided in some), to print them from one that lacks them is not.
 */
const NUMBERED_ELSEWHERE: Record<string, number> = { 'Rom.14': 26, 'Rom.16': 27, '3John.1': 15 };

/** Where the World English Bible prints the verses that it has in an unusual place. */
const MOVED: Record<string, string> = {
  'WEB Rom.16': 'the WEB has Romans 16:25–27 as Romans 14:24–26',
};

/**
 * Checks that chapters and verses exist in a translation and fills in open ends (`Hebrews 7` ends with verse 28).
 * A reference that is only mentioned may also follow the numbering of other editions; one that is to be set may not.
 */
export function resolveReference(
  found: FoundReference,
  translation: Translation,
  use: 'mention' | 'set',
  language: ReferenceLanguage = ENGLISH,
): Resolved {
  if (found.backwards) {
    const advice = 'write the lower number first, and the last number in full';
    return { problem: { expected: `a range that runs forwards, not “${found.backwards}”`, advice } };
  }
  const ranges: VerseRange[] = [];
  for (const range of found.ranges) {
    const resolved = resolveRange(range, translation, use, language);
    if ('expected' in resolved) return { problem: resolved };
    ranges.push(resolved);
  }
  return { ranges };
}

function resolveRange(
  range: VerseRange,
  translation: Translation,
  use: 'mention' | 'set',
  language: ReferenceLanguage,
): VerseRange | ReferenceProblem {
  const { book } = range.start;
  if (range.end.book !== book) {
    return { expected: 'a range within one book', advice: 'write one reference for each book' };
  }
  const start = resolveAddress(range.start, translation, use, language);
  if ('expected' in start) return start;
  const end = resolveAddress(range.end, translation, use, language);
  if ('expected' in end) return end;
  if (compareAddresses(start, end) > 0) {
    return { expected: 'a range that runs forwards', advice: 'write the earlier verse first' };
  }
  return { start, end };
}

function resolveAddress(
  address: VerseAddress,
  translation: Translation,
  use: 'mention' | 'set',
  language: ReferenceLanguage,
): VerseAddress | ReferenceProblem {
  const { book } = address;
  const { abbreviation, numbering } = translation;
  if (use === 'set' && !translation.has(book)) {
    const advice = `set it from another translation, as {translation=${numbering?.id}}, or add the book`;
    return { expected: `a book that the ${abbreviation} of this booklet has`, advice };
  }
  const chapters = translation.chapters(book);
  const chapter = address.chapter === OPEN_END ? chapters : address.chapter;
  if (chapter < 1 || chapter > chapters) {
    return {
      expected: `a chapter of ${nameOf(book, language)}, which has ${counted(chapters, 'chapter')}`,
      advice: 'correct the number of the chapter or the name of the book',
    };
  }
  const verses = translation.verses(book, chapter);
  const verse = address.verse === OPEN_END ? verses : address.verse;
  const printed = use === 'mention' ? Math.max(verses, numbering?.verses(book, chapter) ?? 0) : verses;
  const known = use === 'mention' ? Math.max(printed, NUMBERED_ELSEWHERE[`${book}.${chapter}`] ?? 0) : verses;
  if (verse < 1 || verse > known) {
    return {
      expected: `a verse of ${chapterName(book, chapter, translation, language)}, which has ${counted(printed, 'verse')}`,
      advice: MOVED[`${translation.id} ${book}.${chapter}`] ?? 'correct the number of the verse or of the chapter',
    };
  }
  return { book, chapter, verse };
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
