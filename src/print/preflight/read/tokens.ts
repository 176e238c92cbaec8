import { hexadecimal, literal, type ReadString } from './strings.js';
import { UnreadablePdf } from './unreadable.js';

/** A name in a content stream, without its slash. */
export interface Name {
  name: string;
}

/** A dictionary in a content stream: of marked content or of an inline image. */
export interface Dictionary {
  entries: Map<string, Operand>;
}

/** What stands before an operator. Strings are bytes. */
export type Operand = number | boolean | null | Name | Uint8Array | Dictionary | Operand[];

/** An operator with its operands (ISO 32000-1, 7.8.2). */
export interface Operation {
  operator: string;
  operands: Operand[];
}

const WHITE = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) WHITE[code] = 1;
const DELIMITER = new Uint8Array(256);
for (const sign of '()<>[]{}/%') DELIMITER[sign.charCodeAt(0)] = 1;

/** What a word ends at. */
const ENDING = WHITE.map((isWhite, code) => isWhite | (DELIMITER[code] as number));

/** How deep arrays and dictionaries may stand in each other. */
const DEEPEST = 50;

/** So many values one operation may have, those in its arrays included: more than any font has glyphs. */
const MOST_VALUES = 300_000;

/** So much of a name, a number or an operator is looked at, in bytes: more than any has (ISO 32000-1, annex C). */
const LONGEST = 1000;

/** What ends an array or a dictionary. */
const END = Symbol('end');

/** Reads the operations of a content stream one by one. What is no syntax at all is passed over, as viewers do. */
export class ContentTokens {
  readonly #bytes: Uint8Array;
  /** The same, a character a byte: words are cut out of it. */
  readonly #text: string;
  #at = 0;
  /** Values of the operation that is being read. */
  #values = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  }

  /**
   * How many values were read for the operation that came last, those in its arrays and dictionaries included; at the end
   * of the stream, those that have no operator.
   */
  get values(): number {
    return this.#values;
  }

  /** The next operation; undefined at the end of the stream. */
  next(): Operation | undefined {
    const operands: Operand[] = [];
    this.#values = 0;
    for (;;) {
      this.#skipWhite();
      if (this.#at >= this.#bytes.length) return undefined;
      const value = this.#value(0);
      if (typeof value === 'string') {
        if (value === 'BI') return this.#inlineImage();
        return { operator: value, operands };
      }
      if (value !== END) operands.push(value);
    }
  }

  #skipWhite(): void {
    const bytes = this.#bytes;
    for (; this.#at < bytes.length; this.#at += 1) {
      const code = bytes[this.#at] as number;
      if (code === 0x25) while (this.#at < bytes.length && !isLineEnd(bytes[this.#at] as number)) this.#at += 1;
      else if (!WHITE[code]) return;
    }
  }

  /** An operand, or an operator as a string. */
  #value(depth: number): Operand | string | typeof END {
    this.#values += 1;
    if (this.#values > MOST_VALUES) {
      throw new UnreadablePdf('an operation in it goes on without end', { kind: 'endless' });
    }
    const code = this.#bytes[this.#at] as number;
    if (code === 0x2f) return { name: this.#name() };
    if (code === 0x28) return this.#string(literal(this.#bytes, this.#at));
    if (code === 0x3c) {
      if (this.#bytes[this.#at + 1] !== 0x3c) return this.#string(hexadecimal(this.#bytes, this.#at));
      this.#at += 2;
      return this.#dictionary(depth);
    }
    if (code === 0x5b) {
      this.#at += 1;
      return this.#list(depth);
    }
    if (DELIMITER[code]) {
      this.#at += code === 0x3e && this.#bytes[this.#at + 1] === 0x3e ? 2 : 1;
      return END;
    }
    return this.#word();
  }

  #list(depth: number): Operand[] {
    if (depth > DEEPEST) throw new Error('lists stand in one another too deep');
    const items: Operand[] = [];
    for (;;) {
      this.#skipWhite();
      if (this.#at >= this.#bytes.length) return items;
      const value = this.#value(depth + 1);
      if (value === END) return items;
      if (typeof value !== 'string') items.push(value);
    }
  }

  #dictionary(depth: number): Dictionary {
    return { entries: entriesOf(this.#list(depth)) };
  }

  #name(): string {
    this.#at += 1;
    const text = this.#regular();
    return text.includes('#')
      ? text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : text;
  }

  /** Characters up to the next white space or delimiter. */
  #regular(): string {
    const bytes = this.#bytes;
    const start = this.#at;
    let end = start;
    while (end < bytes.length && !ENDING[bytes[end] as number]) end += 1;
    this.#at = end;
    return this.#text.slice(start, Math.min(end, start + LONGEST));
  }

  #word(): Operand | string {
    const word = this.#regular();
    const first = word.charCodeAt(0);
    if ((first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2b || first === 0x2e) {
      const number = Number(word);
      return Number.isFinite(number) ? number : Number.parseFloat(word) || 0;
    }
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    return word;
  }

  #string({ value, end }: ReadString): Uint8Array {
    this.#at = end;
    return value;
  }

  /** An inline image (ISO 32000-1, 8.9.7), as one operation with its dictionary. Its pixels are passed over. */
  #inlineImage(): Operation {
    const items: Operand[] = [];
    for (;;) {
      this.#skipWhite();
      if (this.#at >= this.#bytes.length) break;
      const value = this.#value(0);
      if (value === 'ID') break;
      if (typeof value !== 'string' && value !== END) items.push(value);
    }
    const bytes = this.#bytes;
    for (this.#at += 1; this.#at < bytes.length; this.#at += 1) {
      const ends = bytes[this.#at] === 0x45 && bytes[this.#at + 1] === 0x49;
      const after = bytes[this.#at + 2];
      if (ends && WHITE[bytes[this.#at - 1] as number] && (after === undefined || WHITE[after])) break;
    }
    this.#at += 2;
    return { operator: 'BI', operands: [{ entries: entriesOf(items) }] };
  }
}

function entriesOf(items: readonly Operand[]): Map<string, Operand> {
  const entries = new Map<string, Operand>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    if (isName(key)) entries.set(key.name, items[index + 1] as Operand);
  }
  return entries;
}

export function isName(operand: Operand | undefined): operand is Name {
  return typeof operand === 'object' && operand !== null && 'name' in operand;
}

export function isDictionary(operand: Operand | undefined): operand is Dictionary {
  return typeof operand === 'object' && operand !== null && 'entries' in operand && operand.entries instanceof Map;
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;
