import type { Size } from '../geometry/frame.js';
import type { CoverBorder } from '../theme/model.js';

/** Width of the page that borders are drawn for, in points: half a Letter sheet. */
const DRAWN_FOR = 396;

/**
 * A border for a page of any shape, as SVG text: its corner turned into all four, and as many repeats of its edge along each
 * side as fit best, stretched or shortened a little so that they are whole.
 */
export function borderArt({ corner, edge, depth, repeat }: CoverBorder, { width, height }: Size): string {
  const scale = width / DRAWN_FOR;
  const side = (length: number, turn: string) => {
    const room = length / scale - 2 * depth;
    const count = Math.max(1, Math.round(room / repeat));
    const share = room / count / repeat;
    const repeats = Array.from(
      { length: count },
      (_, index) =>
        `<g transform="translate(${tidy(depth + index * repeat * share)} 0) scale(${tidy(share)} 1) translate(${-depth} 0)">${edge}</g>`,
    );
    return `<g transform="${turn} scale(${tidy(scale)})">${corner}${repeats.join('')}</g>`;
  };
  const sides = [
    side(width, 'translate(0 0)'),
    side(height, `translate(${width} 0) rotate(90)`),
    side(width, `translate(${width} ${height}) rotate(180)`),
    side(height, `translate(0 ${height}) rotate(270)`),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${sides.join('')}</svg>`;
}

/** The same figures on every machine. */
function tidy(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}
