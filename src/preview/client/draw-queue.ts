/** How soon a page is wanted: those that are seen, those near them, pictures in a list. */
export const SEEN = 0;
export const NEAR = 1;
export const LISTED = 2;

interface Job {
  urgency: () => number;
  run: () => Promise<void>;
}

const waiting: Job[] = [];
let running = 0;

/**
 * Runs drawings a few at a time, the most urgent first, whenever it was asked for. How urgent one is is asked when there
 * is room for it, since readers scroll meanwhile. Answers how to call it off before it has begun.
 */
export function enqueue(urgency: () => number, run: () => Promise<void>): () => void {
  const job = { urgency, run };
  waiting.push(job);
  queueMicrotask(next);
  return () => {
    const at = waiting.indexOf(job);
    if (at !== -1) waiting.splice(at, 1);
  };
}

function next(): void {
  while (running < AT_ONCE && waiting.length > 0) {
    const most = Math.min(...waiting.map(({ urgency }) => urgency()));
    // Nothing that nobody sees may delay what somebody does.
    if (most !== SEEN && running > 0) return;
    const [job] = waiting.splice(
      waiting.findIndex(({ urgency }) => urgency() === most),
      1,
    );
    if (!job) return;
    running++;
    job.run().finally(() => {
      running--;
      next();
    });
  }
}

/** While one page is painted here, the worker reads the next. */
const AT_ONCE = 3;
