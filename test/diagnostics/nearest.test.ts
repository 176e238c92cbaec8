import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/diagnostics/nearest.js';

describe('the nearest name', () => {
  const names = ['screen', 'home', 'copyshop', 'press', 'phone', 'leader', 'large-print'];

  it.each([
    ['hoem', 'home'],
    ['ohme', 'home'],
    ['pres', 'press'],
    ['Screne', 'screen'],
    ['liader', 'leader'],
    ['large print', 'large-print'],
    ['copy-shop', 'copyshop'],
    // As near to one as to the other: the one that is named first.
    ['phome', 'home'],
  ])('to %s is %s', (typed, meant) => {
    expect(nearest(typed, names)).toBe(meant);
  });

  it.each(['hemo', 'fax', 'x', '', 'leaflets'])('to %j is none', (typed) => {
    expect(nearest(typed, names)).toBeUndefined();
  });
});
