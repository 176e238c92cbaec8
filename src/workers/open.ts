import { availableParallelism, totalmem } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { SentBooklet } from '../build/apart.js';
import type { SentFindings } from '../build/look-through-apart.js';
import type { Progress, Workers } from '../build-types.js';
import { CODE } from '../program/folder.js';
import { WorldError } from '../world/error.js';
import type { MakerAnswer, MakerTask } from './maker.js';

/** How workers are opened. */
export interface WorkersOptions {
  /** How many threads may work at once; as many as there are cores and memory for, when absent. */
  jobs?: number;
  /** Absolute path of the folder of the cache that booklets are made from and kept in; absent for none. */
  cache?: string;
  /** Told of what is wrong with the cache. */
  onTrouble?(sentence: string): void;
}

/** Bytes of memory for a thread that makes booklets: what one of six lessons takes, twice over. */
const MEMORY_FOR_ONE = 2 ** 30;

/** More threads than this have to wait for each other’s memory and disk. */
const MOST = 8;

/** A thread has to warm up, so none is let go between two tasks; and what it waits for are files. */
const THREADS = { idleTimeout: 2 ** 31 - 1, useAtomics: false };

/** Undefined where a build is to do everything itself. Nothing is started until there is something to do. */
export function openWorkers({
  jobs = Math.min(availableParallelism(), Math.floor(totalmem() / MEMORY_FOR_ONE), MOST),
  cache,
  onTrouble = () => {},
}: WorkersOptions = {}): Workers | undefined {
  if (jobs < 2) return undefined;
  let makers: Tinypool | undefined;
  let inspector: Tinypool | undefined;
  const inspectors = () => {
    inspector ??= new Tinypool({ ...THREADS, filename: entry('inspector'), minThreads: 1, maxThreads: 1 });
    return inspector;
  };
  return {
    count: jobs,
    async make(job, request, tell): Promise<SentBooklet> {
      makers ??= new Tinypool({ ...THREADS, filename: entry('maker'), minThreads: 0, maxThreads: jobs });
      const { port1, port2 } = new MessageChannel();
      port1.on('message', (message: { progress: Progress } | { trouble: string }) => {
        if ('progress' in message) tell(message.progress);
        else onTrouble(message.trouble);
      });
      const task: MakerTask = { job, request, ...(cache === undefined ? {} : { cache }), port: port2 };
      try {
        const answer = (await makers.run(task, { transferList: [port2] })) as MakerAnswer;
        if ('unreadable' in answer) throw new WorldError(answer.unreadable.path, answer.unreadable.reason);
        return answer.booklet;
      } finally {
        port1.close();
      }
    },
    lookThrough: (file) => inspectors().run(file) as Promise<SentFindings>,
    expectFiles: () => void inspectors(),
    async close() {
      await Promise.all([makers?.destroy(), inspector?.destroy()]);
    },
  };
}

function entry(name: string): string {
  return new URL(`workers/${name}.js`, CODE).href;
}
