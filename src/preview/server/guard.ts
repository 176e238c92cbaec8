import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** Largest body that is read, in bytes. */
export const MOST_BYTES = 64 * 1024;

/**
 * Lets through only what comes from the page itself or from whoever sits at this computer. Any website can send requests to
 * 127.0.0.1, so an address is no proof:
 *
 * - A name that leads here (DNS rebinding) is told by `Host`, which browsers take from the address.
 * - What another page asks for is told by `Sec-Fetch-Site` (W3C Fetch Metadata), and for writes by `Origin` and by a type of
 *   content that no form can send, so that a browser asks first, and gets no leave.
 *
 * @param port - The port that is listened on, once there is one.
 */
export function guard(port: () => number): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase();
    if (host === undefined || !hostsOf(port()).includes(host))
      return c.json({ error: 'This name is not served.' }, 403);
    if (!isPlainTarget(rawTarget(c.env, c.req.raw.url))) return c.json({ error: 'There is nothing here.' }, 404);
    const site = c.req.header('sec-fetch-site');
    const isPage = c.req.path === '/' || c.req.path.startsWith('/assets/');
    if (!isPage && site !== undefined && site !== 'same-origin' && site !== 'none') {
      return c.json({ error: 'Other pages may not ask for this.' }, 403);
    }
    if (c.req.method !== 'PUT' && c.req.method !== 'POST') return next();
    if (c.req.header('origin') !== `http://${host}` || (site !== undefined && site !== 'same-origin')) {
      return c.json({ error: 'Only the preview’s own page may change anything.' }, 403);
    }
    if (!/^application\/json\s*(?:;|$)/i.test(c.req.header('content-type') ?? '')) {
      return c.json({ error: 'Only JSON is read.' }, 415);
    }
    return limit(c, next);
  };
}

const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.json({ error: 'That is too much.' }, 413) });

/** The names of this computer for itself, as they stand in `Host`; the usual port is left out there. */
function hostsOf(port: number): string[] {
  const names = ['127.0.0.1', 'localhost'];
  return [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
}

/** What stands in the first line of a request, before a URL is made of it and ways up are resolved. */
function rawTarget(env: unknown, url: string): string {
  const incoming = (env as { incoming?: { url?: string } } | undefined)?.incoming;
  return incoming?.url ?? url.replace(/^https?:\/\/[^/]*/, '');
}

/** Whether a target is a path of this server without ways up, doubled or backward slashes, or escapes that hide them. */
function isPlainTarget(target: string): boolean {
  const path = target.split('?')[0] ?? '';
  return path.startsWith('/') && !/\/\/|\\|(?:^|\/)\.{1,2}(?:\/|$)|%(?:2e|2f|5c|00)/i.test(path);
}
