import jsQR from 'jsqr';
import { expect, it } from 'vitest';
import { type QrCode, QUIET, qrCode } from '../../src/document/qr.js';

/** Dots along a side of a module in the picture. */
const DOTS = 4;

/** What a camera would read of a code: its path filled by the even-odd rule. */
function seen({ side, path }: QrCode): string | undefined {
  const loops = path
    .split('Z')
    .filter(Boolean)
    .map((loop) =>
      loop
        .slice(1)
        .split('L')
        .map((point) => point.split(' ').map(Number) as [number, number]),
    );
  const dark = (x: number, y: number) =>
    loops.reduce((inside, points) => {
      const crossed = points.filter(([ax, ay], index) => {
        const [, by] = points[(index + 1) % points.length] as [number, number];
        return ax > x && Math.min(ay, by) < y && y < Math.max(ay, by);
      });
      return inside !== (crossed.length % 2 === 1);
    }, false);
  const size = side * DOTS;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (!dark(x + 0.5, y + 0.5)) continue;
      for (let row = y * DOTS; row < (y + 1) * DOTS; row += 1) {
        for (let column = x * DOTS; column < (x + 1) * DOTS; column += 1) {
          pixels.fill(0, (row * size + column) * 4, (row * size + column) * 4 + 3);
        }
      }
    }
  }
  return jsQR.default(pixels, size, size)?.data;
}

it.each([
  'https://example.org/',
  'http://example.org/a?b=c&d=%20#e',
  'mailto:office@example.org',
  `https://example.org/${'long-'.repeat(55)}`,
])('makes a code that reads “%s”, with four white modules around it', (href) => {
  const code = qrCode(href) as QrCode;
  expect(seen(code)).toBe(href);
  const numbers = code.path.match(/\d+/g)?.map(Number) ?? [];
  expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([QUIET, code.side - QUIET]);
});

it('writes letters that not every reader knows as addresses do', () => {
  expect(seen(qrCode('https://example.org/straße') as QrCode)).toBe('https://example.org/stra%C3%9Fe');
});

it('makes none of what is too long, and the same at every time', () => {
  expect(qrCode(`https://example.org/${'x'.repeat(300)}`)).toBeUndefined();
  expect(qrCode(`mailto:${'x'.repeat(100)}@example.org`)).toBeUndefined();
  expect(qrCode('https://example.org/')).toEqual(qrCode('https://example.org/'));
});
