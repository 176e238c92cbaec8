import type { Book } from '../../protocol.js';
import { useBookSheaf } from '../book-sheaf.js';
import { PageList } from '../pane.js';

/** Pages one under the other. */
export function SingleView({ book }: { book: Book }) {
  return <PageList index={0} sheaf={useBookSheaf(book, 0, 'single')} name={`Pages: ${book.label}`} />;
}
