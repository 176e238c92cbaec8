import { createHash } from 'node:crypto';

/** Raised whenever entries are written in another way. */
const FORMAT = 1;
const MAGIC = new TextEncoder().encode(`gathering ${String(FORMAT).padStart(4, '0')}\n`);
const DIGEST = 32;

/**
 * An entry as it lies on the disk: its format, the SHA-256 of its name and its bytes, and the bytes. With the name in it, an
 * entry that was moved is no more whole than one that was cut.
 */
export function encodeEntry(name: string, bytes: Uint8Array): Uint8Array {
  const entry = new Uint8Array(MAGIC.length + DIGEST + bytes.length);
  entry.set(MAGIC);
  entry.set(digestOf(name, bytes), MAGIC.length);
  entry.set(bytes, MAGIC.length + DIGEST);
  return entry;
}

/** The bytes of an entry, or undefined where it is damaged or of another format. */
export function decodeEntry(name: string, entry: Uint8Array): Uint8Array | undefined {
  const start = MAGIC.length + DIGEST;
  if (entry.length < start || Buffer.compare(entry.subarray(0, MAGIC.length), MAGIC) !== 0) return undefined;
  const bytes = new Uint8Array(entry.buffer, entry.byteOffset + start, entry.length - start);
  return Buffer.compare(entry.subarray(MAGIC.length, start), digestOf(name, bytes)) === 0 ? bytes : undefined;
}

function digestOf(name: string, bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(`${name}\n`).update(bytes).digest();
}
