import type { Block, Inline, Lesson } from '../lesson/model.js';
import type { SetPassage, VerseRange } from '../lesson/passage.js';
import { allBlocks, inlinesOf } from '../lesson/walk.js';
import { bookIndex } from './books.js';
import { formatReference, nameOf } from './house-style.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';
import type { Translation, Translations } from './translation.js';

/** A book of the Bible in an index, with the passages that are printed or referred to. */
export interface IndexedBook {
  name: string;
  passages: IndexedPassage[];
}

/** One passage, and where it is. */
export interface IndexedPassage {
  /** Chapter and verses: `7:23–25`, or `8` for a whole chapter; empty for a whole book. */
  numbers: string;
  /** Anchors of the blocks that print it. */
  anchors: string[];
  /** Keys of the references to it in running text. */
  citations: string[];
}

/** What an index reads of a lesson as an edition shows it: its text, and what its first page asks the leader to prepare. */
type IndexedLesson = Pick<Lesson, 'id' | 'body' | 'footnotes'> & { glance?: { prepare: Block[] } };

/**
 * Every passage that lessons print or refer to, in the order of the Bible.
 *
 * @param source - What the lessons' scripture was set from: a printed passage is counted by its own translation, a
 *   reference by the booklet's.
 */
export function passageIndex(
  lessons: readonly IndexedLesson[],
  source: { translation: string; translations: Translations; language?: ReferenceLanguage },
): IndexedBook[] {
  const found = new Map<string, IndexedPassage & { range: VerseRange }>();
  const { translation, translations, language = ENGLISH } = source;
  const entry = (range: VerseRange, id: string) => {
    const key = `${address(range.start)}-${address(range.end)}`;
    const known = found.get(key) ?? {
      range,
      numbers: numbersOf(range, translations.get(id)),
      anchors: [],
      citations: [],
    };
    found.set(key, known);
    return known;
  };
  for (const lesson of lessons) {
    const body = [...(lesson.glance?.prepare ?? []), ...lesson.body];
    for (const block of allBlocks({ body, footnotes: lesson.footnotes })) {
      const passage = printed(block);
      for (const range of passage?.ranges ?? [])
        entry(range, passage?.translation.id ?? translation).anchors.push(
          `${lesson.id}.${'id' in block ? block.id : ''}`,
        );
      for (const { osis, ranges } of inlinesOf(block).flatMap(references)) {
        for (const range of ranges) entry(range, translation).citations.push(osis);
      }
    }
  }
  const books = new Map<string, IndexedPassage[]>();
  for (const { range, ...passage } of [...found.values()].sort((a, b) => compare(a.range, b.range))) {
    const { book } = range.start;
    books.set(book, [...(books.get(book) ?? []), passage]);
  }
  return [...books].map(([book, passages]) => ({ name: nameOf(book, language), passages }));
}

function printed(block: Block): SetPassage | undefined {
  return block.type === 'scripture' || block.type === 'memory-verse' ? block.passage : undefined;
}

function references(inlines: readonly Inline[]): { osis: string; ranges: VerseRange[] }[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'reference') return [inline];
    if (inline.type === 'blank') return references(inline.answer);
    return 'children' in inline ? references(inline.children) : [];
  });
}

/** The house style's reference without the name of the book. */
function numbersOf(range: VerseRange, translation: Translation | undefined): string {
  if (!translation) return '';
  return /\u00a0(\d[^\u00a0]*)$/.exec(formatReference([range], translation))?.[1] ?? '';
}

const address = ({ book, chapter, verse }: VerseRange['start']): string => `${book}.${chapter}.${verse}`;

function compare(a: VerseRange, b: VerseRange): number {
  return (
    bookIndex(a.start.book) - bookIndex(b.start.book) ||
    order(a.start) - order(b.start) ||
    // The longer passage first, as in a table of contents.
    order(b.end) - order(a.end)
  );
}

/** No chapter has as many as a thousand verses. */
function order({ chapter, verse }: VerseRange['start']): number {
  return chapter * 1000 + verse;
}
