import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { ReadBackText } from './model.js';
import { leaksAcrossPages } from './page-breaks.js';
import { type Find, search } from './search.js';
import { type KnownWords, toldApart } from './told-apart.js';
import type { Withheld } from './withheld.js';
import { type Word, wordsOf } from './words.js';

/** Withheld words that were found in a finished PDF. */
export interface Leak extends Pick<ReadBackText, 'channel' | 'where'> {
  /** The words as they stand there, twelve at most; an ellipsis stands for the rest. */
  words: string;
}

/** How many of the words found are shown. */
const SHOWN = 12;

/**
 * Every stretch of withheld words in texts that were read from a PDF. Runs that overlap or touch are one stretch, and
 * the same words at the same place are told once.
 *
 * @param known - Texts whose words were told apart before.
 */
export function findLeaks(texts: readonly ReadBackText[], withheld: Withheld, known: KnownWords = new Map()): Leak[] {
  const found = new Map<string, Leak>();
  // Most texts stand in a file many times over: names of fonts, of kinds, of keys.
  const quotes = new Map<string, string[]>();
  for (const { channel, where, text } of texts) {
    const quoted = quotes.get(text) ?? quotesFrom(text, withheld, known);
    quotes.set(text, quoted);
    for (const words of quoted) {
      const leak = { channel, where, words };
      found.set(JSON.stringify(leak), leak);
    }
  }
  const told = new Set([...found.values()].map(({ where }) => where));
  return [...found.values(), ...leaksAcrossPages(texts, withheld, told, known)];
}

/** The withheld words in a text, as they are shown to an author. */
function quotesFrom(text: string, withheld: Withheld, known: KnownWords): string[] {
  const { all, bare } = toldApart(text, known);
  const inAll = search(all, withheld.exact);
  const inBare = search(bare, withheld.wordsOnly);
  if (inAll.length + inBare.length === 0) return [];
  const words = wordsOf(text);
  const hits = [
    ...stretches(inAll, words),
    ...stretches(
      inBare,
      words.filter(({ isNumber }) => !isNumber),
    ),
  ];
  return joined(hits)
    .filter(({ start, end }) => !isSeam(text.slice(start, end), withheld.open))
    .map(({ start, end }) => quoted(text, words, start, end));
}

/**
 * Whether words are two public runs that came to stand one after the other: the end of a cell and the start of one from
 * another row, where a page break divides a table. Lines of one paragraph are parted by a space, since that is what
 * ends them; paragraphs by a line end.
 */
function isSeam(text: string, open: readonly string[]): boolean {
  const pieces = text.split(/(?<![\u00ad\u2010\u2013\u2014-])\n/u);
  if (pieces.length !== 2) return false;
  return pieces.every((piece) => {
    const words = wordsOf(piece).filter(({ isNumber }) => !isNumber);
    const run = ` ${words.map(({ letters }) => letters).join(' ')} `;
    return open.some((one) => one.includes(run));
  });
}

/** From the first character of a text to the one after the last. */
interface Stretch {
  start: number;
  end: number;
}

/** Where finds stand in the text of their words. */
function stretches(finds: readonly Find[], words: readonly Word[]): Stretch[] {
  return finds.map(({ first, last }) => ({ start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 }));
}

function joined(stretches: readonly Stretch[]): Stretch[] {
  const apart: Stretch[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else apart.push({ ...stretch });
  }
  return apart;
}

function quoted(text: string, words: readonly Word[], start: number, end: number): string {
  const inside = words.filter((word) => word.start >= start && word.end <= end);
  const last = inside[Math.min(SHOWN, inside.length) - 1];
  const shown = text
    .slice(start, last?.end ?? end)
    .replace(/\p{Cf}+\s*/gu, '')
    .replace(/\s+/g, ' ');
  return inside.length > SHOWN ? `${shown} …` : shown;
}

/**
 * What an author is told of a leak: nothing was written, where the words are, and what can be done.
 *
 * @param more - How many other stretches of words are at the same place.
 */
export function leakDiagnostic({ channel, where, words }: Leak, { file, edition }: LeakPlace, more = 0): Diagnostic {
  const on = /^pages? \d/.test(where) ? 'on' : 'in';
  const kind = channel === 'page' || channel === 'other' || where.includes(channel) ? '' : ` (${channel})`;
  return diagnostic({
    file,
    rule: 'leak',
    found: `words for another edition ${on} ${where}${kind} of the ${edition} edition’s PDF: “${words}”${more > 0 ? `, and ${more} more there` : ''}`,
    expected: 'only words for everyone and for this edition',
    advice:
      'no file was written; if the words may be read by all, take them out of the block or answer that hides them, and otherwise report this as a fault of Gathering',
  });
}

/** Whose PDF it is: the booklet’s file as the author knows it, and the name of the edition. */
export interface LeakPlace {
  file: string;
  edition: string;
}
