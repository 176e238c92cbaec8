import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryOutput } from '../../src/output/memory.js';
import { type Running, startPreview } from '../../src/preview/start.js';
import type { FolderWatch, WatchOptions } from '../../src/preview/watch-folders.js';
import { memoryWorld } from '../../src/world/memory.js';
import { FOLDER, fakeWorkshop } from './fake.js';

let running: Running;
let port: number;
let workshop: ReturnType<typeof fakeWorkshop>;
let watch: WatchOptions & { folders: string[]; closed: boolean };

beforeEach(async () => {
  workshop = fakeWorkshop();
  running = await startPreview({
    world: memoryWorld({ [`${FOLDER}/booklet.yaml`]: 'title: Prayer\n' }),
    output: memoryOutput(),
    openWorkshop: () => workshop,
    listThemes: async () => [],
    patience: 0,
    folder: FOLDER,
    base: '/work',
    templates: ['/work/templates'],
    port: 0,
    client: '/nowhere',
    onFault: () => {},
    watchFolders: (options) => {
      watch = Object.assign({ folders: [], closed: false }, options);
      const driven: FolderWatch = {
        async watch(folders) {
          watch.folders = [...folders];
        },
        async close() {
          watch.closed = true;
        },
      };
      return driven;
    },
  });
  port = Number(new URL(running.url).port);
});

afterEach(() => running.close());

/** What is answered to these very bytes, to the end of the connection. */
function raw(lines: string[], body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`));
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (data) => (answer += data));
    socket.on('close', () => resolve(answer));
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)));
  });
}

const get = (target: string, ...headers: string[]) =>
  raw([`GET ${target} HTTP/1.1`, ...(headers.length > 0 ? headers : [`Host: 127.0.0.1:${port}`]), 'Connection: close']);
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('the server', () => {
  it('tells its address, and answers there', async () => {
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const state = await (await fetch(`${running.url}api/state`)).json();
    expect(state).toMatchObject({ folder: 'lessons/prayer' });
  });

  it('listens on nothing but the loopback', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ address }) => address !== '127.0.0.1');
    for (const { address, scopeid } of others) {
      const host = scopeid ? `${address}%${scopeid}` : address;
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ port, host, timeout: 1000 }, () => resolve(true));
        socket.on('error', () => resolve(false));
        socket.on('timeout', () => resolve(false));
        socket.on('connect', () => socket.destroy());
      });
      expect(reached, host).toBe(false);
    }
  });

  it('refuses names that are not its own', async () => {
    expect(statusOf(await get('/api/state'))).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `[::1]:${port}`, `localhost.:${port}`]) {
      expect(statusOf(await get('/api/state', `Host: ${host}`)), host).toBe(403);
    }
    expect(statusOf(await get('/api/state', 'X-Forwarded-Host: localhost'))).toBe(400);
    expect(statusOf(await get('http://evil.example/api/state', `Host: evil.example`))).toBe(403);
    expect(statusOf(await get(`http://evil.example/api/state`, `Host: 127.0.0.1:${port}`))).toBe(404);
    expect(statusOf(await get('/api/state', 'Host: evil.example', `Host: 127.0.0.1:${port}`))).toBeGreaterThanOrEqual(
      400,
    );
  });

  it.each([
    '/assets/../../package.json',
    '/assets/../api/state',
    '/../etc/passwd',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/.%2E/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/..\\..\\package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%00',
    '/assets//etc/passwd',
    '//etc/passwd',
    '/assets/file:///etc/passwd',
    '/assets/%c0%ae%c0%ae/package.json',
    '/assets/%',
    '/./api/state',
    '*',
    'api/state',
  ])('serves nothing for %s', async (target) => {
    const answer = await get(target);
    expect([400, 404]).toContain(statusOf(answer));
    expect(answer).not.toMatch(/"name"|root:|lessons\/prayer|\bat .*\.(?:ts|js):/);
  });

  it('takes nothing that is not sent by its own page', async () => {
    const write = (...headers: string[]) =>
      raw(
        ['PUT /api/choices HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Connection: close', 'Content-Length: 17', ...headers],
        '{"theme":"plain"}',
      );
    const json = 'Content-Type: application/json';
    expect(statusOf(await write(json))).toBe(403);
    expect(statusOf(await write(json, 'Origin: http://evil.example'))).toBe(403);
    expect(statusOf(await write(`Origin: http://127.0.0.1:${port}`, 'Content-Type: text/plain'))).toBe(415);
    expect(statusOf(await write(json, `Origin: http://127.0.0.1:${port}`, 'Sec-Fetch-Site: cross-site'))).toBe(403);
    expect(workshop.reads.every(({ folder }) => folder === FOLDER)).toBe(true);
    expect(statusOf(await write(json, `Origin: http://127.0.0.1:${port}`, 'Sec-Fetch-Site: same-origin'))).toBe(200);
  });

  it('reads no more of a body than it takes', async () => {
    const head = [
      'POST /api/overlay HTTP/1.1',
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      'Content-Type: application/json',
      'Connection: close',
    ];
    expect(statusOf(await raw([...head, 'Content-Length: 1000000000'], '{"name":'))).toBe(413);
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    expect(statusOf(await raw([...head, 'Transfer-Encoding: chunked'], chunk.repeat(4)))).toBe(413);
  });

  it('answers nonsense with no more than that it is', async () => {
    for (const lines of [
      ['NONSENSE'],
      ['GET / HTTP/9.9'],
      ['TRACE / HTTP/1.1', `Host: 127.0.0.1:${port}`, 'Connection: close'],
    ]) {
      const answer = await raw(lines);
      expect(statusOf(answer)).toBeGreaterThanOrEqual(400);
      expect(answer).not.toMatch(/\bat .*:\d+:\d+/);
    }
    expect(statusOf(await get('/api/state'))).toBe(200);
  });

  it('tells its state at once and at each change, until it ends', async () => {
    const answer = await fetch(`${running.url}api/events`);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const reader = (answer.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    let told = '';
    const until = async (pattern: RegExp) => {
      while (!pattern.test(told)) {
        const { done, value } = await reader.read();
        if (done) throw new Error(`the end, after ${told}`);
        told += value;
      }
    };
    await until(/^event: state\ndata: \{"revision":\d,"status":"\w+"\}\n\n/);
    await until(/"revision":2,"status":"fresh"/);
    watch.onChange([`${FOLDER}/1-ask.md`]);
    await until(/"revision":3,"status":"fresh"\}\n\n/);
    await running.close();
    expect(await reader.read()).toEqual({ done: true, value: undefined });
    expect(watch.closed).toBe(true);
    await expect(fetch(running.url)).rejects.toThrow();
  });

  it('watches the booklet before it reads it, and later what that is made from', async () => {
    expect(watch.folders).toEqual([FOLDER, '/work/templates']);
    const answer = workshop.answer;
    workshop.answer = async (request) => ({ ...(await answer(request)), folders: [FOLDER, '/work/lessons/base'] });
    const before = workshop.reads.length;
    watch.onChange([`${FOLDER}/booklet.yaml`]);
    await expect.poll(() => workshop.reads.length).toBe(before + 2);
    expect(watch.folders).toEqual([FOLDER, '/work/templates', '/work/lessons/base']);
  });

  it('says so where the port is taken', async () => {
    const again = startPreview({
      world: memoryWorld({}),
      output: memoryOutput(),
      openWorkshop: () => workshop,
      listThemes: async () => [],
      folder: FOLDER,
      base: '/work',
      templates: [],
      port,
      client: '/nowhere',
      onFault: () => {},
      watchFolders: () => ({ watch: async () => {}, close: async () => {} }),
    });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
