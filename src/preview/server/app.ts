import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';
import type { Refusal } from '../protocol.js';
import type { Download } from '../session/downloads.js';
import { Refused } from '../session/refused.js';
import type { Session } from '../session/session.js';
import type { Asset } from './assets.js';
import { attachment } from './attachment.js';
import { events } from './events.js';
import { guard } from './guard.js';
import { headers, KEPT_FOR_EVER } from './headers.js';
import { choicesSchema, editionSchema, overlaySchema } from './requests.js';

/** What the server answers from. */
export interface AppOptions {
  session: Omit<Session, 'start' | 'changed' | 'end'>;
  /** The page's files by the path they are asked for with. */
  assets: ReadonlyMap<string, Asset>;
  /** The port that is listened on, once there is one. */
  port(): number;
  /** Ends all streams of events. */
  ended: AbortSignal;
  /** Told of faults of this program, which are told to nobody else. */
  onFault(error: unknown): void;
}

/** The addresses of `protocol.ts`. Whatever is not there is refused with 404. */
export function previewApp({ session, assets, port, ended, onFault }: AppOptions): Hono {
  const app = new Hono();
  app.use(headers);
  app.use(guard(port));

  app.get('/', (c) => page(c, assets));
  app.get('/assets/*', (c) => asset(c, assets));
  app.get('/api/state', (c) => c.json(session.state));
  app.get('/api/events', (c) => events(c, session, ended));
  app.put('/api/choices', async (c) => c.json(await session.choose(await bodyOf(c, choicesSchema))));
  app.get('/api/book', async (c) => {
    const { edition, target } = asked(c);
    return c.json(await session.book(edition, target));
  });
  app.get('/api/parts/:id{[\\w-]+\\.pdf}', async (c) => {
    const bytes = await session.part(c.req.param('id').slice(0, -'.pdf'.length));
    return pdf(c, bytes, { 'Cache-Control': KEPT_FOR_EVER });
  });
  app.get('/api/sheets.pdf', async (c) => pdf(c, await session.sheets(asked(c, 'home').edition)));
  app.get('/api/download', async (c) => file(c, await session.download(asked(c))));
  app.get('/api/print-pack', async (c) => file(c, await session.download()));
  app.post('/api/overlay/plan', async (c) => c.json(await session.planOverlay(await bodyOf(c, overlaySchema))));
  app.post('/api/overlay', async (c) => c.json(await session.writeOverlay(await bodyOf(c, overlaySchema))));

  app.notFound((c) => c.json<Refusal>({ error: 'There is nothing here.' }, 404));
  app.onError((error, c) => {
    if (error instanceof Refused) {
      const { status, message, messages } = error;
      return c.json<Refusal>({ error: message, ...(messages && { messages }) }, status);
    }
    if (error instanceof HTTPException) return c.json<Refusal>({ error: 'That cannot be read.' }, error.status);
    onFault(error);
    return c.json<Refusal>({ error: 'Something went wrong inside gathering; the terminal says more.' }, 500);
  });
  return app;
}

function page(c: Context, assets: AppOptions['assets']): Response {
  const { type, bytes } = assets.get('/') ?? {};
  if (!bytes || !type)
    return c.text('The page of the preview was not built; run “npm run build” and start again.', 503);
  return c.body(bytes, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
}

function asset(c: Context, assets: AppOptions['assets']): Response | Promise<Response> {
  const found = assets.get(c.req.path);
  if (!found) return c.notFound();
  // A bundler puts a hash of what is in a file into its name; other names may come to hold something else.
  const hashed = /[-.][\w-]{8,}\.\w+$/.test(c.req.path);
  return c.body(found.bytes, 200, {
    'Content-Type': found.type,
    'Cache-Control': hashed ? KEPT_FOR_EVER : 'no-cache',
  });
}

/** The edition and the target that a request is about. */
function asked(c: Context, target = c.req.query('target')): z.infer<typeof editionSchema> {
  const { success, data } = editionSchema.safeParse({ edition: c.req.query('edition'), target });
  if (!success) throw new Refused(404, 'There is no such edition or target.');
  return data;
}

/** The JSON that was sent, checked. */
async function bodyOf<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  let json: unknown;
  try {
    json = await c.req.json();
  } catch {
    throw new Refused(400, 'This is no JSON.');
  }
  const { success, data, error } = schema.safeParse(json);
  if (success) return data;
  const [issue] = error.issues;
  const where = issue?.path.join('.') || (issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : '');
  throw new Refused(400, `This cannot be chosen${where ? `: ${where.slice(0, 100)}` : ''}.`);
}

function pdf(c: Context, bytes: Uint8Array, more: Record<string, string> = {}): Response {
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'application/pdf', ...more });
}

function file(c: Context, { name, type, bytes }: Download): Response {
  return c.body(new Uint8Array(bytes), 200, { 'Content-Type': type, 'Content-Disposition': attachment(name) });
}
