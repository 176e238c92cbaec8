import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Book } from '../../protocol.js';
import { Refused, sheetsAddress } from '../api.js';
import { Empty } from '../empty.js';
import { PageList } from '../pane.js';
import { openPart } from '../part-cache.js';
import { pictureOfSide } from '../picture.js';
import type { Sheaf } from '../sheaf.js';
import { sheetSides } from '../spreads.js';
import { panes } from '../state.js';

/** Sheets of which everything is known. */
interface Sheets {
  book: Book;
  sides: number;
  size: { width: number; height: number };
}

/** Sheets as they come out of a printer, the front of each beside its back. Old ones stay until new ones are there. */
export function SheetsView({ book, isNarrow }: { book: Book; isNarrow: boolean }) {
  const [sheets, setSheets] = useState<Sheets>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    if (!book.sheets) return;
    sheetsOf(book).then(
      (found) => {
        if (!isWanted) return;
        setFault(undefined);
        setSheets(found);
      },
      (error: unknown) =>
        isWanted && setFault(error instanceof Refused ? error.message : 'The sheets could not be had.'),
    );
    return () => {
      isWanted = false;
    };
  }, [book.edition, book.sheets?.key]);
  const sheaf = useMemo(() => sheets && sheafOf(sheets, isNarrow), [sheets, isNarrow]);
  if (!book.sheets) {
    return (
      <Empty title="No sheets">
        <p>This edition is not printed on folded sheets.</p>
      </Empty>
    );
  }
  if (fault) return <Empty title="No sheets">{fault}</Empty>;
  if (!sheaf || sheets?.book.edition !== book.edition) return <Empty title="Putting pages on sheets…" />;
  return <PageList index={0} sheaf={sheaf} name={`Sheets: ${book.label}`} />;
}

async function sheetsOf(book: Book): Promise<Sheets> {
  const document = await openPart(sheetsAddress(book.edition, book.sheets?.key ?? ''));
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  return { book, sides: document.numPages, size: { width, height } };
}

function sheafOf({ book, sides, size }: Sheets, isNarrow: boolean): Sheaf {
  const side = (at: number) => `Sheet ${Math.floor(at / 2) + 1}, ${at % 2 === 0 ? 'front' : 'back'}`;
  const rows = sheetSides(sides);
  return {
    source: book,
    isCurrent: () => {
      const now = panes[0].value.book;
      return now?.edition === book.edition && now.sheets?.key === book.sheets?.key;
    },
    rows: isNarrow ? rows.flatMap(({ pages }) => pages.map((page) => ({ pages: [page], opensEmpty: false }))) : rows,
    page: size,
    columns: isNarrow ? 1 : 2,
    isBackwards: false,
    isBound: false,
    picture: (page) => pictureOfSide(book, page),
    name: side,
    caption: side,
    isBook: false,
  };
}
