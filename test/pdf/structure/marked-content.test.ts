import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MarkedContent, type Marking } from '../../../src/pdf/structure/marked-content.js';

/** Runs operators through. A line of `!name` changes whom they are painted for, `!name 2` with so many states of its own. */
function marked(lines: readonly string[], states = 0): string[] {
  const out: string[] = [];
  const markings = new Map<string, Marking>();
  const markingOf = (name: string): Marking => {
    const known = markings.get(name) ?? { open: () => `/${name} BMC` };
    markings.set(name, known);
    return known;
  };
  let owner = 'A';
  let own = states;
  const content = new MarkedContent(
    (line) => out.push(line),
    () => ({ marking: markingOf(owner), own }),
  );
  for (const line of lines) {
    if (line.startsWith('!')) [owner, own] = [line.slice(1, 2), Number(line.slice(3) || states)];
    else content.write(line);
  }
  content.finish();
  return out;
}

const text = ['q', '1 0 0 1 5 5 cm', 'BT', '<01> Tj', 'ET', 'Q'];

describe('marked content', () => {
  it('holds what is painted, and the state that it needs', () => {
    expect(marked(['1 0 0 rg', '0 0 9 9 re', 'f'])).toEqual(['1 0 0 rg', '/A BMC', '0 0 9 9 re', 'f', 'EMC']);
  });

  it('is one stretch for all lines of a paragraph, opened outside their states', () => {
    const lines = ['q', ...text, ...text, 'Q', 'q', '0 0 9 9 re', 'f', 'Q'];
    expect(marked(lines, 2).filter((line) => /BMC|EMC/.test(line))).toEqual(['/A BMC', 'EMC']);
    expect(marked(lines, 2).slice(0, 3)).toEqual(['/A BMC', 'q', 'q']);
  });

  it('ends where something else is painted', () => {
    expect(marked([...text, '!B', ...text]).filter((line) => /BMC|EMC/.test(line))).toEqual([
      '/A BMC',
      'EMC',
      '/B BMC',
      'EMC',
    ]);
  });

  it('does not go on in a state in which something else may be painted', () => {
    const lines = ['0 0 9 9 re', 'f', 'q', '0 0 5 5 re', 'f', '!B', '0 0 1 1 re', 'f', 'Q'];
    const marks = marked(lines).filter((line) => /BMC|EMC|^[qQ]$/.test(line));
    expect(marks).toEqual(['/A BMC', 'EMC', 'q', '/A BMC', 'EMC', '/B BMC', 'EMC', 'Q']);
  });

  it('forgets states in which nothing is painted', () => {
    expect(marked(['q', '1 0 0 1 5 5 cm', 'q', '0 g', 'Q', 'Q', ...text])).toEqual(marked(text));
  });

  it('keeps a clip with what it cuts', () => {
    const lines = ['q', '0 0 9 9 re', 'W n', '0 0 20 20 re', 'f', 'Q'];
    expect(marked(lines)).toEqual(['q', '0 0 9 9 re', 'W n', '/A BMC', '0 0 20 20 re', 'f', 'EMC', 'Q']);
  });

  it('leaves text objects whole, whatever stands in them', () => {
    expect(marked(['BT', '/F1 10 Tf', '(q Q f) Tj', 'ET'])).toEqual([
      '/A BMC',
      'BT',
      '/F1 10 Tf',
      '(q Q f) Tj',
      'ET',
      'EMC',
    ]);
  });

  it('is content also where nothing is painted', () => {
    expect(marked(['1 0 0 -1 0 500 cm'])).toEqual(['q', 'Q']);
  });

  it('nests with saved states and marks all that is painted, whatever a painter does', () => {
    fc.assert(
      fc.property(painting, (lines) => {
        const open: string[] = [];
        for (const line of marked(lines)) {
          if (line === 'f' || line === 'BT') expect(open).toContain('BMC');
          if (line === 'q' || line === 'BT') open.push(line);
          if (line.endsWith('BMC')) {
            expect(open).not.toContain('BMC');
            open.push('BMC');
          }
          if (line === 'Q') expect(open.pop()).toBe('q');
          if (line === 'ET') expect(open.pop()).toBe('BT');
          if (line === 'EMC') expect(open.pop()).toBe('BMC');
        }
        expect(open).toEqual([]);
      }),
    );
  });

  it('paints the same in the same states, whatever is left out', () => {
    fc.assert(
      fc.property(painting, (lines) => {
        expect(coloursPainted(marked(lines))).toEqual(coloursPainted(lines));
      }),
    );
  });

  it('saves no more states within each other than PDF/A allows, and paints the same', () => {
    const levels = Array.from({ length: 60 }, (_, level) => `${level / 100} g`);
    const opened = levels.flatMap((colour) => ['q', colour]);
    const closed = levels.flatMap((_, level) => ['0 0 1 1 re', 'f', ...(level % 3 ? [...text] : []), 'Q']);
    const out = marked([...opened, ...text, ...closed]);
    let depth = 0;
    const depths = out.map((line) => (depth += line === 'q' ? 1 : line === 'Q' ? -1 : 0));
    expect(Math.max(...depths)).toBeLessThanOrEqual(28);
    expect(depths.at(-1)).toBe(0);
    expect(coloursPainted(out)).toEqual(coloursPainted([...opened, ...text, ...closed]));
    fc.assert(
      fc.property(painting, (lines) => {
        const deep = [...opened, ...lines, ...closed];
        expect(coloursPainted(marked(deep))).toEqual(coloursPainted(deep));
      }),
    );
  });
});

/** What a painter may write: states, colours, areas, clips and text of several owners, and paragraphs with states of their own. */
const painting: fc.Arbitrary<string[]> = fc.letrec<{ steps: string[] }>((tie) => ({
  steps: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...['0 g', '0.5 g', '1 g']).map((line): string[] => [line]),
    fc.constant<string[]>(['0 0 1 1 re', 'f']),
    fc.constant<string[]>(['0 0 1 1 re', 'W n']),
    fc.constant<string[]>(['BT', '<00> Tj', 'ET']),
    fc.constantFrom('A', 'B', 'C').map((name) => [`!${name}`]),
    fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
      .map(([states, count]) => [
        `!P ${states}`,
        'q',
        ...Array.from({ length: count }, () => [
          ...Array(states - 1).fill('q'),
          ...text.slice(2, 5),
          ...Array(states - 1).fill('Q'),
        ]).flat(),
        'Q',
        '!A',
      ]),
    fc.array(tie('steps'), { maxLength: 6 }).map((all) => ['q', ...all.flat(), 'Q']),
    fc.array(tie('steps'), { maxLength: 6 }).map((all) => all.flat()),
  ),
})).steps;

/** The colour of each area that is painted. */
function coloursPainted(lines: readonly string[]): string[] {
  const saved: string[] = [];
  const painted: string[] = [];
  let colour = 'black';
  for (const line of lines) {
    if (line === 'q') saved.push(colour);
    else if (line === 'Q') colour = saved.pop() ?? 'none';
    else if (line.endsWith(' g')) colour = line;
    else if (line === 'f') painted.push(colour);
  }
  return painted;
}
