import type { Span, TextEdit } from './edits.js';

/** What can be done about a text's quotation marks. */
export interface QuoteFixes {
  /** Marks that face the wrong way, turned round: what is printed changes. */
  turned: TextEdit[];
  /** Curly marks made straight where the text has straight ones as well: what is printed stays the same. */
  straightened: TextEdit[];
}

/**
 * Looks for quotation marks that are not as the house has them. Lessons are written with straight marks, which are printed
 * curly. A text that has none but curly ones has a style of its own and keeps it; one with both is made straight. Either
 * way, a curly mark that surely faces the wrong way is mended. What may be an apostrophe (’tis) or a letter of another
 * alphabet (Ya‘akov) is left alone.
 */
export function quoteFixes(text: string, prose: readonly Span[]): QuoteFixes {
  const marks = prose.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/["'“”‘’„‚]/g)].map(({ 0: mark, index }) => ({ mark, at: start + index })),
  );
  // “ closes what „ opens.
  if (marks.some(({ mark }) => mark === '„' || mark === '‚')) return { turned: [], straightened: [] };
  const curly = marks.filter(({ mark }) => mark in STRAIGHT);
  const mixed = curly.length < marks.length;
  const replaced = (at: number, mark: string): TextEdit => ({ start: at, end: at + 1, text: mark });
  return {
    turned: curly.flatMap(({ mark, at }) => {
      const right = facing(text, at, mark);
      return right === mark ? [] : [replaced(at, right)];
    }),
    straightened: mixed ? curly.map(({ mark, at }) => replaced(at, STRAIGHT[mark] ?? mark)) : [],
  };
}

const STRAIGHT: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'" };

/** The mark that belongs there: the same one where nothing is sure. */
function facing(text: string, at: number, mark: string): string {
  const before = neighbour(text, at, -1);
  const after = neighbour(text, at, 1);
  if (mark === '”') return /^[\s([{]?$/.test(before) && /^[\p{L}\p{N}¿¡]$/u.test(after) ? '“' : mark;
  if (mark === '“') return /^[\p{L}\p{N}.,;:!?…)]$/u.test(before) && /^[\s.,;:!?…)\]}]?$/.test(after) ? '”' : mark;
  const contraction =
    mark === '‘' && /\p{L}/u.test(before) && /^(?:s|t|d|m|re|ve|ll)(?!\p{L})/u.test(text.slice(at + 1));
  return contraction ? '’' : mark;
}

/** The next character that is no mark of emphasis; nothing at the text's ends. */
function neighbour(text: string, at: number, step: -1 | 1): string {
  let index = at + step;
  while (/^[*_~]$/.test(text[index] ?? '')) index += step;
  return text[index] ?? '';
}
