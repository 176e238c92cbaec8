import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { assemble } from './assemble.js';
import type { FittedBook, SheetFit } from './fit-book.js';
import { pageLines } from './page-lines.js';
import type { LaidSection } from './section.js';

/** What messages call things: the edition, its booklet's file, and the lessons in their order. */
export interface SheetNames {
  edition: string;
  file: string;
  lessons: readonly { number: number; title: string; file: string }[];
}

/** A last page of more lines than this is not a few lines. */
const FEW = 8;

/** Tells where a booklet that was to be stretched had to be filled with pages for notes all the same. */
export function checkFit(book: FittedBook, { fill }: SheetFit, { edition, file }: SheetNames): Diagnostic[] {
  if (fill !== 'stretch' || book.added === 0) return [];
  const { length } = book.assembly.pages;
  return [
    diagnostic({
      file,
      rule: 'fit-not-reached',
      found: `the edition “${edition}” has ${length - book.added} pages within the limits of the theme, which leave ${counted(book.added, 'page')} of its last sheet`,
      expected: 'a stretch that fills the sheet',
      advice: `${counted(book.added, 'page')} for notes ${book.added === 1 ? 'fills' : 'fill'} it, ${length} in all; widen the theme’s “fit” limits, or leave it so`,
    }),
  ];
}

/**
 * Tells of the lesson whose last page is the shortest of those that cost a sheet: the booklet is put together again
 * without that page, and only if it takes fewer sheets so is anything said. It is the booklet as it is unstretched that
 * is put together: a shorter one would be stretched otherwise, but never on to more sheets.
 */
export function checkLastPages(
  { plain, sheets }: FittedBook,
  { pagesToTheSheet }: SheetFit,
  { edition, lessons }: SheetNames,
): Diagnostic[] {
  const without = (lesson: LaidSection) => {
    const sections = plain.sections.map((section) => (section === lesson ? withoutLastPage(section) : section));
    return Math.ceil(assemble(sections, plain.filler).pages.length / pagesToTheSheet);
  };
  const [shortest] = plain.lessons
    .flatMap((lesson, index) => {
      const name = lessons[index];
      const page = lesson.pages.at(-1);
      const lines = page && lesson.pages.length > 1 ? pageLines(page) : 0;
      if (!name || lines < 1 || lines > FEW) return [];
      const fewer = without(lesson);
      return fewer < sheets ? [{ name, lines, fewer }] : [];
    })
    .sort((a, b) => a.lines - b.lines);
  if (!shortest) return [];
  const { name, lines, fewer } = shortest;
  const few = counted(lines, 'line');
  return [
    diagnostic({
      file: name.file,
      rule: 'short-last-page',
      found: `the edition “${edition}” is ${few} over ${fewer * pagesToTheSheet} pages: there ${lines === 1 ? 'is' : 'are'} no more on the last page of lesson ${name.number}, “${name.title}”`,
      expected: `${counted(fewer, 'sheet')} instead of ${sheets}`,
      advice: `shorten the lesson by ${few}, or leave it as it is`,
    }),
  ];
}

function withoutLastPage(section: LaidSection): LaidSection {
  return { ...section, pages: section.pages.slice(0, -1) };
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
