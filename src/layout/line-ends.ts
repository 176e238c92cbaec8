import type { Glyph, LaidNode, Line, Run } from './nodes.js';

const HYPHEN = 0x2d;
const SOFT_HYPHEN = 0xad;
const SPACE = 0x20;

/** Characters after which a line may end without a hyphen: hyphen, en dash, em dash, slash. */
const OPEN_ENDED = /[-\u2010\u2013\u2014/]$/u;

/**
 * Puts right what the line breaker leaves at line ends, in place:
 * - it adds a hyphen at every break inside a word, also after a hyphen or dash of the author's: that one is taken away
 *   and its width given to the line's spaces;
 * - a hyphen that it added is marked as a soft hyphen (U+00AD), so that text copied from the PDF has whole words.
 */
export function mendLineEnds(node: LaidNode): void {
  node.lines?.slice(0, -1).forEach((line) => {
    mendLine(line);
  });
  node.children?.forEach((child) => {
    if (typeof child === 'object' && child.type !== 'TEXT_INSTANCE') mendLineEnds(child);
  });
}

function mendLine(line: Line): void {
  const run = line.runs.at(-1);
  const glyph = run?.glyphs.at(-1);
  // A break at a space keeps the space on the line, so a bare hyphen at the end is one the breaker added.
  if (!run || !glyph || !line.string.endsWith('-') || glyph.codePoints[0] !== HYPHEN) return;
  if (OPEN_ENDED.test(line.string.slice(0, -1))) dropLastGlyph(line, run);
  else run.glyphs[run.glyphs.length - 1] = softHyphen(glyph);
}

function softHyphen(glyph: Glyph): Glyph {
  return Object.create(glyph, { codePoints: { value: [SOFT_HYPHEN], enumerable: true } }) as Glyph;
}

function dropLastGlyph(line: Line, run: Run): void {
  run.glyphs = run.glyphs.slice(0, -1);
  const dropped = run.positions.at(-1)?.xAdvance ?? 0;
  run.positions = run.positions.slice(0, -1);
  run.xAdvance -= dropped;
  line.string = line.string.slice(0, -1);
  line.xAdvance -= dropped;
  const justified = Math.abs(line.xAdvance + dropped - line.box.width) < 0.5;
  if (justified) widenSpaces(line, dropped);
}

function widenSpaces(line: Line, by: number): void {
  const spaces = line.runs.flatMap((run) => run.glyphs.flatMap((glyph, i) => (glyph.codePoints[0] === SPACE ? [{ run, i }] : [])));
  for (const { run, i } of spaces) {
    const position = run.positions[i];
    if (!position) continue;
    position.xAdvance += by / spaces.length;
    run.xAdvance += by / spaces.length;
  }
  if (spaces.length > 0) line.xAdvance += by;
}
