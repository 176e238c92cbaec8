import { describe, expect, it } from 'vitest';
import { Slots, within } from '../../src/memory/keep.js';

describe('slots', () => {
  it('give what was made from the same values, and make anew what was not', () => {
    const { keep } = new Slots();
    const [one, other] = [{}, {}];
    const made = keep('a', [one, 1], () => ({}));
    expect(keep('a', [one, 1], () => ({}))).toBe(made);
    expect(keep('b', [one, 1], () => ({}))).not.toBe(made);
    expect(keep('a', [other, 1], () => ({}))).not.toBe(made);
    expect(keep('a', [other], () => ({}))).not.toBe(made);
  });

  it('of others have other names', () => {
    const { keep } = new Slots();
    const made = within(keep, 'x')('a', [], () => ({}));
    expect(within(keep, 'y')('a', [], () => ({}))).not.toBe(made);
    expect(within(keep, 'x')('a', [], () => ({}))).toBe(made);
  });

  it('are forgotten once nobody asks for them', () => {
    const slots = new Slots(2);
    for (let turn = 0; turn < 1000; turn++) {
      slots.keep(`turn ${turn}`, [], () => turn);
      slots.keep('always', [], () => 'here');
      slots.endTurn();
    }
    expect(slots.size).toBeLessThanOrEqual(4);
    expect(slots.keep('always', [], () => 'made again')).toBe('here');
  });

  it('do not keep what failed', async () => {
    const { keep } = new Slots();
    await expect(keep('a', [], () => Promise.reject(new Error('once')))).rejects.toThrow('once');
    await expect(keep('a', [], () => Promise.resolve('now'))).resolves.toBe('now');
  });
});
