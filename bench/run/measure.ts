import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { watchMemory } from './memory.js';

/** A whole process, from its start to its end. */
export interface Measured {
  milliseconds: number;
  /** The most memory that it held, in bytes; absent where the system does not tell. */
  peak?: number;
  stdout: string;
}

export interface ProcessOptions {
  env?: Record<string, string>;
  cwd?: string;
  /** Whether its memory is not watched, because it tells that by itself. */
  unwatched?: boolean;
}

/** Runs a program to its end; throws with what it said last where it fails. */
export async function measure(
  command: string,
  args: readonly string[],
  { env = {}, cwd = process.cwd(), unwatched = false }: ProcessOptions = {},
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const memory = unwatched ? undefined : watchMemory(child.pid);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].on('data', (text) => (said[name] += text));
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
    const milliseconds = performance.now() - start;
    if (code !== 0) {
      throw new Error(
        `${command} ${args.slice(0, 6).join(' ')} ended with ${code}: ${(said.stderr || said.stdout).slice(-2000)}`,
      );
    }
    const peak = memory?.peak();
    return { milliseconds, ...(peak ? { peak } : {}), stdout: said.stdout };
  } finally {
    memory?.end();
  }
}

/** Runs a program of Node's, which tells the most memory that it held by itself, and is not slowed down by being watched. */
export async function measureNode(args: readonly string[], options: ProcessOptions = {}): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'peak-'));
  const file = join(folder, 'peak');
  const preload = ['--require', join(import.meta.dirname, 'peak.cjs')];
  try {
    // React's development build is slower, and the command `gathering` does not load it either.
    const env = { NODE_ENV: 'production', ...options.env, PEAK_FILE: file };
    const measured = await measure(process.execPath, [...preload, ...args], { ...options, env, unwatched: true });
    return { ...measured, peak: Number(readFileSync(file, 'utf8')) * 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
