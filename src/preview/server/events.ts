import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { StateEvent } from '../protocol.js';
import type { Session } from '../session/session.js';

/** So often something is sent although nothing has happened, in milliseconds, that a lost connection is noticed. */
const HEARTBEAT = 15_000;

/** Tells of states as server-sent events until the page is closed or the preview ends. */
export function events(c: Context, session: Pick<Session, 'listen'>, ended: AbortSignal): Response {
  const response = streamSSE(c, async (stream) => {
    const send = (event: StateEvent) => void stream.writeSSE({ event: 'state', data: JSON.stringify(event) });
    const stop = session.listen(send);
    const beat = setInterval(() => void stream.write(': \n\n'), HEARTBEAT);
    const closed = new AbortController();
    await new Promise<void>((resolve) => {
      stream.onAbort(resolve);
      if (ended.aborted) resolve();
      else ended.addEventListener('abort', () => resolve(), { once: true, signal: closed.signal });
    });
    closed.abort();
    clearInterval(beat);
    stop();
  });
  response.headers.set('Cache-Control', 'no-store');
  return response;
}
