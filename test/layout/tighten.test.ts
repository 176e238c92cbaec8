import { describe, expect, it } from 'vitest';
import type { LaidNode, Line } from '../../src/layout/nodes.js';
import { tightenLines } from '../../src/layout/tighten.js';

/** A line of words of letters 10 points broad, and spaces of 5, in a measure of so many points. */
function lineOf(words: string, width: number, align: string): Line {
  const characters = [...words];
  const positions = characters.map((character) => ({ xAdvance: character === ' ' ? 5 : 10 }));
  const xAdvance = positions.reduce((sum, position) => sum + position.xAdvance, 0);
  const glyphs = characters.map((character, id) => ({
    id,
    advanceWidth: 500,
    codePoints: [character.codePointAt(0) as number],
  }));
  return {
    string: words,
    runs: [{ glyphs, positions, xAdvance, attributes: { fontSize: 10, align } }],
    ascent: 8,
    xAdvance,
    box: { x: 0, y: 0, width, height: 12 },
  };
}

function tightened(line: Line): Line {
  const node = { type: 'TEXT', style: {}, props: {}, box: { left: 0, top: 0, width: 50, height: 12 }, lines: [line] };
  tightenLines({ ...node, type: 'VIEW', lines: [], children: [node as LaidNode] } as LaidNode);
  return line;
}

describe('ragged lines on a narrow page', () => {
  it('end at their measure, by their spaces alone', () => {
    const line = tightened(lineOf('aa bb cc', 66, 'left'));
    expect(line.xAdvance).toBeCloseTo(66);
    expect(line.runs[0]?.positions.map(({ xAdvance }) => xAdvance)).toEqual([10, 10, 3, 10, 10, 3, 10, 10]);
  });

  it('stay in the middle where they are centred', () => {
    const line = lineOf('aa bb cc', 66, 'center');
    line.box.x = -2;
    expect(tightened(line).box.x).toBeCloseTo(0);
  });

  it('take the rules under their words along', () => {
    const line = lineOf('aa bb cc', 66, 'left');
    line.decorationLines = [{ rect: { x: 0, width: 70 } }];
    expect(tightened(line).decorationLines?.[0]?.rect).toEqual({ x: 0, width: 66 });
  });

  it('are left alone where they fit, and where they are justified', () => {
    expect(tightened(lineOf('aa bb cc', 80, 'left')).xAdvance).toBe(70);
    expect(tightened(lineOf('aa bb cc', 66, 'justify')).xAdvance).toBe(70);
  });
});
