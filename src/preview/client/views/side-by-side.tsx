import { useEffect, useRef } from 'preact/hooks';
import type { Book } from '../../protocol.js';
import { useBookSheaf } from '../book-sheaf.js';
import { heightsOf, noteHeights } from '../heights.js';
import { isNarrow } from '../narrow.js';
import { PageList } from '../pane.js';
import { PaneHead } from '../pane-head.js';
import { PaneState } from '../pane-state.js';
import { EDGE, type RowLayout, rowTop } from '../rows.js';
import { heads, panes, zoom } from '../state.js';
import { placeAtTop, syncedTop, type Track } from '../sync.js';

/** A pane as it stands: the element that is scrolled, and what is needed to know where questions are in it. */
interface Standing {
  element: HTMLElement;
  layout: RowLayout;
  scale: number;
}

/** Two editions beside each other, which are scrolled together by question. */
export function SideBySide() {
  const standing = useRef<[Standing?, Standing?]>([]);
  // Where a pane was scrolled to from here, so that its answer does not scroll the other in turn.
  const echoes = useRef<[number?, number?]>([]);

  // The pane that was scrolled last by its reader.
  const leader = useRef<0 | 1>(0);

  const trackOf = (index: 0 | 1): Track | undefined => {
    const stand = standing.current[index];
    const book = panes[index].value.book;
    if (!stand || !book) return undefined;
    const { element } = stand;
    return { stops: stopsOf(book, stand), end: element.scrollHeight - element.clientHeight };
  };
  const tell = (index: 0 | 1) => {
    const stand = standing.current[index];
    const track = trackOf(index);
    if (stand && track) stand.element.dataset.question = placeAtTop(track.stops, stand.element.scrollTop) ?? '';
  };
  const follow = (index: 0 | 1) => {
    tell(index);
    const other = index === 0 ? 1 : 0;
    const [from, to] = [trackOf(index), trackOf(other)];
    const [lead, led] = [standing.current[index], standing.current[other]];
    if (!from || !to || !lead || !led) return;
    const top = Math.round(syncedTop(from, to, lead.element.scrollTop));
    if (Math.abs(led.element.scrollTop - top) < 1) return;
    echoes.current[other] = top;
    led.element.scrollTop = top;
    tell(other);
  };
  const scrolled = (index: 0 | 1, element: HTMLElement) => {
    const echo = echoes.current[index];
    echoes.current[index] = undefined;
    if (echo !== undefined && Math.abs(echo - element.scrollTop) <= 2) return;
    leader.current = index;
    follow(index);
  };

  return (
    <div class="beside">
      {([0, 1] as const).map((index) => (
        <section key={index} class="beside-pane" aria-label={index === 0 ? 'First edition' : 'Second edition'}>
          <PaneHead index={index} hasTotals />
          <PaneState index={index}>
            {(book) => (
              <BesidePane
                index={index}
                book={book}
                onScroll={(element) => scrolled(index, element)}
                onLayout={(element, layout, scale) => {
                  standing.current[index] = { element, layout, scale };
                  requestAnimationFrame(() => follow(leader.current));
                }}
                onHeights={(isAll) => {
                  const element = standing.current[index]?.element;
                  if (element) element.dataset.questions = isAll ? 'all' : 'some';
                  follow(leader.current);
                }}
              />
            )}
          </PaneState>
        </section>
      ))}
    </div>
  );
}

interface BesideProps {
  index: 0 | 1;
  book: Book;
  onScroll: (element: HTMLElement) => void;
  onLayout: (element: HTMLElement, layout: RowLayout, scale: number) => void;
  /** Told when more is known of where questions stand, and in the end that all is. */
  onHeights: (isAll: boolean) => void;
}

function BesidePane({ index, book, onScroll, onLayout, onHeights }: BesideProps) {
  useEffect(() => {
    const controller = new AbortController();
    onHeights(false);
    noteHeights(book, heads[index].peek(), () => onHeights(false), controller.signal).then(
      () => controller.signal.aborted || onHeights(true),
    );
    return () => controller.abort();
  }, [book]);
  return (
    <PageList
      index={index}
      sheaf={useBookSheaf(book, index, 'single')}
      name={`Pages: ${book.label}`}
      onScroll={onScroll}
      onLayout={onLayout}
      room={window.innerHeight}
      fixed={isNarrow.value && zoom.value === 'page' ? 'width' : undefined}
    />
  );
}

/** Where questions are: how far a pane is scrolled when each is at its head. */
function stopsOf(book: Book, { layout, scale }: Standing): Map<string, number> {
  const heights = heightsOf(book);
  const entries = book.questions.flatMap((question): [string, number][] => {
    const page = book.anchors[question];
    if (page === undefined) return [];
    return [[question, rowTop(layout, page) + (heights.get(question) ?? 0) * scale - EDGE]];
  });
  return new Map(entries);
}
