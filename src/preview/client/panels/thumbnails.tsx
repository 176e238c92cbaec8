import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Book } from '../../protocol.js';
import { pageName } from '../book-sheaf.js';
import { LISTED } from '../draw-queue.js';
import { isNarrow } from '../narrow.js';
import { goToPage } from '../navigation.js';
import { PagePicture } from '../page-picture.js';
import { pictureOf } from '../picture.js';
import { spreadsOf } from '../spreads.js';
import { heads, leftPanel, panes } from '../state.js';

/** Small pictures of all pages, spread by spread; only those in sight are drawn. */
export function ThumbnailsPanel() {
  const list = useRef<HTMLDivElement>(null);
  const book = panes[0].value.book;
  const here = heads[0].value;
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  if (!book) return <p class="nothing">There are no pages yet.</p>;
  return (
    <div class={`thumbnails${book.direction === 'right-to-left' ? ' backwards' : ''}`} ref={list}>
      {spreadsOf(book).map(({ pages, opensEmpty }) => (
        <div key={pages[0]} class={`thumbnail-row${opensEmpty && book.spreads ? ' opens-empty' : ''}`}>
          {pages.map((page) => (
            <Thumbnail key={page} book={book} page={page} isHere={pages.includes(here) && page === here} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Thumbnail({ book, page, isHere }: { book: Book; page: number; isHere: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!button.current) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), {
      rootMargin: '200px',
    });
    observer.observe(button.current);
    return () => observer.disconnect();
  }, []);
  const scale = WIDTH / book.size.width;
  const own = book.pages[page];
  return (
    <button
      type="button"
      class="thumbnail"
      ref={button}
      aria-label={pageName(book, page)}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => {
        goToPage(page);
        if (isNarrow.value) leftPanel.value = null;
      }}
    >
      <span class="page-face" style={{ width: `${WIDTH}px`, height: `${book.size.height * scale}px` }}>
        {isNear && own && (
          <PagePicture picture={pictureOf(own)} page={book.size} scale={scale} urgency={() => LISTED} />
        )}
      </span>
      <span class="folio" aria-hidden="true">
        {own?.label || 'Cover'}
      </span>
    </button>
  );
}

/** CSS pixels. */
const WIDTH = 92;
