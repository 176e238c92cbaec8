import { execFile } from 'node:child_process';

/** How a program ended. */
export interface Ended {
  /** Its exit code; nothing where it could not be started or was stopped. */
  code: number | undefined;
  stdout: string;
  stderr: string;
  /** Whether there is no such program. */
  missing: boolean;
}

/** Reports name every file, and hundreds of checks where files are bad. */
const MOST_OUTPUT = 256 * 1024 * 1024;

/** Runs another program to its end. That it fails is an answer too. */
export function run(program: string, args: readonly string[], options: { cwd?: string; timeout: number }) {
  return new Promise<Ended>((resolve) => {
    execFile(program, args, { ...options, maxBuffer: MOST_OUTPUT }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : undefined;
      resolve({ code, stdout, stderr, missing: error?.code === 'ENOENT' });
    });
  });
}
