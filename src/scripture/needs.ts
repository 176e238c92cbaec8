import type { Inline, Lesson } from '../lesson/model.js';
import { allBlocks, inlinesOf, inlineText } from '../lesson/walk.js';
import { readLabel } from './labels.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';
import { type BooksNeeded, NUMBERING, TRANSLATION_IDS, translationNamed } from './library.js';
import { booksOfLabel } from './passages.js';
import { findReferences } from './references.js';
import type { TranslationAbout } from './translation.js';
import { translationsNamed } from './translation-names.js';

/**
 * The books that must be read before lessons can be set: of the booklet's translation every book that is referred to, and
 * of any other those of the passages set from it or quoted beside its name. What is asked of a booklet's own translation
 * is asked of the one whose numbering stands in for it as well.
 */
export function booksNeeded(
  lessons: readonly Lesson[],
  translation: string,
  { own = [], language = ENGLISH }: { own?: readonly TranslationAbout[]; language?: ReferenceLanguage } = {},
): BooksNeeded {
  const ids = [...TRANSLATION_IDS, ...own.map(({ id }) => id)];
  const names = { language, translations: { values: () => own.values() } };
  const needed = new Map<string, Set<string>>([[translation, new Set()]]);
  const add = (id: string, books: readonly string[]) => {
    if (books.length === 0) return;
    needed.set(id, new Set([...(needed.get(id) ?? []), ...books]));
    if (own.some((one) => one.id === id)) add(NUMBERING, books);
  };
  for (const lesson of lessons) {
    const subject = lesson.passages.flatMap(({ text }) => booksOfLabel(text, language));
    add(translation, [...subject, ...(lesson.memoryVerse ? booksOfLabel(lesson.memoryVerse.text, language) : [])]);
    const addRun = (run: readonly Inline[]) => {
      const books = booksOf(run, language);
      add(translation, books);
      // “v. 25, KJV” names no book: it may be of the lesson's own.
      for (const id of translationsNamed(inlineText(run), names)) add(id, [...books, ...subject]);
    };
    if (lesson.aim) addRun(lesson.aim);
    for (const block of allBlocks(lesson)) {
      for (const run of inlinesOf(block)) addRun(run);
      if (block.type === 'scripture' || block.type === 'memory-verse') {
        const id = block.translation === undefined ? translation : translationNamed(block.translation, ids);
        if (id) add(id, booksOfLabel(block.reference, language));
      }
    }
  }
  return needed;
}

/** Read text by text as the setting does, so that what it finds is what was read here. */
function booksOf(inlines: readonly Inline[], language: ReferenceLanguage): string[] {
  return inlines.flatMap((inline): string[] => {
    switch (inline.type) {
      case 'text':
        return findReferences(inline.value, 'prose', language).flatMap(booksIn);
      case 'reference': {
        const read = readLabel(inline.text, language);
        return read.problem ? [] : booksIn(read.reference);
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'foreign':
      case 'link':
        return booksOf(inline.children, language);
      case 'blank':
        return booksOf(inline.answer, language);
      default:
        return [];
    }
  });
}

function booksIn({ ranges }: { ranges: readonly { start: { book: string }; end: { book: string } }[] }): string[] {
  return ranges.flatMap(({ start, end }) => [start.book, end.book]);
}
