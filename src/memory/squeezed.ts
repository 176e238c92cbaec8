import { promisify } from 'node:util';
import { constants, deflateRaw, inflateRaw } from 'node:zlib';

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

/** Bytes for a cache, smaller and quickly made so (RFC 1951), beside whatever comes next. They differ between machines, and so are in no file. */
export function squeeze(bytes: Uint8Array): Promise<Uint8Array> {
  return deflate(bytes, { level: constants.Z_BEST_SPEED });
}

/** The bytes that were squeezed. */
export function expand(bytes: Uint8Array): Promise<Uint8Array> {
  return inflate(bytes);
}
