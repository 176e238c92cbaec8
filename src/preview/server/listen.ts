import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** A server that listens. */
export interface Listening {
  port: number;
  /** Takes no more requests and breaks off those that are there. */
  close(): Promise<void>;
}

/** Nobody but this computer can reach it. */
const ADDRESS = '127.0.0.1';

/** Listens on a port of this computer's own address; 0 for one that is free. Throws what the system says where it cannot. */
export async function listen(
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
  port: number,
): Promise<Listening> {
  const server = createAdaptorServer({ fetch, hostname: ADDRESS, overrideGlobalObjects: false });
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
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}
