import { useLayoutEffect } from 'preact/hooks';
import { PageLinks } from './page-links.js';
import { PagePicture } from './page-picture.js';
import type { Sheaf } from './sheaf.js';

interface Props {
  sheaf: Sheaf;
  /** Index of the page. */
  at: number;
  scale: number;
  /** CSS pixels. */
  height: number;
  /** Whether it is seen or soon may be; others are only white. */
  isNear: boolean;
  urgency: () => number;
  /** Told what is drawn, or `undefined` once it is no more. */
  onDrawn: (key: string | undefined) => void;
  pane: 0 | 1;
  /** On which side it is bound. */
  fold: 'left' | 'right' | undefined;
}

/** The place of a page in a row, with its number beneath. */
export function PageCell({ sheaf, at, scale, height, isNear, urgency, onDrawn, pane, fold }: Props) {
  const picture = sheaf.picture(at);
  const { width } = sheaf.page;
  useLayoutEffect(() => (isNear ? () => onDrawn(undefined) : undefined), [isNear]);
  return (
    <div
      class={fold ? `page fold-${fold}` : 'page'}
      role="group"
      aria-label={sheaf.name(at)}
      data-page={at + 1}
      style={{ width: `${width * scale}px`, height: `${height}px` }}
    >
      <div class="page-face">
        {isNear && picture && (
          <PagePicture
            picture={picture}
            page={sheaf.page}
            scale={scale}
            urgency={urgency}
            bookPage={sheaf.isBook ? at : undefined}
            onDrawn={(key, size) => {
              sheaf.onSize?.(size);
              onDrawn(key);
            }}
          />
        )}
        {isNear && picture && sheaf.isBook && <PageLinks picture={picture} page={sheaf.page} pane={pane} />}
      </div>
      <p class="folio" aria-hidden="true">
        {sheaf.caption(at)}
      </p>
    </div>
  );
}
