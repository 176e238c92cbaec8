import { createHash } from 'node:crypto';
import { zlibSync } from 'fflate';
import { Recent } from '../memory/recent.js';

/** How many streams are remembered: those of both editions of a booklet of fifty lessons, twice over. */
const STREAMS = 2400;

/** Larger ones are pictures, of which there are few. In bytes, once they are deflated. */
const LARGEST = 65_536;

/** A process that builds again and again writes the pages that nobody touched as often. */
const recent = new Recent<string, Uint8Array>(STREAMS);

/**
 * Deflates a stream (RFC 1950). It is done in JavaScript, because zlib's output differs between machines. What comes of it is
 * not to be changed.
 */
export function deflated(bytes: Uint8Array): Uint8Array {
  const key = createHash('sha256').update(bytes).digest('base64url');
  const known = recent.get(key);
  if (known) return known;
  const packed = zlibSync(bytes, { level: 7 });
  if (packed.length <= LARGEST) recent.set(key, packed);
  return packed;
}
