import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAtTop, syncedTop, type Track } from '../../../src/preview/client/sync.js';

const track = (end: number, stops: Record<string, number>): Track => ({ end, stops: new Map(Object.entries(stops)) });

describe('two panes scrolled together', () => {
  const participant = track(2000, { one: 400, two: 800, three: 1500 });
  const leader = track(4000, { one: 500, two: 1900, three: 3000 });

  it('have the same question at their heads', () => {
    expect([400, 800, 1500].map((top) => syncedTop(participant, leader, top))).toEqual([500, 1900, 3000]);
    expect([500, 1900, 3000].map((top) => syncedTop(leader, participant, top))).toEqual([400, 800, 1500]);
  });

  it('go in proportion between questions, before the first and after the last', () => {
    expect(syncedTop(participant, leader, 600)).toBe(1200);
    expect(syncedTop(participant, leader, 200)).toBe(250);
    expect(syncedTop(participant, leader, 1750)).toBe(3500);
  });

  it('begin and end together', () => {
    expect(syncedTop(participant, leader, 0)).toBe(0);
    expect(syncedTop(participant, leader, 2000)).toBe(4000);
    expect(syncedTop(participant, leader, 2500)).toBe(4000);
  });

  it('go by the questions that both have', () => {
    expect(syncedTop(track(100, { only: 50 }), track(200, { other: 20 }), 50)).toBe(100);
  });

  it('go down whenever the other does, wherever questions stand', () => {
    const tracks = fc.record({
      end: fc.nat(9999),
      stops: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(9999)),
    });
    fc.assert(
      fc.property(tracks, tracks, (one, two) => {
        const [from, to] = [track(one.end, one.stops), track(two.end, two.stops)];
        const tops = Array.from({ length: 60 }, (_, at) => syncedTop(from, to, (at * from.end) / 59));
        expect(tops.every((top, at) => at === 0 || top >= (tops[at - 1] ?? 0) - 1e-6)).toBe(true);
        expect(tops.every((top) => top >= 0 && top <= to.end)).toBe(true);
      }),
    );
  });

  it('stay at the head of an empty pane', () => {
    expect(syncedTop(track(0, {}), track(900, {}), 0)).toBe(0);
  });
});

it('the question at the head is the last that is at or above it', () => {
  const { stops } = track(0, { one: 400, two: 800 });
  expect([0, 399, 400, 799.5, 5000].map((top) => placeAtTop(stops, top))).toEqual([
    undefined,
    'one',
    'one',
    'two',
    'two',
  ]);
});
