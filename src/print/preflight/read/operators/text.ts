import type { Canvas, Operators } from '../canvas.js';
import { common, IDENTITY, isWithin, multiply } from '../geometry.js';
import { showText } from '../text.js';
import type { Operand } from '../tokens.js';

/** Text: how it is set, where it stands, and showing it (ISO 32000-1, 9.3 and 9.4). */
export const TEXT: Operators = {
  Tf: (canvas, [, size = 0], [name]) => {
    canvas.state.font = canvas.shared.font(canvas.named('Font', name));
    canvas.state.fontSize = size;
  },
  Tc: ({ state }, [spacing = 0]) => {
    state.characterSpacing = spacing;
  },
  Tw: ({ state }, [spacing = 0]) => {
    state.wordSpacing = spacing;
  },
  Tz: ({ state }, [percent = 0]) => {
    state.stretch = percent / 100;
  },
  TL: ({ state }, [leading = 0]) => {
    state.leading = leading;
  },
  Ts: ({ state }, [rise = 0]) => {
    state.rise = rise;
  },
  Tr: ({ state }, [mode = 0]) => {
    state.renderingMode = mode;
  },
  BT: (canvas) => {
    canvas.textMatrix = IDENTITY;
    canvas.lineMatrix = IDENTITY;
  },
  Td: (canvas, [x = 0, y = 0]) => nextLine(canvas, x, y),
  TD: (canvas, [x = 0, y = 0]) => {
    canvas.state.leading = -y;
    nextLine(canvas, x, y);
  },
  Tm: (canvas, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => {
    canvas.lineMatrix = [a, b, c, d, e, f];
    canvas.textMatrix = canvas.lineMatrix;
  },
  'T*': (canvas) => nextLine(canvas, 0, -canvas.state.leading),
  Tj: (canvas, _, operands) => show(canvas, operands),
  TJ: (canvas, _, [items]) => show(canvas, Array.isArray(items) ? items : []),
  "'": (canvas, _, operands) => {
    nextLine(canvas, 0, -canvas.state.leading);
    show(canvas, operands);
  },
  '"': (canvas, [word = 0, character = 0], operands) => {
    canvas.state.wordSpacing = word;
    canvas.state.characterSpacing = character;
    nextLine(canvas, 0, -canvas.state.leading);
    show(canvas, operands.slice(2));
  },
};

function nextLine(canvas: Canvas, x: number, y: number): void {
  canvas.lineMatrix = multiply([1, 0, 0, 1, x, y], canvas.lineMatrix);
  canvas.textMatrix = canvas.lineMatrix;
}

function show(canvas: Canvas, items: readonly Operand[]): void {
  const { state } = canvas;
  const shown = showText(state, canvas.textMatrix, items, canvas.shared.step);
  if (!shown || !state.font) return;
  canvas.textMatrix = multiply([1, 0, 0, 1, shown.advance, 0], canvas.textMatrix);
  const { renderingMode: mode } = state;
  // Modes 3 and 7 leave no ink.
  if (mode % 4 === 3 || !/\S/.test(shown.text)) return;
  const alpha = mode === 1 ? state.strokeAlpha : state.fillAlpha;
  if (alpha === 0) return;
  const { whole, body, text, size, square } = shown;
  // Most words stand wholly within the clip, and a second box for each would fill the memory.
  const box = isWithin(whole, state.clip)
    ? whole
    : (common(whole, state.clip) ?? { ...whole, right: whole.left, top: whole.bottom });
  const color = mode === 1 ? state.stroke : state.fill;
  const { facts: font } = state.font;
  canvas.keep({ kind: 'text', box, whole, body, text, font, size, square, color, clear: alpha < 1 });
}
