import type { StateEvent } from '../protocol.js';
import { refresh } from './book-store.js';
import { connection, server } from './state.js';

/** Listens to the server for as long as the page is open, and comes back when it was away. */
export function listen(): void {
  const source = new EventSource('api/events');
  let isFirst = true;
  source.addEventListener('open', () => {
    connection.value = 'open';
    isFirst = true;
  });
  source.addEventListener('state', ({ data }: MessageEvent<string>) => {
    const { revision, status } = JSON.parse(data) as StateEvent;
    const known = server.value;
    // A server that was started anew counts from the beginning, so after each silence everything is asked for.
    if (!isFirst && known?.revision === revision && known.status === status) return;
    isFirst = false;
    performance.mark('state-event', { detail: { revision } });
    refresh(revision, status);
  });
  source.addEventListener('error', () => {
    connection.value = 'lost';
    // A browser gives up where the answer was no stream of events; otherwise it tries again by itself.
    if (source.readyState !== EventSource.CLOSED) return;
    source.close();
    setTimeout(listen, RETRY);
  });
}

/** Milliseconds. */
const RETRY = 1500;
