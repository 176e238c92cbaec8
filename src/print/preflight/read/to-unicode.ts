import type { Effort } from './effort.js';
import { ContentTokens, type Operand, type Operation } from './tokens.js';
import { UnreadablePdf } from './unreadable.js';

/** Codes that a table says something of: twice as many as there are, since it may say the same again. */
const MOST_CODES = 2 * 0x10000;

/** Steps that a code counts for, as what it means is remembered. */
const CODE = 2;

/** Steps that a value in it counts for. */
const VALUE = 1 / 8;

/** So many characters one code may mean: more than any ligature. */
const MOST_TEXT = 100;

/**
 * What the codes of a font mean (ISO 32000-1, 9.10.3).
 *
 * @param table - A `ToUnicode` stream, unpacked. It is written as a content stream is.
 * @param step - Is told how much there is.
 */
export function codesToText(table: Uint8Array, step: Effort): Map<number, string> {
  const texts = new Map<number, string>();
  const tokens = new ContentTokens(table);
  let said = 0;
  const say = (code: number, text: string) => {
    step(CODE);
    said += 1;
    texts.set(code, text);
  };
  for (let next = nextOf(tokens); next && said < MOST_CODES; next = nextOf(tokens)) {
    const { operator, operands } = next;
    step(tokens.values * VALUE);
    if (operator === 'endbfchar') {
      for (let at = 0; at + 1 < operands.length; at += 2) say(codeOf(operands[at]), utf16(operands[at + 1]));
    }
    if (operator !== 'endbfrange') continue;
    for (let at = 0; at + 2 < operands.length && said < MOST_CODES; at += 3) {
      const start = codeOf(operands[at]);
      const length = Math.min(codeOf(operands[at + 1]) - start + 1, 0x10000);
      const to = operands[at + 2];
      const first = utf16(to);
      for (let place = 0; place < length; place += 1) {
        say(start + place, Array.isArray(to) ? utf16(to[place]) : after(first, place));
      }
    }
  }
  return texts;
}

/** Damage in a table ends it: its file can be printed all the same. */
function nextOf(tokens: ContentTokens): Operation | undefined {
  try {
    return tokens.next();
  } catch (error) {
    if (error instanceof UnreadablePdf) throw error;
    return undefined;
  }
}

function codeOf(operand: Operand | undefined): number {
  return operand instanceof Uint8Array ? operand.reduce((code, byte) => code * 256 + byte, 0) : Number.NaN;
}

function utf16(operand: Operand | undefined): string {
  if (!(operand instanceof Uint8Array)) return '';
  const units = Math.min(operand.length >> 1, MOST_TEXT);
  return Buffer.from(operand.subarray(0, 2 * units))
    .swap16()
    .toString('utf16le');
}

/** A text whose last character is so many places further on. */
function after(text: string, step: number): string {
  const last = text.charCodeAt(text.length - 1);
  return Number.isNaN(last) ? '' : text.slice(0, -1) + String.fromCharCode(last + step);
}
