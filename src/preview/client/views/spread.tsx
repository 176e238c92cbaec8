import type { Book } from '../../protocol.js';
import { useBookSheaf } from '../book-sheaf.js';
import { PageList } from '../pane.js';

/** Pages as they lie open once they are bound. */
export function SpreadView({ book }: { book: Book }) {
  return <PageList index={0} sheaf={useBookSheaf(book, 0, 'spread')} name={`Spreads: ${book.label}`} />;
}
