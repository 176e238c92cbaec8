import { expect, it } from 'vitest';
import { contrastRatio } from '../../src/theme/contrast.js';

it('measures contrast as WCAG 2.2 defines it', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBe(21);
  expect(contrastRatio('#ffffff', '#ffffff')).toBe(1);
  expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrastRatio('#ffffff', '#6b1f2a')).toBe(contrastRatio('#6b1f2a', '#ffffff'));
});
