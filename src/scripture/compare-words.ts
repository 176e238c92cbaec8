/**
 * Compares quoted words with a text. Case, punctuation, quotation marks and verse numbers do not count; an ellipsis or
 * an insertion in square brackets divides the quotation into parts that must follow one another in the text.
 * Answers nothing when they agree, else the words of the text that come nearest.
 */
export function compareWords(quoted: string, text: string): string | undefined {
  const words = wordsOf(text);
  let from = 0;
  for (const part of quoted.split(/…|\.\s?\.\s?\.|\[[^\]]*\]/)) {
    const sought = wordsOf(part);
    const at = indexOfRun(words, sought, from);
    if (at < 0) return nearestWords(wordsOf(quoted), words, text);
    from = at + sought.length;
  }
  return undefined;
}

interface Word {
  /** Without case and apostrophes. */
  plain: string;
  start: number;
  end: number;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu)].map((match) => ({
    plain: match[0].toLowerCase().normalize('NFC').replace(/['’]/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function indexOfRun(words: readonly Word[], sought: readonly Word[], from: number): number {
  for (let at = from; at + sought.length <= words.length; at++) {
    if (sought.every((word, offset) => words[at + offset]?.plain === word.plain)) return at;
  }
  return -1;
}

/**
 * The stretch of the text with the least edit distance in words from what was sought (Sellers' algorithm: a row of the
 * table may begin anywhere at no cost, and each cell remembers where it began); the whole text when little agrees.
 */
function nearestWords(sought: readonly Word[], words: readonly Word[], text: string): string {
  let row = Array.from({ length: words.length + 1 }, (_, begin) => ({ cost: 0, begin }));
  sought.forEach((word, index) => {
    const next = [{ cost: index + 1, begin: 0 }];
    for (let at = 1; at <= words.length; at++) {
      const options = [
        { cell: row[at - 1], cost: words[at - 1]?.plain === word.plain ? 0 : 1 },
        { cell: row[at], cost: 1 },
        { cell: next[at - 1], cost: 1 },
      ];
      let best = { cost: Number.POSITIVE_INFINITY, begin: 0 };
      for (const { cell, cost } of options) {
        if (cell && cell.cost + cost < best.cost) best = { cost: cell.cost + cost, begin: cell.begin };
      }
      next.push(best);
    }
    row = next;
  });
  let end = 0;
  row.forEach((cell, at) => {
    if (cell.cost < (row[end]?.cost ?? 0)) end = at;
  });
  const best = row[end];
  const first = best ? words[best.begin] : undefined;
  const last = words[end - 1];
  if (!best || !first || !last || best.begin >= end || best.cost > sought.length * 0.6) return text;
  return text.slice(first.start, last.end);
}
