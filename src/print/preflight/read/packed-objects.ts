import { inflateSync } from 'node:zlib';
import { UnreadablePdf } from './unreadable.js';

/** So much may come out of all streams together that hold objects or tell where they are, in bytes. */
const MOST_BYTES = 100_000_000;

/** Within so many bytes of its type a stream's dictionary ends. */
const NEAR = 2000;

/**
 * Looks how large a file's packed objects are (ISO 32000-1, 7.5.7 and 7.5.8) before they are read, all of which is done at
 * once. Those that are packed in more than one way are not looked at.
 *
 * @throws {UnreadablePdf} where they would fill the memory.
 */
export function checkPackedObjects(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const starts = new Set<number>();
  for (const { index } of text.matchAll(/\/(?:ObjStm|XRef)\b/g)) {
    const head = /stream\r?\n/.exec(text.slice(index, index + NEAR));
    if (head) starts.add(index + head.index + head[0].length);
  }
  let left = MOST_BYTES;
  for (const start of starts) left -= unpackedLength(bytes.subarray(start), left);
}

function unpackedLength(packed: Uint8Array, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new UnreadablePdf('objects in it unpack without end', { kind: 'endless' });
    }
    // Whatever else is wrong with it is told when it is read.
    return 0;
  }
}
