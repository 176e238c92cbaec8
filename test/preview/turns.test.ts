import { describe, expect, it } from 'vitest';
import { Turns } from '../../src/preview/session/turns.js';

describe('turns', () => {
  it('let one begin when the one before has ended, the urgent first but never twice in a row', async () => {
    const turns = new Turns();
    const order: string[] = [];
    let running = 0;
    const work = (name: string) => async () => {
      expect(++running).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 1));
      order.push(name);
      running--;
      return name;
    };
    const all = [
      turns.take(work('a')),
      turns.take(work('b')),
      turns.take(work('c')),
      turns.take(work('U'), true),
      turns.take(work('V'), true),
      turns.take(work('W'), true),
    ];
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'U', 'V', 'W']);
    expect(order).toEqual(['a', 'U', 'b', 'V', 'c', 'W']);
  });

  it('go on after one that fails, however it does', async () => {
    const turns = new Turns();
    const thrown = turns.take(() => {
      throw new RangeError('at once');
    });
    const rejected = turns.take(() => Promise.reject(new TypeError('later')));
    await expect(thrown).rejects.toThrow(RangeError);
    await expect(rejected).rejects.toThrow(TypeError);
    expect(await turns.take(async () => 1)).toBe(1);
  });
});
