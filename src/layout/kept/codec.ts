import { deserialize, serialize } from 'node:v8';
import type { Font } from 'fontkit';
import { glyphOf } from '../fonts.js';

/** Marks what stands for something else; no node has a property of this name. */
const MARK = '\0';

/** A value that cannot be written down. */
class Unwritable extends Error {}

/**
 * Laid-out content as bytes. Fonts are written as their places among the faces, glyphs as their numbers and characters, lists of
 * numbers without gaps between; what is shared is written once. Functions are left out: they divided words, and all words are set.
 *
 * @returns Undefined where something is in it that would not be read back as it is.
 */
export function encode(content: unknown, faces: readonly Font[]): Uint8Array | undefined {
  try {
    return serialize(new Encoder(faces).value(content));
  } catch (error) {
    if (error instanceof Unwritable) return undefined;
    throw error;
  }
}

/** The content that was written. */
export function decode(bytes: Uint8Array, faces: readonly Font[]): unknown {
  return new Decoder(faces).value(deserialize(bytes));
}

type Plain = Record<string, unknown>;

interface SomeGlyph {
  id: number;
  codePoints: number[];
  _font?: Font;
}

class Encoder {
  readonly #faces: ReadonlyMap<unknown, number>;
  readonly #written = new Map<object, unknown>();

  constructor(faces: readonly Font[]) {
    this.#faces = new Map(faces.map((face, index) => [face, index]));
  }

  value(value: unknown): unknown {
    if (typeof value === 'function') return undefined;
    if (typeof value === 'symbol' || typeof value === 'bigint') throw new Unwritable();
    if (typeof value !== 'object' || value === null) return value;
    const before = this.#written.get(value);
    if (before !== undefined) return before;
    const face = this.#faces.get(value);
    if (face !== undefined) return { [MARK]: 'face', face };
    if (Array.isArray(value)) return this.#list(value);
    if (value instanceof Map) return this.#map(value);
    if (Buffer.isBuffer(value)) return { [MARK]: 'buffer', bytes: new Uint8Array(value) };
    if (value instanceof Uint8Array) return value;
    return this.#object(value as Plain);
  }

  #object(value: Plain): Plain {
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) throw new Unwritable();
    const written: Plain = {};
    const whole = prototype === null ? { [MARK]: 'bare', written } : written;
    this.#written.set(value, whole);
    for (const key of Object.keys(value)) {
      if (key === MARK) throw new Unwritable();
      written[key] = this.value(value[key]);
    }
    return whole;
  }

  #list(list: unknown[]): unknown {
    const [first] = list;
    const written = isSmall(first) ? numbers(list) : isGlyph(first) ? this.#glyphs(list) : positions(list);
    if (written) {
      this.#written.set(list, written);
      return written;
    }
    const plain: unknown[] = [];
    this.#written.set(list, plain);
    for (const item of list) plain.push(this.value(item));
    return plain;
  }

  #map(map: Map<unknown, unknown>): Map<unknown, unknown> {
    const written = new Map<unknown, unknown>();
    this.#written.set(map, written);
    for (const [key, item] of map) written.set(this.value(key), this.value(item));
    return written;
  }

  /** Glyphs of one font, as runs have them. */
  #glyphs(list: unknown[]): Plain {
    const glyphs = list as SomeGlyph[];
    const face = this.#faces.get(glyphs[0]?._font);
    if (face === undefined || glyphs.some((glyph) => !isGlyph(glyph) || this.#faces.get(glyph._font) !== face)) {
      throw new Unwritable();
    }
    const counts = glyphs.map(({ codePoints }) => codePoints.length);
    return {
      [MARK]: 'glyphs',
      face,
      ids: Uint32Array.from(glyphs, ({ id }) => id),
      characters: Uint32Array.from(glyphs.flatMap(({ codePoints }) => codePoints)),
      // Nearly always one.
      ...(counts.some((count) => count !== 1) ? { counts: Uint16Array.from(counts) } : {}),
    };
  }
}

class Decoder {
  readonly #faces: readonly Font[];
  readonly #read = new Map<object, unknown>();

  constructor(faces: readonly Font[]) {
    this.#faces = faces;
  }

  value(written: unknown): unknown {
    if (typeof written !== 'object' || written === null || written instanceof Uint8Array) return written;
    const before = this.#read.get(written);
    if (before !== undefined) return before;
    if (written instanceof Map) return this.#map(written);
    if (MARK in written) return this.#marked(written as Plain);
    this.#read.set(written, written);
    // Lists as well: their indices are keys.
    const plain = written as Plain;
    for (const key of Object.keys(plain)) {
      const item = plain[key];
      if (typeof item === 'object' && item !== null) plain[key] = this.value(item);
    }
    return plain;
  }

  #map(written: Map<unknown, unknown>): Map<unknown, unknown> {
    const map = new Map<unknown, unknown>();
    this.#read.set(written, map);
    for (const [key, item] of written) map.set(this.value(key), this.value(item));
    return map;
  }

  #marked(written: Plain): unknown {
    if (written[MARK] === 'bare') {
      const bare = Object.create(null) as Plain;
      this.#read.set(written, bare);
      for (const [key, item] of Object.entries(written.written as Plain)) bare[key] = this.value(item);
      return bare;
    }
    const value = this.#made(written);
    this.#read.set(written, value);
    return value;
  }

  #made(written: Plain): unknown {
    switch (written[MARK]) {
      case 'face':
        return this.#faces[written.face as number];
      case 'buffer':
        return Buffer.from(written.bytes as Uint8Array);
      case 'numbers':
        return Array.from(written.numbers as Uint16Array);
      case 'glyphs':
        return this.#glyphs(written);
      default:
        return positionsOf(written);
    }
  }

  #glyphs({ face, ids, characters, counts }: Plain): unknown[] {
    const font = this.#faces[face as number] as Font;
    let at = 0;
    return Array.from(ids as Uint32Array, (id, index) => {
      const start = at;
      at += (counts as Uint16Array | undefined)?.[index] ?? 1;
      return glyphOf(font, id, Array.from((characters as Uint32Array).subarray(start, at)));
    });
  }
}

function isGlyph(value: unknown): value is SomeGlyph {
  return typeof value === 'object' && value !== null && '_font' in value && 'codePoints' in value;
}

function isSmall(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < 65_536 && Number.isInteger(value) && !Object.is(value, -0);
}

/** A list of small whole numbers, such as that of the places of letters; undefined where anything else is in it. */
function numbers(list: unknown[]): Plain | undefined {
  return list.every(isSmall) ? { [MARK]: 'numbers', numbers: Uint16Array.from(list) } : undefined;
}

/** A list of objects that all have the same keys with numbers, as glyphs' positions are. */
function positions(list: unknown[]): Plain | undefined {
  const [first] = list;
  if (list.length < 2 || typeof first !== 'object' || first === null || Array.isArray(first)) return undefined;
  const keys = Object.keys(first);
  const values = new Float64Array(list.length * keys.length);
  let at = 0;
  for (const item of list) {
    if (typeof item !== 'object' || item === null || Object.getPrototypeOf(item) !== Object.prototype) return undefined;
    const own = Object.keys(item);
    if (own.length !== keys.length) return undefined;
    for (const [index, key] of own.entries()) {
      const value = (item as Plain)[key];
      if (key !== keys[index] || typeof value !== 'number') return undefined;
      values[at] = value;
      at += 1;
    }
  }
  return { [MARK]: 'positions', count: list.length, keys, values };
}

function positionsOf({ count, keys, values }: Plain): Plain[] {
  const names = keys as string[];
  let at = 0;
  return Array.from({ length: count as number }, () => {
    const position: Plain = {};
    for (const key of names) {
      position[key] = (values as Float64Array)[at];
      at += 1;
    }
    return position;
  });
}
