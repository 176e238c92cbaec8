import {
  appendPieces,
  firstGlyphLast,
  lineShift,
  prependPieces,
  takeFromEnd,
  takeFromStart,
  withoutWidth,
} from './line-pieces.js';
import type { Glyph, LaidNode, Line } from './nodes.js';

const HYPHEN = 0x2d;
const SOFT_HYPHEN = 0xad;

/** Characters after which a line may end without a hyphen: hyphen, en dash, em dash, slash. */
const OPEN_ENDED = /[-\u2010\u2013\u2014/]$/u;

/** What may not begin a line: closing punctuation and dashes, or a figure that stands for a note or a link. */
const CLINGS_TO_PREVIOUS = /^(?:[)\]}’”»,.;:!?…/\u2013\u2014]+|\[\d{1,3}\]|\d{1,3}(?=[ )\]}’”»,.;:!?…]|$))+/u;

/**
 * Puts right what the line breaker leaves at line ends, in place. It adds a hyphen at every break inside a word, and it
 * takes the seam between two runs (upright and italic, text and raised figure) for such a place. So:
 * - an added hyphen after a hyphen or dash of the author's is taken away;
 * - punctuation or a note's figure at the head of the next line is brought back to the word it belongs to;
 * - a lone opening bracket, quote or verse number at a line's end goes down to the word it belongs to;
 * - a hyphen added behind a word that runs from the right, where it stands at the left, goes where the line ends;
 * - any other added hyphen is marked as a soft hyphen (U+00AD), so that text copied from the PDF has whole words.
 */
export function mendLineEnds(node: LaidNode): void {
  node.lines?.forEach((line, index, lines) => {
    const next = lines[index + 1];
    if (next) mendLine(line, next, node.props?.withoutHyphens);
  });
  node.children?.forEach((child) => {
    if (child.type !== 'TEXT_INSTANCE') mendLineEnds(child);
  });
}

function mendLine(line: Line, next: Line, withoutHyphens = false): void {
  const { glyphs, attributes } = line.runs.at(-1) ?? {};
  const fromRight = attributes?.direction !== 'rtl' && (attributes?.bidiLevel ?? 0) % 2 === 1;
  if (fromRight && glyphs?.[0]?.codePoints[0] === HYPHEN) firstGlyphLast(line);
  const run = line.runs.at(-1);
  const glyph = run?.glyphs.at(-1);
  // A break at a space keeps the space on the line, so a bare hyphen at the end is one the breaker added.
  if (!run || !glyph || !line.string.endsWith('-') || glyph.codePoints[0] !== HYPHEN) return;
  const text = line.string.slice(0, -1);
  // What an address begins a line with is a part of it.
  const head = withoutHyphens ? '' : (CLINGS_TO_PREVIOUS.exec(next.string)?.[0] ?? '');
  const tail = /[^ ]*$/.exec(text)?.[0] ?? '';
  if (head) {
    const before = [line.xAdvance, next.xAdvance] as const;
    takeFromEnd(line, 1);
    appendPieces(line, takeFromStart(next, head.length));
    // The space behind what was brought back goes with it, or it would stand at the head of the line.
    if (next.string.startsWith(' ')) appendPieces(line, withoutWidth(takeFromStart(next, 1)));
    lineShift(line, before[0]);
    lineShift(next, before[1]);
  } else if (withoutHyphens || OPEN_ENDED.test(text)) {
    const before = line.xAdvance;
    takeFromEnd(line, 1);
    lineShift(line, before);
  } else if (tail && tail.length < text.length && !/\p{L}/u.test(tail)) {
    const before = [line.xAdvance, next.xAdvance] as const;
    takeFromEnd(line, 1);
    prependPieces(next, takeFromEnd(line, tail.length));
    lineShift(line, before[0]);
    lineShift(next, before[1]);
  } else {
    run.glyphs[run.glyphs.length - 1] = softHyphen(glyph);
  }
}

function softHyphen(glyph: Glyph): Glyph {
  return Object.create(glyph, { codePoints: { value: [SOFT_HYPHEN], enumerable: true } }) as Glyph;
}
