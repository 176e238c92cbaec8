import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './booklet.js';

/** What a process said and left behind. */
export interface BuiltByProcess {
  exit: number;
  /** Without how long anything took. */
  stdout: string;
  /** Without progress. */
  stderr: string;
  /** By path below the folder of output, in base64. */
  files: Record<string, string>;
}

/**
 * Builds every booklet under `lessons/` of a folder in a process of its own, with the command as it is installed.
 *
 * @param args - Options of `gathering build` beside `--out`.
 * @throws Whatever ended the process, unless `mayFail`.
 */
export async function builtByProcess(
  folder: string,
  args: readonly string[],
  { out = 'output', node = [] as readonly string[], mayFail = false } = {},
): Promise<BuiltByProcess> {
  const command = [...node, join(ROOT, 'dist/cli/main.js'), 'build', '--out', out, ...args];
  const run = promisify(execFile)(process.execPath, command, { cwd: folder });
  const { stdout, stderr, code } = await run.then(
    (done) => ({ ...done, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => {
      if (mayFail) return error;
      throw error;
    },
  );
  return {
    exit: code,
    stdout: stdout.replace(/ +[\d.]+ s$/gm, '').replace(/"milliseconds": \d+/g, '"milliseconds": 0'),
    stderr: stderr.replace(/^[\w-]+(?:, [\w-]+)?: .*\n/gm, ''),
    files: await filesBelow(join(folder, out)),
  };
}

async function filesBelow(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    // Another process may be about to publish it, under its name.
    if (entry.isFile() && !entry.name.endsWith('.partial'))
      files[path.slice(folder.length)] = await readFile(path, 'base64');
  }
  return files;
}
