import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAssets } from '../../src/preview/server/assets.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gathering-page-'));
});
afterEach(() => rmSync(home, { recursive: true }));

describe('readAssets', () => {
  it('finds the page and what lies in its assets, and nothing else', async () => {
    const client = join(home, 'client');
    mkdirSync(join(client, 'assets/fonts'), { recursive: true });
    writeFileSync(join(home, 'secret.js'), 'secret');
    writeFileSync(join(client, 'index.html'), '<!doctype html>');
    writeFileSync(join(client, 'other.js'), '');
    writeFileSync(join(client, 'assets/a-12345678.js'), 'a');
    writeFileSync(join(client, 'assets/a.js.map'), '');
    writeFileSync(join(client, 'assets/fonts/b.woff2'), 'b');
    symlinkSync(join(home, 'secret.js'), join(client, 'assets/link.js'));
    const assets = await readAssets(client);
    expect([...assets].map(([path, { type }]) => [path, type]).sort()).toEqual([
      ['/', 'text/html; charset=utf-8'],
      ['/assets/a-12345678.js', 'text/javascript; charset=utf-8'],
      ['/assets/fonts/b.woff2', 'font/woff2'],
    ]);
  });

  it('finds nothing where the page was not built', async () => {
    expect((await readAssets(join(home, 'nowhere'))).size).toBe(0);
  });
});
