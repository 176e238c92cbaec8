import type { Canvas, Operator, Operators } from '../canvas.js';
import { common, heightOf, widthOf } from '../geometry.js';
import { stroked } from '../path.js';

/** Steps that a rectangle counts for: four lines, which are remembered until it is painted. */
const RECTANGLE = 3;

const curve: Operator = ({ path, state }, coordinates) => path.curve(state.matrix, coordinates);

const clip: Operator = (canvas) => {
  canvas.clips = true;
};

const painting =
  (...how: ((canvas: Canvas) => void)[]): Operator =>
  (canvas) => {
    for (const one of how) one(canvas);
    endPath(canvas);
  };

/** Paths: making, painting and clipping to them (ISO 32000-1, 8.5). */
export const PATHS: Operators = {
  m: ({ path, state }, [x = 0, y = 0]) => path.move(state.matrix, x, y),
  l: ({ path, state }, [x = 0, y = 0]) => path.line(state.matrix, x, y),
  c: curve,
  v: curve,
  y: curve,
  re: ({ path, shared, state }, [x = 0, y = 0, width = 0, height = 0]) => {
    shared.step(RECTANGLE);
    path.rectangle(state.matrix, x, y, width, height);
  },
  W: clip,
  'W*': clip,
  n: painting(),
  f: painting(fill),
  F: painting(fill),
  'f*': painting(fill),
  S: painting(stroke),
  s: painting(stroke),
  B: painting(fill, stroke),
  'B*': painting(fill, stroke),
  b: painting(fill, stroke),
  'b*': painting(fill, stroke),
};

function fill(canvas: Canvas): void {
  const { path } = canvas;
  const { fill: color, fillAlpha } = canvas.state;
  if (fillAlpha === 0) return;
  const { rectangles } = path;
  for (const whole of rectangles ?? [path.box]) {
    const box = canvas.seen(whole);
    if (!box || !whole) continue;
    if (color.space.family === 'pattern') canvas.keep({ kind: 'shading', box, space: color.space });
    else {
      const thickness = Math.min(widthOf(whole), heightOf(whole));
      const rectangle = rectangles !== undefined;
      canvas.keep({ kind: 'fill', box, rectangle, thickness, color, clear: fillAlpha < 1 });
    }
  }
}

function stroke(canvas: Canvas): void {
  const { path, state } = canvas;
  if (!path.box || state.strokeAlpha === 0) return;
  const line = stroked(path.box, state.matrix, state.lineWidth);
  const box = canvas.seen(line.box);
  if (box) canvas.keep({ kind: 'stroke', box, width: line.width, color: state.stroke });
}

function endPath(canvas: Canvas): void {
  const { path, state } = canvas;
  if (canvas.clips && path.box) {
    state.clip = common(state.clip, path.box) ?? { left: 0, bottom: 0, right: 0, top: 0 };
  }
  canvas.clips = false;
  path.clear();
}
