import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { currentHit, hitsOn, takeUnrevealed } from './search.js';
import type { Span } from './search-text.js';
import type { PageText } from './text-layer.js';

type Box = Record<'left' | 'top' | 'width' | 'height', string>;

/** Marks over what search found on a page. */
export function SearchMarks({ page, text }: { page: number; text: PageText }) {
  const layer = useRef<HTMLDivElement>(null);
  const hits = hitsOn(page);
  const [boxes, setBoxes] = useState<Box[][]>([]);
  const current = currentHit.value ? hits.indexOf(currentHit.value) : -1;
  useLayoutEffect(() => {
    const around = layer.current?.parentElement;
    setBoxes(around ? hits.map(({ span }) => boxesOf(span, text, around)) : []);
  }, [hits, text]);
  useLayoutEffect(() => {
    const mark = layer.current?.querySelector('[data-hit="current"]');
    if (mark && takeUnrevealed()) mark.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, boxes]);
  return (
    <div class="marks" ref={layer} aria-hidden="true">
      {boxes.flatMap((lines, hit) =>
        lines.map((box, line) => (
          <div key={`${hit}.${line}`} class="mark" data-hit={hit === current ? 'current' : 'other'} style={box} />
        )),
      )}
    </div>
  );
}

/** Where words stand, one box a line, in shares of the page. */
function boxesOf({ from, to }: Span, { runs }: PageText, around: HTMLElement): Box[] {
  const outer = around.getBoundingClientRect();
  const share = (part: number, of: number) => `${(part / of) * 100}%`;
  return runs.slice(from.run, to.run + 1).flatMap((run, index) => {
    const node = run.firstChild;
    if (!(node instanceof Text)) return [];
    const range = document.createRange();
    range.setStart(node, index === 0 ? Math.min(from.at, node.length) : 0);
    range.setEnd(node, from.run + index === to.run ? Math.min(to.at, node.length) : node.length);
    return [...range.getClientRects()]
      .filter(({ width }) => width > 0.5)
      .map((box) => ({
        left: share(box.left - outer.left, outer.width),
        top: share(box.top - outer.top, outer.height),
        width: share(box.width, outer.width),
        height: share(box.height, outer.height),
      }));
  });
}
