import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from '../support/booklet.js';

const SCRIPT = `
  import { createRequire } from 'node:module';
  await import(process.argv[1]);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const drawing = process.report.getReport().sharedObjects.filter((path) => path.includes('skia'));
  console.log(JSON.stringify({ drawing, reads: typeof getDocument, matrix: typeof DOMMatrix }));
`;

/** What a process has loaded once it has loaded pdf.js, after a file of ours. */
async function afterLoading(file: string): Promise<unknown> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', SCRIPT, file], {
    cwd: ROOT,
  });
  return { ...JSON.parse(stdout), stderr };
}

it('a thread of our own loads pdf.js without its canvas', async () => {
  const without = await afterLoading(join(ROOT, 'dist/workers/inspector.js'));
  expect(without).toEqual({ drawing: [], reads: 'function', matrix: 'function', stderr: '' });
  // It would be loaded otherwise.
  const [chunk] = (await readdir(join(ROOT, 'dist/chunks'))).filter((name) => name.startsWith('folder-'));
  const otherwise = await afterLoading(join(ROOT, 'dist/chunks', chunk ?? ''));
  expect(otherwise).toMatchObject({ drawing: [expect.stringContaining('canvas')], reads: 'function' });
}, 60_000);
