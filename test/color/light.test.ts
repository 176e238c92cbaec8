import { expect, it } from 'vitest';
import { contrastRatio, printedGrey } from '../../src/color/light.js';
import { hexOf, rgbOf, sixDigits } from '../../src/color/rgb.js';

it('measures contrast as WCAG 2.2 defines it', () => {
  const ratio = (one: string, other: string) => contrastRatio(rgbOf(one), rgbOf(other));
  expect(ratio('#000000', '#ffffff')).toBe(21);
  expect(ratio('#ffffff', '#ffffff')).toBe(1);
  expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(ratio('#ffffff', '#6b1f2a')).toBe(ratio('#6b1f2a', '#ffffff'));
});

it('prints what is nearly black in solid black, and white not at all', () => {
  expect(printedGrey(rgbOf('#1c1917'))).toBe(0);
  expect(printedGrey(rgbOf('#ffffff'))).toBeCloseTo(1, 6);
  expect(printedGrey(rgbOf('#777777'))).toBeCloseTo(0x77 / 255, 6);
});

it('writes colours in one way', () => {
  expect(sixDigits('#AbC')).toBe('#aabbcc');
  expect(hexOf(rgbOf('#0a80ff'))).toBe('#0a80ff');
});
