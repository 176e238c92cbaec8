import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/** A server that listens. */
export interface Listening {
  port: number;
  /** Takes no more requests and breaks off those that are there. */
  close(): Promise<void>;
}

/** For so long, in milliseconds, connections may still come to an end by themselves. */
const LAST_WORDS = 100;
/** Nobody but this computer can reach it. */
const ADDRESS = '127.0.0.1';

/** Listens on a port of this computer's own address; 0 for one that is free. Throws what the system says where it cannot. */
export async function listen(fetch: Parameters<typeof getRequestListener>[0], port: number): Promise<Listening> {
  const server = createServer(getRequestListener(fetch, { hostname: ADDRESS, overrideGlobalObjects: false }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const breakOff = setTimeout(() => server.closeAllConnections(), LAST_WORDS);
      await closed;
      clearTimeout(breakOff);
    },
  };
}
