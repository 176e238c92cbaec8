import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { Canvas, Operators } from '../canvas.js';
import { multiply } from '../geometry.js';
import { UnreadablePdf } from '../unreadable.js';

/** Steps that a saved state counts for, as it is a copy. */
const SAVED = 3;

/** So many states may be saved at a time, which is more than any program asks for (ISO 32000-1, annex C, has 28). */
const MOST_SAVED = 10_000;

/** The graphics state as a whole (ISO 32000-1, 8.4.4). */
export const STATE: Operators = {
  q: ({ saved, shared, state }) => {
    shared.step(SAVED);
    if (saved.length >= MOST_SAVED) {
      throw new UnreadablePdf('states in it are saved without end', { kind: 'endless' });
    }
    saved.push({ ...state });
  },
  Q: (canvas) => {
    canvas.state = canvas.saved.pop() ?? canvas.state;
  },
  cm: ({ state }, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => {
    state.matrix = multiply([a, b, c, d, e, f], state.matrix);
  },
  w: ({ state }, [width = 0]) => {
    state.lineWidth = width;
  },
  gs: (canvas, _, [name]) => setParameters(canvas, canvas.named('ExtGState', name)),
};

/** Parameters that a dictionary sets (ISO 32000-1, table 58). */
function setParameters({ state, shared }: Canvas, dict: unknown): void {
  if (!(dict instanceof PDFDict)) return;
  const number = (key: string) => {
    const value = dict.lookup(PDFName.of(key));
    return value instanceof PDFNumber ? value.asNumber() : undefined;
  };
  state.fillAlpha = number('ca') ?? state.fillAlpha;
  state.strokeAlpha = number('CA') ?? state.strokeAlpha;
  state.lineWidth = number('LW') ?? state.lineWidth;
  const font = dict.lookup(PDFName.of('Font'));
  if (!(font instanceof PDFArray)) return;
  const size = font.lookup(1);
  state.font = shared.font(font.lookup(0)) ?? state.font;
  if (size instanceof PDFNumber) state.fontSize = size.asNumber();
}
