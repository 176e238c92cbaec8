import type { StateEvent } from '../protocol.js';
import { refresh } from './book-store.js';
import { News } from './news.js';
import { connection } from './state.js';

/** Listens to the server for as long as the page is open, and comes back when it was away. */
export function listen(): void {
  const source = new EventSource('api/events');
  const news = new News();
  source.addEventListener('open', () => {
    connection.value = 'open';
    news.begin();
  });
  source.addEventListener('state', ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as StateEvent;
    if (!news.isNew(event)) return;
    const { revision, status } = event;
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
