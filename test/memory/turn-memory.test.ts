import { describe, expect, it } from 'vitest';
import { TurnMemory } from '../../src/memory/turn-memory.js';

describe('TurnMemory', () => {
  it('remembers what is asked for turn after turn, and forgets the rest', () => {
    const memory = new TurnMemory<string, object>(2);
    const kept = {};
    memory.set('kept', kept);
    memory.set('left', {});
    for (let turn = 0; turn < 2; turn += 1) {
      memory.endTurn();
      expect(memory.get('kept')).toBe(kept);
    }
    expect(memory.size).toBe(2);
    memory.endTurn();
    expect(memory.get('left')).toBeUndefined();
    expect(memory.get('kept')).toBe(kept);
  });

  it('does not count turns in which nothing was asked for', () => {
    const memory = new TurnMemory<string, object>(1);
    const value = {};
    memory.set('page', value);
    for (let turn = 0; turn < 5; turn += 1) memory.endTurn();
    expect(memory.get('page')).toBe(value);
  });

  it('stays level however much passes through it', () => {
    const memory = new TurnMemory<number, object>();
    for (let turn = 0; turn < 1000; turn += 1) {
      memory.set(turn, {});
      memory.endTurn();
      expect(memory.size).toBeLessThanOrEqual(5);
    }
  });
});
