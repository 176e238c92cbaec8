import { signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Book } from '../protocol.js';
import { pictureOf } from './picture.js';
import type { Sheaf } from './sheaf.js';
import { singlesOf, spreadsOf } from './spreads.js';
import { panes } from './state.js';

/** Sizes of PDF pages that are larger than the finished page, by edition and target: those for a press, with their marks. */
const whole = signal<Readonly<Record<string, { width: number; height: number }>>>({});

/**
 * A book's pages one under the other, as whole as the PDF has them, or as they lie once bound and trimmed. The same
 * object as long as nothing of it is another.
 */
export function useBookSheaf(book: Book, pane: 0 | 1, arrangement: 'single' | 'spread'): Sheaf {
  const size = whole.value[sizeName(book)];
  return useMemo(() => {
    const isSpread = arrangement === 'spread';
    return {
      source: book,
      isCurrent: () => panes[pane].value.book === book,
      rows: isSpread ? spreadsOf(book) : singlesOf(book.pages.length),
      page: isSpread ? book.size : (size ?? book.size),
      ...(isSpread ? {} : { onSize: (found) => noteSize(book, found) }),
      columns: isSpread && book.spreads ? 2 : 1,
      isBackwards: book.direction === 'right-to-left',
      isBound: isSpread && book.spreads,
      picture: (at) => {
        const page = book.pages[at];
        return page && pictureOf(page);
      },
      name: (at) => pageName(book, at),
      caption: (at) => book.pages[at]?.label || 'Cover',
      isBook: true,
    };
  }, [book, pane, arrangement, size]);
}

/** A page as readers call it. */
export function pageName(book: Book, page: number): string {
  const label = book.pages[page]?.label;
  return label ? `Page ${label}` : 'Cover';
}

function noteSize(book: Book, size: { width: number; height: number }): void {
  const isLarger = size.width > book.size.width + 1 || size.height > book.size.height + 1;
  const name = sizeName(book);
  if (isLarger && !whole.value[name]) whole.value = { ...whole.value, [name]: size };
}

function sizeName({ edition, target, size }: Book): string {
  return `${edition}|${target}|${size.width}x${size.height}`;
}
