import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Refusal, State } from '../../src/preview/protocol.js';
import { previewApp } from '../../src/preview/server/app.js';
import { MOST_BYTES } from '../../src/preview/server/guard.js';
import { fakeBooklet, fakeSession, message } from './fake.js';

const ORIGIN = 'http://127.0.0.1:4321';
const HOST = { host: '127.0.0.1:4321' };
const WRITE = { ...HOST, origin: ORIGIN, 'content-type': 'application/json' };

async function opened() {
  const faults: unknown[] = [];
  const fake = fakeSession();
  await fake.session.start();
  const ended = new AbortController();
  const page = new TextEncoder().encode('<!doctype html>');
  const app = previewApp({
    session: fake.session,
    assets: new Map([
      ['/', { type: 'text/html; charset=utf-8', bytes: page }],
      ['/assets/index-Ab12Cd34.js', { type: 'text/javascript; charset=utf-8', bytes: page }],
      ['/assets/plain.css', { type: 'text/css; charset=utf-8', bytes: page }],
    ]),
    port: () => 4321,
    ended: ended.signal,
    onFault: (error) => faults.push(error),
  });
  const get = (path: string, headers: Record<string, string> = HOST) => app.request(`${ORIGIN}${path}`, { headers });
  const send = (method: string, path: string, body: unknown, headers: Record<string, string> = WRITE) =>
    app.request(`${ORIGIN}${path}`, {
      method,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { ...fake, app, ended, get, send, faults };
}

const errorOf = async (response: Response) => ((await response.json()) as Refusal).error;

afterEach(() => void vi.useRealTimers());

describe('answers', () => {
  it('are the page, its files and the state', async () => {
    const { get } = await opened();
    const page = await get('/');
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect((await get('/assets/index-Ab12Cd34.js')).headers.get('cache-control')).toMatch('immutable');
    expect((await get('/assets/plain.css')).headers.get('cache-control')).toBe('no-cache');
    const state = (await (await get('/api/state')).json()) as State;
    expect(state).toMatchObject({ status: 'fresh', title: 'Prayer', folder: 'lessons/prayer' });
  });

  it('are books, their parts, and sheets', async () => {
    const { get } = await opened();
    const book = await get('/api/book?edition=leader&target=home');
    expect(book.headers.get('cache-control')).toBe('no-store');
    const { pages } = (await book.json()) as { pages: { part: string }[] };
    const part = await get(`/api/parts/${pages[0]?.part}.pdf`);
    expect(await part.text()).toBe('%PDF part-leader-home');
    expect([part.headers.get('content-type'), part.headers.get('cache-control')]).toEqual([
      'application/pdf',
      'public, max-age=31536000, immutable',
    ]);
    const sheets = await get('/api/sheets.pdf?edition=leader');
    expect([await sheets.text(), sheets.headers.get('cache-control')]).toEqual(['%PDF sheets', 'no-store']);
    expect((await get('/api/parts/another.pdf')).status).toBe(404);
    for (const query of [
      '',
      '?edition=leader',
      '?edition=leader&target=moon',
      '?target=screen',
      '?edition=youth&target=screen',
    ]) {
      expect((await get(`/api/book${query}`)).status, query).toBe(404);
    }
  });

  it('are finished files to be saved', async () => {
    const { get, workshop } = await opened();
    const file = await get('/api/download?edition=participant&target=screen');
    expect(await file.text()).toBe('%PDF /preview/prayer/participant.pdf');
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="prayer-participant.pdf"; filename*=UTF-8''prayer-participant.pdf`,
    );
    const pack = await get('/api/print-pack');
    expect([pack.status, pack.headers.get('content-type')]).toEqual([200, 'application/zip']);
    workshop.made = async () => ({ places: [], messages: [message('leak')] });
    const refused = await get('/api/download?edition=leader&target=press');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ error: expect.any(String), messages: [{ rule: 'leak' }] });
  });

  it('make choices, and keep them', async () => {
    const { send, session, output } = await opened();
    const chosen = await send('PUT', '/api/choices', { theme: 'plain', bodySize: 12 });
    expect(await chosen.json()).toMatchObject({ choices: { theme: 'plain', bodySize: 12 }, revision: 3 });
    expect(session.state.choices).toEqual({ theme: 'plain', bodySize: 12 });
    const plan = await send('POST', '/api/overlay/plan', { name: 'Ours' });
    expect([plan.status, await plan.json()]).toEqual([200, expect.objectContaining({ folder: 'lessons/ours' })]);
    expect(output.files.size).toBe(0);
    expect((await send('POST', '/api/overlay', { name: 'Ours' })).status).toBe(200);
    expect([...output.files.keys()]).toEqual(['/work/lessons/ours/booklet.yaml']);
    const again = await send('POST', '/api/overlay', { name: 'Ours' });
    expect([again.status, await errorOf(again)]).toEqual([409, expect.stringContaining('something of that name')]);
  });

  it('have the same headers, whatever they are', async () => {
    const { app, get, send, workshop } = await opened();
    workshop.answer = async () => ({
      messages: [],
      folders: [],
      booklet: fakeBooklet([], { lay: () => Promise.reject(new Error('at lay (/secret/place.ts:1)')) }),
    });
    const answers = [
      await get('/'),
      await get('/nothing'),
      await get('/api/state'),
      await get('/api/state', { host: 'evil.example' }),
      await send('PUT', '/api/choices', '{'),
      await send('PUT', '/api/choices', {}, { ...WRITE, origin: 'null' }),
      await app.request(`${ORIGIN}/api/state`, { method: 'DELETE', headers: HOST }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 200, 403, 400, 403, 404]);
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split('; ').sort()).toEqual(
        [
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' blob: data:",
          "connect-src 'self'",
          "worker-src 'self' blob:",
          "font-src 'self' blob: data:",
          "frame-ancestors 'none'",
          "base-uri 'none'",
          "form-action 'none'",
        ].sort(),
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).not.toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
    }
  });

  it('never tell of a fault more than that there is one', async () => {
    const { get, session, workshop, faults } = await opened();
    workshop.answer = async () => ({
      messages: [],
      folders: [],
      booklet: fakeBooklet([], { lay: () => Promise.reject(new Error('at /secret/place.ts:1')) }),
    });
    await session.changed([]);
    const broken = await get('/api/book?edition=leader&target=screen');
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain('secret');
    expect(faults).toMatchObject([{ message: 'at /secret/place.ts:1' }]);
  });
});

describe('what is refused', () => {
  it.each([
    'evil.example',
    'evil.example:4321',
    '127.0.0.1',
    '127.0.0.1:80',
    '127.0.0.1:43210',
    '127.0.0.2:4321',
    'localhost',
    'localhost.evil.example:4321',
    '[::1]:4321',
    '0.0.0.0:4321',
    '127.1:4321',
    '2130706433:4321',
    '127.0.0.1:4321@evil.example',
    '',
  ])('the name %j', async (host) => {
    const { get } = await opened();
    for (const path of ['/', '/api/state', '/assets/plain.css', '/nothing']) {
      expect((await get(path, { host })).status, path).toBe(403);
    }
  });

  it('nothing of this computer’s own names', async () => {
    const { get } = await opened();
    for (const host of ['127.0.0.1:4321', 'localhost:4321', 'LOCALHOST:4321']) {
      expect((await get('/api/state', { host })).status).toBe(200);
    }
  });

  it.each(['cross-site', 'same-site', 'anything'])('what a page elsewhere asks for (%s)', async (site) => {
    const { get, workshop } = await opened();
    const headers = { ...HOST, 'sec-fetch-site': site };
    for (const path of ['/api/state', '/api/events', '/api/print-pack', '/api/book?edition=leader&target=screen']) {
      expect((await get(path, headers)).status, path).toBe(403);
    }
    expect([workshop.builds, workshop.laid]).toEqual([[], []]);
    // A link to the page itself is harmless.
    expect((await get('/', headers)).status).toBe(200);
  });

  it.each([
    ['no origin', { origin: undefined }],
    ['another origin', { origin: 'http://evil.example' }],
    ['no place', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:4322' }],
    ['another scheme', { origin: 'https://127.0.0.1:4321' }],
    ['the other name', { origin: 'http://localhost:4321' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ])('writing from %s', async (_, changed) => {
    const { send, session } = await opened();
    const all: Record<string, string | undefined> = { ...WRITE, ...changed };
    const headers = Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value ? [[key, value]] : [])));
    for (const [method, path] of [
      ['PUT', '/api/choices'],
      ['POST', '/api/overlay'],
      ['POST', '/api/overlay/plan'],
    ] as const) {
      expect((await send(method, path, { theme: 'plain' }, headers)).status).toBe(403);
    }
    expect(session.state.choices).toEqual({});
  });

  it.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json-patch',
  ])('writing as %s', async (type) => {
    const { send } = await opened();
    const { 'content-type': _type, ...rest } = WRITE;
    const headers = type === undefined ? { ...rest, 'content-type': '' } : { ...rest, 'content-type': type };
    expect((await send('PUT', '/api/choices', {}, headers)).status).toBe(415);
  });

  it('no JSON, wrong JSON, and keys that are not known, in words', async () => {
    const { send } = await opened();
    const put = async (body: unknown) => {
      const answer = await send('PUT', '/api/choices', body);
      return [answer.status, await errorOf(answer)];
    };
    expect(await put('{"theme":')).toEqual([400, 'This is no JSON.']);
    expect(await put('')).toEqual([400, 'This is no JSON.']);
    expect(await put([])).toEqual([400, 'This cannot be chosen.']);
    expect(await put({ accent: 'red' })).toEqual([400, 'This cannot be chosen: accent.']);
    expect(await put({ extends: '../x' })).toEqual([400, 'This cannot be chosen: extends.']);
    expect(await put({ ['x'.repeat(5000)]: 1 })).toEqual([400, expect.stringMatching(/^.{1,130}$/)]);
    expect((await send('POST', '/api/overlay', { name: 'a', folder: '/etc' })).status).toBe(400);
    expect((await send('POST', '/api/overlay', { name: 1 })).status).toBe(400);
    expect((await send('PUT', '/api/choices', '['.repeat(60_000))).status).toBe(400);
  });

  it('a body that is too large, also one that does not tell its length', async () => {
    const { app, send } = await opened();
    const large = JSON.stringify({ name: 'x'.repeat(MOST_BYTES) });
    const told = await send('POST', '/api/overlay', large, { ...WRITE, 'content-length': String(large.length) });
    expect(told.status).toBe(413);
    const chunk = new TextEncoder().encode(' '.repeat(1024));
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(chunk);
      },
    });
    const endless = await app.request(`${ORIGIN}/api/overlay`, {
      method: 'POST',
      headers: WRITE,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(endless.status).toBe(413);
    expect(sent).toBeLessThan(100);
  });

  it.each([
    ['GET', '/api'],
    ['GET', '/api/'],
    ['GET', '/api/state/'],
    ['GET', '/api/choices'],
    ['POST', '/api/choices'],
    ['PUT', '/api/overlay'],
    ['DELETE', '/api/choices'],
    ['PATCH', '/api/choices'],
    ['OPTIONS', '/api/choices'],
    ['GET', '/index.html'],
    ['GET', '/assets'],
    ['GET', '/assets/'],
    ['GET', '/assets/other.js'],
    ['GET', '/assets/plain.css/'],
    ['GET', '/assets/PLAIN.css'],
    ['GET', '/assets/%2e%2e/%2e%2e/package.json'],
    ['GET', '/assets/..%2fserver.js'],
    ['GET', '/assets/%00'],
    ['GET', '/assets/plain.css%00.js'],
    ['GET', '/assets//etc/passwd'],
    ['GET', '/assets/__proto__'],
    ['GET', '/assets/constructor'],
    ['GET', '//etc/passwd'],
    ['GET', '/api/parts/..pdf'],
    ['GET', '/api/parts/a%2fb.pdf'],
    ['GET', '/api/parts/part-leader-screen'],
    ['GET', '/package.json'],
    ['GET', '/.git/config'],
  ])('%s %s, which is not there', async (method, path) => {
    const { app } = await opened();
    const headers = method === 'GET' ? HOST : WRITE;
    const body = method === 'PUT' || method === 'POST' ? '{"name":"x"}' : undefined;
    const answer = await app.request(`${ORIGIN}${path}`, { method, headers, ...(body && { body }) });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/json');
  });

  it('nothing where the page was not built, which it says', async () => {
    const { session } = await opened();
    const app = previewApp({
      session,
      assets: new Map(),
      port: () => 4321,
      ended: new AbortController().signal,
      onFault() {},
    });
    const answer = await app.request(`${ORIGIN}/`, { headers: HOST });
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });
});
