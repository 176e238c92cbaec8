import type { Line, Run } from './nodes.js';

const SPACE = 0x20;
const ALIGNMENT = { center: 0.5, right: 1 } as Record<string, number>;

/** Takes characters off a line's end and gives the glyph runs they were set as, first to last. */
export function takeFromEnd(line: Line, characters: number): Run[] {
  const pieces: Run[] = [];
  let left = characters;
  while (left > 0) {
    const run = line.runs.at(-1);
    if (!run) break;
    let count = 0;
    while (left > 0 && count < run.glyphs.length) {
      left -= run.glyphs[run.glyphs.length - 1 - count]?.codePoints.length ?? 1;
      count += 1;
    }
    const at = run.glyphs.length - count;
    if (count > 0) pieces.unshift(part(run, at, run.glyphs.length));
    keep(line, line.runs.length - 1, part(run, 0, at));
  }
  line.string = line.string.slice(0, line.string.length - characters);
  return pieces;
}

/** Takes characters off a line's start. */
export function takeFromStart(line: Line, characters: number): Run[] {
  const pieces: Run[] = [];
  let left = characters;
  while (left > 0) {
    const run = line.runs[0];
    if (!run) break;
    let count = 0;
    while (left > 0 && count < run.glyphs.length) {
      left -= run.glyphs[count]?.codePoints.length ?? 1;
      count += 1;
    }
    if (count > 0) pieces.push(part(run, 0, count));
    keep(line, 0, part(run, count, run.glyphs.length));
  }
  line.string = line.string.slice(characters);
  return pieces;
}

/** Takes the first glyph of a line's last run to the line's end. */
export function firstGlyphLast(line: Line): void {
  const run = line.runs.at(-1);
  if (!run) return;
  const first = part(run, 0, 1);
  const start = line.string.length - textOf([run]).length;
  keep(line, line.runs.length - 1, part(run, 1, run.glyphs.length));
  line.string = line.string.slice(0, start) + line.string.slice(start + textOf([first]).length);
  appendPieces(line, [{ ...first, attributes: { ...first.attributes, bidiLevel: 0 } }]);
}

/** Sets runs at a line's end. */
export function appendPieces(line: Line, pieces: readonly Run[]): void {
  line.runs = [...line.runs, ...pieces];
  line.string += textOf(pieces);
  line.xAdvance = widthOf(line);
}

/** Runs that are there to be copied and take no room: a space at a line's end. */
export function withoutWidth(pieces: readonly Run[]): Run[] {
  return pieces.map((run) => ({
    ...run,
    positions: run.positions.map((position) => ({ ...position, xAdvance: 0 })),
    xAdvance: 0,
  }));
}

/** Sets runs at a line's start. */
export function prependPieces(line: Line, pieces: readonly Run[]): void {
  line.runs = [...pieces, ...line.runs];
  line.string = textOf(pieces) + line.string;
  line.xAdvance = widthOf(line);
}

/**
 * Makes a line whose runs have changed end where it ended: justified lines by their spaces, centred and right-aligned
 * lines by moving.
 *
 * @param before - Width of the line's runs before the change, in points.
 */
export function lineShift(line: Line, before: number): void {
  line.xAdvance = widthOf(line);
  const change = line.xAdvance - before;
  const align = line.runs[0]?.attributes.align ?? 'left';
  // A justified line fills its box; the last line of a paragraph does not.
  if (align === 'justify' && Math.abs(before - line.box.width) < 0.5) spread(line, -change);
  else line.box = { ...line.box, x: line.box.x - change * (ALIGNMENT[align] ?? 0) };
}

/** Shares out so many points among the spaces of a line, or takes them. */
export function spread(line: Line, by: number): void {
  const end = line.string.trimEnd().length;
  const spaces: { run: Run; index: number }[] = [];
  let offset = 0;
  for (const run of line.runs) {
    run.glyphs.forEach((glyph, index) => {
      if (glyph.codePoints[0] === SPACE && offset > 0 && offset < end) spaces.push({ run, index });
      offset += glyph.codePoints.length;
    });
  }
  for (const { run, index } of spaces) {
    const position = run.positions[index];
    if (position) run.positions[index] = { ...position, xAdvance: position.xAdvance + by / spaces.length };
    run.xAdvance += by / spaces.length;
  }
  line.xAdvance = widthOf(line);
}

function part(run: Run, from: number, to: number): Run {
  const positions = run.positions.slice(from, to);
  return {
    ...run,
    glyphs: run.glyphs.slice(from, to),
    positions,
    xAdvance: positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0),
  };
}

function keep(line: Line, index: number, run: Run): void {
  line.runs = run.glyphs.length > 0 ? line.runs.with(index, run) : line.runs.toSpliced(index, 1);
  line.xAdvance = widthOf(line);
}

const widthOf = (line: Line): number => line.runs.reduce((sum, run) => sum + run.xAdvance, 0);
const textOf = (runs: readonly Run[]): string =>
  runs.flatMap((run) => run.glyphs.map((glyph) => String.fromCodePoint(...glyph.codePoints))).join('');
