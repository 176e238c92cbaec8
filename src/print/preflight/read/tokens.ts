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
  /** How many values were read for it, those in its arrays and dictionaries included. */
  values: number;
}

const WHITE = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) WHITE[code] = 1;
const DELIMITER = new Uint8Array(256);
for (const sign of '()<>[]{}/%') DELIMITER[sign.charCodeAt(0)] = 1;

/** How deep arrays and dictionaries may stand in each other. */
const DEEPEST = 50;

/** So many values one operation may have, those in its arrays included: more than any font has glyphs. */
const MOST_VALUES = 300_000;

/** So much of a name, a number or an operator is looked at, in bytes: more than any has (ISO 32000-1, annex C). */
const LONGEST = 1000;

/** So long a string may be, in bytes: longer than a line of any book (ISO 32000-1, annex C, has half of it). */
const LONGEST_STRING = 65_536;

/** What ends an array or a dictionary. */
const END = Symbol('end');

/** Reads the operations of a content stream one by one. What is no syntax at all is passed over, as viewers do. */
export class ContentTokens {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Values of the operation that is being read. */
  #values = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
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
        return { operator: value, operands, values: this.#values };
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
    if (this.#values > MOST_VALUES) throw endless('an operation');
    const code = this.#bytes[this.#at] as number;
    if (code === 0x2f) return { name: this.#name() };
    if (code === 0x28) return this.#literal();
    if (code === 0x3c) {
      if (this.#bytes[this.#at + 1] !== 0x3c) return this.#hexadecimal();
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
    while (end < bytes.length && !WHITE[bytes[end] as number] && !DELIMITER[bytes[end] as number]) end += 1;
    this.#at = end;
    const word = bytes.subarray(start, Math.min(end, start + LONGEST));
    return word.length < 24 ? String.fromCharCode(...word) : Buffer.from(word).toString('latin1');
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

  #literal(): Uint8Array {
    const bytes = this.#bytes;
    const out: number[] = [];
    let open = 1;
    for (this.#at += 1; this.#at < bytes.length; this.#at += 1) {
      checkLength(out);
      const code = bytes[this.#at] as number;
      if (code === 0x5c) {
        this.#at += 1;
        this.#escape(out);
        continue;
      }
      if (code === 0x28) open += 1;
      if (code === 0x29) open -= 1;
      if (open === 0) break;
      out.push(code);
    }
    this.#at += 1;
    return Uint8Array.from(out);
  }

  /** What a backslash means (ISO 32000-1, table 3). */
  #escape(out: number[]): void {
    const bytes = this.#bytes;
    const code = bytes[this.#at] ?? 0;
    const known = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(code)];
    if (known !== undefined) out.push(known);
    else if (code >= 0x30 && code <= 0x37) {
      let value = 0;
      let digits = 0;
      for (; digits < 3 && isOctal(bytes[this.#at + digits]); digits += 1) {
        value = value * 8 + (bytes[this.#at + digits] as number) - 0x30;
      }
      this.#at += digits - 1;
      out.push(value & 0xff);
    } else if (code === 13) {
      if (bytes[this.#at + 1] === 10) this.#at += 1;
    } else if (code !== 10) out.push(code);
  }

  #hexadecimal(): Uint8Array {
    const bytes = this.#bytes;
    const out: number[] = [];
    let half = -1;
    for (this.#at += 1; this.#at < bytes.length && bytes[this.#at] !== 0x3e; this.#at += 1) {
      checkLength(out);
      const digit = digitOf(bytes[this.#at] as number);
      if (digit < 0) continue;
      if (half < 0) half = digit;
      else {
        out.push(half * 16 + digit);
        half = -1;
      }
    }
    if (half >= 0) out.push(half * 16);
    this.#at += 1;
    return Uint8Array.from(out);
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
    return { operator: 'BI', operands: [{ entries: entriesOf(items) }], values: this.#values };
  }
}

function checkLength(string: readonly number[]): void {
  if (string.length > LONGEST_STRING) throw endless('a string');
}

const endless = (what: string) => new UnreadablePdf(`${what} in it goes on without end`, { kind: 'endless' });

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
const isOctal = (code: number | undefined): boolean => code !== undefined && code >= 0x30 && code <= 0x37;

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
