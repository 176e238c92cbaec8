import { describe, expect, it } from 'vitest';
import { Recent } from '../../src/memory/recent.js';

describe('Recent', () => {
  it('gives what was set last', () => {
    const memory = new Recent<string, object>(10);
    const [one, other] = [{}, {}];
    memory.set('a', one);
    expect(memory.get('a')).toBe(one);
    memory.set('a', other);
    expect(memory.get('a')).toBe(other);
    expect(memory.get('b')).toBeUndefined();
  });

  it('never holds more than its limit', () => {
    const memory = new Recent<number, object>(10);
    for (let key = 0; key < 1000; key += 1) {
      memory.set(key, {});
      memory.get(key - 3);
      expect(memory.size).toBeLessThanOrEqual(10);
    }
  });

  it('keeps what is asked for again and forgets what is not', () => {
    const memory = new Recent<number, object>(10);
    const wanted = {};
    memory.set(-1, wanted);
    for (let key = 0; key < 100; key += 1) {
      memory.set(key, {});
      expect(memory.get(-1)).toBe(wanted);
    }
    expect(memory.get(0)).toBeUndefined();
  });
});
