import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { samePlace } from './changes.js';
import { NEAR, SEEN } from './draw-queue.js';
import { joinDrawn, noticeDrawn } from './drawn.js';
import { destination, step } from './navigation.js';
import { PageCell } from './page-cell.js';
import { headOf, keepHead, SHEETS } from './place.js';
import { EDGE, GAP, type RowLayout, rowAt, rowsBetween, rowsHeight, rowTop } from './rows.js';
import { gapOf, type Sheaf } from './sheaf.js';
import { rowOf } from './spreads.js';
import { heads, panes, scales, zoom } from './state.js';
import { useSize } from './use-size.js';
import { scaleFor, snapped, snappedLength, type Zoom } from './zoom.js';

interface Props {
  index: 0 | 1;
  sheaf: Sheaf;
  name: string;
  onScroll?: (element: HTMLElement) => void;
  onLayout?: (element: HTMLElement, layout: RowLayout, scale: number) => void;
  /** CSS pixels left free at the end, so that the last page can be brought to the head. */
  room?: number;
  /** Instead of the zoom that was chosen. */
  fixed?: Zoom | undefined;
}

/** A pane that pages are scrolled in. It keeps its place when pages change, and draws those that are seen first. */
export function PageList({ index, sheaf, name, onScroll, onLayout, room = 0, fixed }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const box = useSize(scroller);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const drawn = useRef(new Map<number, string>());
  const source = useRef<Sheaf>();
  const laidOut = useRef<RowLayout>();

  const { columns, page, rows } = sheaf;
  const slot = sheaf.isBook ? index : SHEETS;
  const inner = { width: Math.max(box.width - SIDES, 80), height: Math.max(box.height - HEADROOM, 80) };
  const density = window.devicePixelRatio || 1;
  const fitting = scaleFor(
    fixed ?? zoom.value,
    { width: page.width * columns, height: page.height },
    { ...inner, width: inner.width - gapOf(sheaf) },
  );
  const scale = snapped(fitting, page.width, density);
  const layout: RowLayout = useMemo(
    () => ({ count: rows.length, height: snappedLength(page.height * scale, density) }),
    [rows.length, page.height, scale, density],
  );

  const look = () => {
    const element = scroller.current;
    if (!element) return;
    const { scrollTop, clientHeight } = element;
    const { first, last } = rowsBetween(layout, scrollTop - clientHeight, scrollTop + 2 * clientHeight);
    setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
    const head = rowAt(layout, scrollTop + clientHeight * 0.4);
    if (sheaf.isBook) heads[index].value = rows[head]?.pages[0] ?? 0;
    keepHead(slot, layout, rows, scrollTop);
  };
  const isSeen = (row: number) => {
    const element = scroller.current;
    if (!element) return false;
    const seen = rowsBetween(layout, element.scrollTop, element.scrollTop + element.clientHeight);
    return row >= seen.first && row <= seen.last;
  };

  // Before anything is painted, the pane is scrolled to where the same words are now.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || box.height === 0) return;
    const before = source.current;
    const head = headOf(slot);
    const book = panes[index].value.book;
    const moved = before && book && sheaf.isBook && before.source !== sheaf.source && isAnchored(before.source);
    const page = moved ? samePlace(before.source as typeof book, book, head.page) : head.page;
    const stays = before?.rows.length === rows.length && laidOut.current === layout && page === head.page;
    if (!stays) element.scrollTop = rowTop(layout, rowOf(rows, page)) + head.into * (layout.height + GAP);
    source.current = sheaf;
    laidOut.current = layout;
    scales[index].value = scale;
    look();
    onLayout?.(element, layout, scale);
    noticeDrawn();
  }, [sheaf, layout, box.height, box.width]);

  useLayoutEffect(() =>
    joinDrawn(() => {
      const element = scroller.current;
      if (!element || box.height === 0 || !sheaf.isCurrent()) return false;
      const { first, last } = rowsBetween(layout, element.scrollTop, element.scrollTop + element.clientHeight);
      return rows
        .slice(first, last + 1)
        .every(({ pages }) => pages.every((page) => drawn.current.get(page) === sheaf.picture(page)?.key));
    }),
  );

  const wanted = destination.value;
  useLayoutEffect(() => {
    if (wanted?.pane !== index || !scroller.current || box.height === 0) return;
    scroller.current.scrollTop = rowTop(layout, rowOf(rows, wanted.page)) - EDGE;
    destination.value = undefined;
  }, [wanted, box.height]);

  const asked = step.value;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (asked?.pane !== index || !element) return;
    const row = rowAt(layout, element.scrollTop + EDGE + 2);
    const isBetween = element.scrollTop + EDGE > rowTop(layout, row) + 2;
    const to = asked.by > 0 ? row + asked.by : row + asked.by + (isBetween ? 1 : 0);
    element.scrollTop = rowTop(layout, Math.min(Math.max(to, 0), rows.length - 1)) - EDGE;
    step.value = undefined;
  }, [asked]);

  return (
    <div
      class="pages"
      ref={scroller}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      role="region"
      aria-label={name}
      data-pane={index}
      onScroll={({ currentTarget }) => {
        look();
        onScroll?.(currentTarget);
      }}
    >
      <div
        class="rows"
        style={{
          height: `${rowsHeight(layout) + room}px`,
          minWidth: `${page.width * columns * scale + gapOf(sheaf) + SIDES}px`,
          '--total-scale-factor': scale,
        }}
      >
        {rows.map(({ pages, opensEmpty }, row) => {
          const isNear = row >= range.first && row <= range.last;
          return (
            <div
              key={row}
              class={`row${sheaf.isBound ? ' bound' : ''}${sheaf.isBackwards ? ' backwards' : ''}`}
              style={{ top: `${rowTop(layout, row)}px`, height: `${layout.height}px` }}
            >
              {columns === 2 && opensEmpty && <div class="no-page" style={{ width: `${page.width * scale}px` }} />}
              {pages.map((at, half) => (
                <PageCell
                  key={at}
                  sheaf={sheaf}
                  at={at}
                  scale={scale}
                  height={layout.height}
                  isNear={isNear}
                  pane={index}
                  fold={foldOf(sheaf, opensEmpty ? 1 : half)}
                  urgency={() => (isSeen(row) ? SEEN : NEAR)}
                  onDrawn={(key) => {
                    if (key === undefined) drawn.current.delete(at);
                    else drawn.current.set(at, key);
                    noticeDrawn();
                  }}
                />
              ))}
              {columns === 2 && !opensEmpty && pages.length === 1 && (
                <div class="no-page" style={{ width: `${page.width * scale}px` }} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The half that is read first is bound at the side to which one reads. */
function foldOf({ isBound, isBackwards }: Sheaf, half: number): 'left' | 'right' | undefined {
  if (!isBound) return undefined;
  return (half === 0) === isBackwards ? 'left' : 'right';
}

function isAnchored(source: object): boolean {
  return 'anchors' in source;
}

/** CSS pixels left and right of the pages, both together. */
const SIDES = 48;

/** CSS pixels above and below a page that is shown whole, both together. */
const HEADROOM = 56;
