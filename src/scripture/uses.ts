import type { Lesson, TranslationUse } from '../lesson/model.js';
import type { VerseRange } from '../lesson/passage.js';
import { allBlocks, inlinesOf } from '../lesson/walk.js';
import { TRANSLATION_IDS } from './library.js';
import { verseKey, versesOf } from './passages.js';
import { type Quotation, quotationOf, quotationsIn } from './quotations.js';
import type { Translations } from './translation.js';

/**
 * How many different verses are quoted from each translation, in set passages and in quotations that name it, with the
 * notice that must be printed. Count what an edition shows, not the whole lesson: editions quote differently.
 */
export function translationUses(
  lessons: readonly Pick<Lesson, 'body' | 'footnotes'>[],
  translations: Translations,
): TranslationUse[] {
  const verses = new Map<string, Set<string>>();
  const add = (id: string, ranges: readonly VerseRange[]) => {
    const translation = translations.get(id);
    if (!translation) return;
    const quoted = verses.get(id) ?? new Set();
    verses.set(id, quoted);
    for (const range of ranges) for (const verse of versesOf(range, translation)) quoted.add(verseKey(verse));
  };
  const addQuotation = ({ translation, reference }: Quotation) => add(translation, reference.ranges);
  for (const lesson of lessons) {
    for (const block of allBlocks(lesson)) {
      if (block.type === 'scripture' || block.type === 'memory-verse') {
        if (block.passage) add(block.passage.translation.id, block.passage.ranges);
      }
      for (const run of inlinesOf(block)) quotationsIn(run, { translations }).forEach(addQuotation);
      const quotation = block.type === 'blockquote' ? quotationOf(block, { translations }) : undefined;
      if (quotation) addQuotation(quotation);
    }
  }
  return [...new Set([...TRANSLATION_IDS, ...translations.keys()])].flatMap((id) => {
    const translation = translations.get(id);
    const count = verses.get(id)?.size ?? 0;
    if (!translation || count === 0) return [];
    const { abbreviation, name, language, notice } = translation;
    return [{ translation: { id, abbreviation, name, language }, notice, verses: count }];
  });
}
