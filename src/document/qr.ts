import { encode } from 'uqr';

/** A QR code as one drawing. */
export interface QrCode {
  /** Modules along a side, with the four that stay white at each edge (ISO/IEC 18004:2015, 5.3.8). */
  side: number;
  /** The dark areas as an SVG path in modules, filled by either rule. */
  path: string;
}

/** Modules that stay white around a code, so that a camera finds it. */
export const QUIET = 4;

/** Longest text that is made a code, in characters: more gives modules that are too small or a square that is too large. */
const LONGEST = { web: 300, mail: 100 };

/** The QR code of an address, of error level M (15 % of it may be lost); none for one that is too long. */
export function qrCode(href: string): QrCode | undefined {
  if (href.length > (/^mailto:/i.test(href) ? LONGEST.mail : LONGEST.web)) return undefined;
  const { data, size } = encode(plainAddress(href), { ecc: 'M', border: QUIET });
  return { side: size, path: outlines(data) };
}

/** In letters that every reader of codes takes for what they are. */
function plainAddress(href: string): string {
  return /^[!-~]*$/.test(href) || !URL.canParse(href) ? href : new URL(href).href;
}

/**
 * Runs of dark modules as the edges between dark and light, each area walked around with the dark on the right, so that
 * no hairline shows between modules that touch.
 */
function outlines(data: readonly (readonly boolean[])[]): string {
  const dark = (x: number, y: number) => data[y]?.[x] === true;
  const edges = new Map<string, Point[]>();
  const add = (from: Point, to: Point) => edges.set(String(from), [...(edges.get(String(from)) ?? []), to]);
  data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (!isDark) return;
      if (!dark(x, y - 1)) add([x, y], [x + 1, y]);
      if (!dark(x + 1, y)) add([x + 1, y], [x + 1, y + 1]);
      if (!dark(x, y + 1)) add([x + 1, y + 1], [x, y + 1]);
      if (!dark(x - 1, y)) add([x, y + 1], [x, y]);
    });
  });
  const paths: string[] = [];
  for (const [start, ends] of edges) {
    for (let end = ends.pop(); end; end = ends.pop()) paths.push(loop(start, end, edges));
  }
  return paths.join('');
}

type Point = readonly [x: number, y: number];

/** The way around one area, corners only. Takes its edges from those that are left. */
function loop(start: string, second: Point, edges: Map<string, Point[]>): string {
  const points = [start.split(',').map(Number) as unknown as Point, second];
  for (let at = second; String(at) !== start; ) {
    const next = edges.get(String(at))?.pop();
    if (!next) break;
    points.push(next);
    at = next;
  }
  const corners = points.slice(0, -1).filter(([x, y], index, all) => {
    const [before, after] = [all.at(index - 1) as Point, all[(index + 1) % all.length] as Point];
    return !((before[0] === x && after[0] === x) || (before[1] === y && after[1] === y));
  });
  return `M${corners.map(([x, y]) => `${x} ${y}`).join('L')}Z`;
}
