import { UnreadablePdf } from './unreadable.js';

/** A string of a content stream (ISO 32000-1, 7.3.4). */
export interface ReadString {
  value: Uint8Array;
  /** Where what follows it begins. */
  end: number;
}

/** So long a string may be, in bytes: longer than a line of any book (ISO 32000-1, annex C, has half of it). */
const LONGEST = 65_536;

/** A string between parentheses, which begins at a place. */
export function literal(bytes: Uint8Array, start: number): ReadString {
  const out: number[] = [];
  let open = 1;
  let at = start + 1;
  for (; at < bytes.length; at += 1) {
    checkLength(out);
    const code = bytes[at] as number;
    if (code === 0x5c) {
      at = escaped(bytes, at + 1, out);
      continue;
    }
    if (code === 0x28) open += 1;
    if (code === 0x29) open -= 1;
    if (open === 0) break;
    out.push(code);
  }
  return { value: Uint8Array.from(out), end: at + 1 };
}

/** What a backslash means (ISO 32000-1, table 3). Gives the last place that belongs to it. */
function escaped(bytes: Uint8Array, at: number, out: number[]): number {
  const code = bytes[at] ?? 0;
  const known = { n: 10, r: 13, t: 9, b: 8, f: 12 }[String.fromCharCode(code)];
  if (known !== undefined) out.push(known);
  else if (isOctal(code)) {
    let value = 0;
    let digits = 0;
    for (; digits < 3 && isOctal(bytes[at + digits]); digits += 1) {
      value = value * 8 + (bytes[at + digits] as number) - 0x30;
    }
    out.push(value & 0xff);
    return at + digits - 1;
  } else if (code === 13) return bytes[at + 1] === 10 ? at + 1 : at;
  else if (code !== 10) out.push(code);
  return at;
}

/** A string between angle brackets, which begins at a place. */
export function hexadecimal(bytes: Uint8Array, start: number): ReadString {
  const out: number[] = [];
  let half = -1;
  let at = start + 1;
  for (; at < bytes.length && bytes[at] !== 0x3e; at += 1) {
    checkLength(out);
    const digit = digitOf(bytes[at] as number);
    if (digit < 0) continue;
    if (half < 0) half = digit;
    else {
      out.push(half * 16 + digit);
      half = -1;
    }
  }
  if (half >= 0) out.push(half * 16);
  return { value: Uint8Array.from(out), end: at + 1 };
}

function checkLength(string: readonly number[]): void {
  if (string.length > LONGEST) throw new UnreadablePdf('a string in it goes on without end', { kind: 'endless' });
}

const isOctal = (code: number | undefined): boolean => code !== undefined && code >= 0x30 && code <= 0x37;

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
