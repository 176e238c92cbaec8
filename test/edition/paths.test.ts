import { describe, expect, it } from 'vitest';
import { checkPaths, pathsOf } from '../../src/edition/paths.js';
import { lines, made } from '../lesson/make.js';

interface Item {
  name: string;
  minutes: number;
  optional: boolean;
  from?: number;
}

/** An item such as `a 10`, `b 5 optional` or `c 5 from=60`. */
function item(words: string): Item {
  const [name = '', minutes, ...marks] = words.split(' ');
  const from = marks.find((mark) => mark.startsWith('from='));
  return {
    name,
    minutes: Number(minutes),
    optional: marks.includes('optional'),
    ...(from ? { from: Number(from.slice(5)) } : {}),
  };
}

/** Paths as `45,60: a b (25) -c +0`. */
function told(items: readonly Item[], lengths: readonly number[]): string[] {
  const names = (list: readonly Item[]) => list.map(({ name }) => name).join('');
  return pathsOf(items, lengths).map(
    ({ lengths: minutes, kept, left, minutes: sum, overrun }) =>
      `${minutes.join(',')}: ${names(kept)} (${sum}) -${names(left)} +${overrun}`,
  );
}

const plan = (...words: string[]): Item[] => words.map(item);

describe('pathsOf', () => {
  it('keeps what is not optional and whose “from” is reached', () => {
    const items = plan('a 20', 'b 15 from=75', 'c 20', 'd 15 from=60');
    expect(told(items, [45, 60, 75])).toEqual(['45: ac (40) -bd +0', '60: acd (55) -b +0', '75: abcd (70) - +0']);
  });

  it('fills up with what is optional, in order, as long as it fits', () => {
    const items = plan('a 50', 'b 20 optional', 'c 15 optional', 'd 10 optional', 'e 1 optional');
    expect(told(items, [75])).toEqual(['75: abe (71) -cd +0']);
    expect(told(items, [65])).toEqual(['65: ac (65) -bde +0']);
  });

  it('holds an optional part back until its “from” is reached', () => {
    expect(told(plan('a 10', 'b 5 optional from=60'), [45, 60])).toEqual(['45: a (10) -b +0', '60: ab (15) - +0']);
  });

  it('gives no shorter path an optional part that a longer one has no room for', () => {
    // Forty-five minutes would have room for c; an hour does not, and nobody should lose c by having more time.
    const items = plan('a 40', 'b 18 from=60', 'c 5 optional');
    expect(told(items, [45, 60])).toEqual(['45: a (40) -bc +0', '60: ab (58) -c +0']);
  });

  it('says by how much a path is too long, and gives it nothing optional', () => {
    const items = plan('a 50', 'b 20', 'c 1 optional');
    expect(told(items, [45, 60, 75])).toEqual(['45: ab (70) -c +25', '60: ab (70) -c +10', '75: abc (71) - +0']);
  });

  it('makes one of paths that fit and keep the same', () => {
    expect(told(plan('a 30'), [60, 45, 75])).toEqual(['45,60,75: a (30) - +0']);
    expect(told(plan('a 50', 'b 5 from=90'), [45, 60, 75])).toEqual(['45: a (50) -b +5', '60,75: a (50) -b +0']);
  });

  it('keeps a part at exactly its “from”, and fits exactly', () => {
    expect(told(plan('a 45', 'b 15 from=60'), [45, 60])).toEqual(['45: a (45) -b +0', '60: ab (60) - +0']);
  });

  it('has no paths through a lesson without timed parts, nor without lengths', () => {
    expect(pathsOf([], [45, 60])).toEqual([]);
    expect(pathsOf(plan('a 5'), [])).toEqual([]);
  });

  it('tells of a path that keeps nothing', () => {
    expect(told(plan('a 5 from=90'), [45])).toEqual(['45:  (0) -a +0']);
  });

  it('takes lengths in any order and more than once', () => {
    const items = plan('a 20', 'b 20 from=60');
    expect(told(items, [60, 45, 60, 45])).toEqual(told(items, [45, 60]));
  });

  it('changes nothing of what it is given', () => {
    const items = Object.freeze(plan('a 20', 'b 20 optional').map((one) => Object.freeze(one)));
    expect(() => pathsOf(items, Object.freeze([60, 45]))).not.toThrow();
  });

  describe('whatever the plan', () => {
    const chance = random(20270107);
    const pick = (from: number, to: number) => from + Math.floor(chance() * (to - from + 1));
    const plans = Array.from({ length: 400 }, () => ({
      items: Array.from(
        { length: pick(1, 14) },
        (_, index): Item => ({
          name: String.fromCharCode(97 + index),
          minutes: pick(1, 25),
          optional: chance() < 0.3,
          ...(chance() < 0.4 ? { from: pick(1, 8) * 15 } : {}),
        }),
      ),
      lengths: Array.from({ length: pick(1, 5) }, () => pick(1, 24) * 5),
    }));

    it('never keeps more than it lasts without saying by how much', () => {
      for (const { items, lengths } of plans) {
        for (const path of pathsOf(items, lengths)) {
          const sum = path.kept.reduce((total, one) => total + one.minutes, 0);
          expect(path.minutes).toBe(sum);
          for (const length of path.lengths) expect(path.overrun).toBe(Math.max(0, sum - length));
          if (path.overrun > 0) expect(path.kept.some((one) => one.optional)).toBe(false);
        }
      }
    });

    it('tells of every length once, ascending, and of every item on one side', () => {
      for (const { items, lengths } of plans) {
        const paths = pathsOf(items, lengths);
        expect(paths.flatMap((path) => path.lengths)).toEqual([...new Set(lengths)].sort((a, b) => a - b));
        for (const { kept, left } of paths) {
          const order = items.filter((one) => kept.includes(one));
          expect(kept).toEqual(order);
          expect([...kept, ...left].map(({ name }) => name).sort()).toEqual(items.map(({ name }) => name));
        }
      }
    });

    it('keeps in a longer path all that a shorter one keeps', () => {
      for (const { items, lengths } of plans) {
        const paths = pathsOf(items, lengths);
        for (const [index, path] of paths.entries()) {
          expect(path.kept.filter((one) => !(paths[index + 1] ?? path).kept.includes(one))).toEqual([]);
        }
      }
    });

    it('never drops what must be kept, and leaves out all whose “from” is not reached', () => {
      for (const { items, lengths } of plans) {
        for (const { lengths: own, kept } of pathsOf(items, lengths)) {
          const [shortest = 0] = own;
          const reached = items.filter(({ from = 0 }) => from <= shortest);
          expect(reached.filter((one) => !one.optional && !kept.includes(one))).toEqual([]);
          expect(kept.filter((one) => !reached.includes(one))).toEqual([]);
        }
      }
    });

    it('has room left for no optional part that the longest path leaves out for its length', () => {
      for (const { items, lengths } of plans) {
        const longest = pathsOf(items, lengths).at(-1);
        const length = longest?.lengths.at(-1) ?? 0;
        for (const { minutes, optional, from = 0 } of longest?.left ?? []) {
          if (optional && from <= length) expect((longest?.minutes ?? 0) + minutes).toBeGreaterThan(length);
        }
      }
    });
  });
});

describe('checkPaths', () => {
  const place = { line: 3, column: 11 };
  const check = (body: string, lengths = [45, 60, 75], front = '') =>
    lines(checkPaths(made(`---\ntitle: Sowing\n${front}---\n\n${body}`).lesson, lengths, front ? place : undefined));
  const question = (attributes: string) => `::::question{${attributes}}\nA?\n::::\n\n`;

  it('is content with paths that fit, and with lessons that have no minutes', () => {
    expect(check(question('minutes=45') + question('minutes=30 from=75'), [45, 60, 75], 'duration: 75\n')).toEqual([]);
    expect(check(question('lines=3'))).toEqual([]);
  });

  it('names lesson, path and overrun at the duration, for each path that does not fit', () => {
    expect(check(question('minutes=70'), [45, 60, 75], 'duration: 70\n')).toEqual([
      'lesson.md:3:11  path-overrun  warning: the path of 45 minutes through “Sowing” takes 70, 25 too many; expected 45 minutes or less; mark parts from=60 or optional, or change “paths” in booklet.yaml',
      'lesson.md:3:11  path-overrun  warning: the path of 60 minutes through “Sowing” takes 70, 10 too many; expected 60 minutes or less; mark parts from=75 or optional, or change “paths” in booklet.yaml',
    ]);
  });

  it('names the first line where no duration is stated, and never a longer path than there is', () => {
    expect(check(question('minutes=80'), [75])).toEqual([
      'lesson.md:1:1  path-overrun  warning: the path of 75 minutes through “Sowing” takes 80, 5 too many; expected 75 minutes or less; mark parts optional, or change “paths” in booklet.yaml',
    ]);
  });

  it('warns of a “from” that no path and no duration reaches', () => {
    expect(check(`${question('minutes=40')}${question('minutes=10 from=90 optional')}`)).toEqual([
      'lesson.md:9:1  path-from  warning: from=90 on a part, and no path and no duration is that long; expected a number of minutes up to 75; make it smaller, mark the part optional in its place, or add a longer path in booklet.yaml',
    ]);
    expect(check(question('minutes=40') + question('minutes=50 from=90'), [45], 'duration: 90\n')).toEqual([]);
  });

  it('warns of a “from” on a part that has no minutes of its own', () => {
    expect(check(question('from=60'))).toEqual([
      'lesson.md:5:1  path-from  warning: from=60 on a part without minutes; expected minutes beside “from”; say how long it takes with minutes=…, or take “from” away',
    ]);
    const inside = ':::::activity[Look]{minutes=20}\n::::question{minutes=5 from=60}\nA?\n::::\n:::::\n';
    expect(check(inside)).toEqual([
      'lesson.md:6:1  path-from  warning: from=60 on a part whose minutes are those of the one around it; expected “from” on the part that has the minutes; move it there, or take it away',
    ]);
  });

  it('does not count what the leader does not see', () => {
    const others = ':::::participant\n::::question{minutes=90}\nA?\n::::\n:::::\n\n';
    const group = question('minutes=90 for=group-a');
    expect(check(others + group + question('minutes=10'))).toEqual([]);
  });

  it('keeps its head with hundreds of parts', () => {
    const many = Array.from({ length: 300 }, (_, index) => question(`minutes=1 from=${(index % 40) + 1}`)).join('');
    expect(check(many).filter((line) => line.includes('path-overrun'))).not.toEqual([]);
  });
});

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
