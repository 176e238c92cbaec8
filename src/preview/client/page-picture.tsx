import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Refused } from './api.js';
import { partIsGone } from './book-store.js';
import { enqueue, NEAR } from './draw-queue.js';
import { openPage } from './part-cache.js';
import { pdfjs } from './pdf.js';
import type { Picture } from './picture.js';
import { SearchMarks } from './search-marks.js';
import { connection } from './state.js';
import { buildText, type PageText } from './text-layer.js';

interface Props {
  picture: Picture;
  /** Size of the place for it, in points. A PDF page that is larger is shown in its middle. */
  page: { width: number; height: number };
  /** CSS pixels to the point. */
  scale: number;
  urgency: () => number;
  /** Index of the page in the book, where it is one whose words can be selected and searched. */
  bookPage?: number | undefined;
  onDrawn?: (key: string, size: { width: number; height: number }) => void;
}

/**
 * A page drawn on a canvas. When the picture is another, the old one stays until the new one is drawn, so nothing
 * flashes; when only the scale is, it is stretched meanwhile.
 */
export function PagePicture({ picture, page, scale, urgency, bookPage, onDrawn }: Props) {
  const paper = useRef<HTMLDivElement>(null);
  const ink = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [text, setText] = useState<PageText>();
  const [fault, setFault] = useState<string>();
  const textKey = useRef<string>();
  const density = Math.min(window.devicePixelRatio || 1, 3);

  const draw = async (signal: AbortSignal) => {
    const proxy = await openPage(picture);
    if (signal.aborted) return;
    const whole = proxy.getViewport({ scale: 1 });
    const viewport = proxy.getViewport({ scale: Math.min(scale * density, mostFor(whole)) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    canvas.setAttribute('aria-hidden', 'true');
    const { AnnotationMode } = await pdfjs;
    const task = proxy.render({ canvas, viewport, annotationMode: AnnotationMode.DISABLE });
    const cancel = () => task.cancel();
    signal.addEventListener('abort', cancel);
    await task.promise.finally(() => signal.removeEventListener('abort', cancel));
    const place = paper.current;
    if (signal.aborted || !place) return;
    layOver(place, page, whole);
    ink.current?.replaceChildren(canvas);
    setFault(undefined);
    onDrawn?.(picture.key, { width: whole.width, height: whole.height });
    if (bookPage === undefined || textKey.current === picture.key) return;
    enqueue(
      () => NEAR,
      async () => {
        const built = signal.aborted || textKey.current === picture.key ? undefined : await buildText(proxy);
        if (!built || signal.aborted) return;
        textKey.current = picture.key;
        words.current?.replaceChildren(built.element);
        setText(built);
      },
    );
  };

  // What failed while the server was away is tried again once it is back.
  const retry = fault === undefined ? undefined : connection.value;

  useLayoutEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const cancel = enqueue(urgency, () =>
      draw(signal).catch((error: unknown) => {
        if (signal.aborted) return;
        if (error instanceof Refused && error.status === 404) partIsGone();
        else setFault('This page could not be drawn.');
      }),
    );
    return () => {
      controller.abort();
      cancel();
    };
  }, [picture.key, Math.round(scale * density * 100), retry]);

  useEffect(() => {
    const place = ink.current;
    // Browsers keep the memory of a canvas for a while unless it has no size.
    return () => {
      for (const canvas of place?.querySelectorAll('canvas') ?? []) canvas.width = canvas.height = 0;
    };
  }, []);

  return (
    <div class="paper" ref={paper}>
      <div class="ink" ref={ink} />
      <div class="words" ref={words} />
      {text && bookPage !== undefined && <SearchMarks page={bookPage} text={text} />}
      {fault && <p class="page-fault">{fault}</p>}
    </div>
  );
}

/** Puts a PDF page over the middle of its place, in shares of it, which stay right when the scale changes. */
function layOver(
  paper: HTMLElement,
  page: { width: number; height: number },
  whole: { width: number; height: number },
) {
  const share = (part: number, of: number) => `${((part / of) * 100).toFixed(3)}%`;
  paper.style.width = share(whole.width, page.width);
  paper.style.height = share(whole.height, page.height);
  paper.style.left = share((page.width - whole.width) / 2, page.width);
  paper.style.top = share((page.height - whole.height) / 2, page.height);
}

/** The largest scale at which a page still fits into a canvas on small devices. */
function mostFor({ width, height }: { width: number; height: number }): number {
  return Math.sqrt(MOST_PIXELS / (width * height));
}

const MOST_PIXELS = 16_000_000;
