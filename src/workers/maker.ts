import type { MessagePort } from 'node:worker_threads';
import { type ApartMaker, apartMaker, type BookletJob, type SentBooklet } from '../build/apart.js';
import type { BuildRequest } from '../build-types.js';
import { openCache } from '../cache/disk/open.js';
import { diskWorld } from '../world/disk.js';
import { WorldError } from '../world/error.js';
import { withoutCanvas } from './no-canvas.js';

withoutCanvas();

/** What a thread is given to make one booklet. The request and the folder of the cache are those of its first task. */
export interface MakerTask {
  job: BookletJob;
  request: BuildRequest;
  /** Absolute path. */
  cache?: string;
  /** Where it tells how far it is, and what is wrong with the cache. */
  port: MessagePort;
}

/** A booklet, or what of it could not be read: errors lose their kind between threads. */
export type MakerAnswer = { booklet: SentBooklet } | { unreadable: Pick<WorldError, 'path' | 'reason'> };

let maker: ApartMaker | undefined;
let port: MessagePort | undefined;

/** Makes a booklet in a thread. */
export default async function make({ job, request, cache, port: own }: MakerTask): Promise<MakerAnswer> {
  port = own;
  const onTrouble = (trouble: string) => port?.postMessage({ trouble });
  maker ??= apartMaker(diskWorld(), request, cache === undefined ? undefined : openCache(cache, { onTrouble }));
  try {
    return { booklet: await maker(job, (progress) => own.postMessage({ progress })) };
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    return { unreadable: { path: error.path, reason: error.reason } };
  } finally {
    own.close();
  }
}
