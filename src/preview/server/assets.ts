import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { withSlashes } from '../../world/path.js';

/** A file of the page, ready to be sent. */
export interface Asset {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The page's files by the path they are asked for with: `/` and what lies in `assets/`. They are found once, and nothing
 * else is ever read for a request. Empty where the page was not built.
 *
 * @param folder - Absolute path of the folder that the page was built into.
 */
export async function readAssets(folder: string): Promise<ReadonlyMap<string, Asset>> {
  const assets = new Map<string, Asset>();
  const add = async (path: string, file: string) => {
    const type = TYPES[extname(file).toLowerCase()];
    if (type) assets.set(path, { type, bytes: new Uint8Array(await readFile(file)) });
  };
  const entries = await readdir(join(folder, 'assets'), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    await add(`/${withSlashes(relative(folder, file))}`, file);
  }
  await add('/', join(folder, 'index.html')).catch(() => {});
  return assets;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
};
