import { useEffect, useState } from 'preact/hooks';
import { pageName } from './book-sheaf.js';
import { goToAnchor } from './navigation.js';
import { openPage } from './part-cache.js';
import type { Picture } from './picture.js';
import { panes } from './state.js';

interface Link {
  anchor: string;
  /** Shares of the page, in per cent. */
  box: { left: string; top: string; width: string; height: string };
}

interface Props {
  picture: Picture;
  page: { width: number; height: number };
  pane: 0 | 1;
}

/** The links of a page that lead to other pages. Links to the outside are not followed here. */
export function PageLinks({ picture, page, pane }: Props) {
  const [links, setLinks] = useState<Link[]>([]);
  useEffect(() => {
    let isWanted = true;
    linksOf(picture, page)
      .then((found) => isWanted && setLinks(found))
      // The page itself tells when it cannot be had.
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [picture.key]);
  const { book } = panes[pane].value;
  return links
    .filter(({ anchor }) => book !== undefined && Object.hasOwn(book.anchors, anchor))
    .map(({ anchor, box }, index) => (
      <button key={index} type="button" class="page-link" style={box} onClick={() => goToAnchor(anchor, pane)}>
        <span class="unseen">{book && `Go to ${pageName(book, book.anchors[anchor] ?? 0).toLowerCase()}`}</span>
      </button>
    ));
}

async function linksOf(picture: Picture, page: { width: number; height: number }): Promise<Link[]> {
  const proxy = await openPage(picture);
  const viewport = proxy.getViewport({ scale: 1 });
  const annotations = (await proxy.getAnnotations({ intent: 'display' })) as {
    subtype?: string;
    dest?: unknown;
    rect?: number[];
  }[];
  const share = (part: number, of: number) => `${(part / of) * 100}%`;
  return annotations.flatMap(({ subtype, dest, rect }) => {
    if (subtype !== 'Link' || typeof dest !== 'string' || rect?.length !== 4) return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle(rect) as number[];
    const left = Math.min(x1, x2) - (viewport.width - page.width) / 2;
    const top = Math.min(y1, y2) - (viewport.height - page.height) / 2;
    const box = {
      left: share(left, page.width),
      top: share(top, page.height),
      width: share(Math.abs(x2 - x1), page.width),
      height: share(Math.abs(y2 - y1), page.height),
    };
    return [{ anchor: dest, box }];
  });
}
