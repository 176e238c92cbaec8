import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderOf, renumbered } from '../../src/fixes/numbering.js';

const named = (names: string[]) => renumbered(names).map(({ from, to }) => `${from} → ${to}`);

describe('renumbered', () => {
  it.each([
    [
      ['1-a', '3-b', '7-c'],
      ['3-b → 2-b', '7-c → 3-c'],
    ],
    [
      ['1-a', '1-b', '2-c'],
      ['1-b → 2-b', '2-c → 3-c'],
    ],
    [['0-a', '2-b'], ['2-b → 1-b']],
    [['01-a', '03-b'], ['03-b → 02-b']],
    [
      ['2_a', '9 b', 'appendix'],
      ['2_a → 1_a', '9 b → 2 b'],
    ],
    [['1-a', '2-b'], []],
    [['b', 'a'], []],
    [['7'], []],
    [['2-b', '1-a'], []],
  ])('%j: %j', (names, expected) => {
    expect(named(names)).toEqual(expected);
  });

  it('leaves nothing to do', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), (numbers) => {
        const names = numbers.sort((a, b) => a - b).map((number, index) => `${number}-lesson${index}`);
        const to = new Map(renumbered(names).map((one) => [one.from, one.to]));
        const after = names.map((name) => to.get(name) ?? name);
        expect(renumbered(after)).toEqual([]);
        expect(after.map((name) => name.replace(/^\d+/, ''))).toEqual(names.map((name) => name.replace(/^\d+/, '')));
      }),
    );
  });
});

describe('orderOf', () => {
  it('never gives a name that is taken', () => {
    const up = [
      { from: '1-b', to: '2-b' },
      { from: '2-b', to: '3-b' },
    ];
    expect(orderOf(up, ['1-b', '2-b'])).toEqual([up[1], up[0]]);
    expect(orderOf([{ from: '3-b', to: '2-b' }], ['3-b', '2-B'])).toBeUndefined();
    const circle = [
      { from: '1-a', to: '2-a' },
      { from: '2-a', to: '1-a' },
    ];
    expect(orderOf(circle, ['1-a', '2-a'])).toBeUndefined();
  });
});
