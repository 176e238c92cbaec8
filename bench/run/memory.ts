import { readdirSync, readFileSync } from 'node:fs';

/** How often is looked, in milliseconds: seldom enough not to be in the way. */
const INTERVAL = 50;

/**
 * Watches the memory of a process and all that it started, from outside, for programs that do not tell it themselves. On
 * systems without /proc nothing is known.
 */
export function watchMemory(pid: number | undefined): { peak(): number | undefined; end(): void } {
  let most = 0;
  const timer = setInterval(() => {
    if (pid !== undefined) most = Math.max(most, memoryOfTree(pid));
  }, INTERVAL);
  return { peak: () => (most > 0 ? most : undefined), end: () => clearInterval(timer) };
}

/** Bytes that a process and its descendants hold at this moment. */
function memoryOfTree(root: number): number {
  const processes = runningProcesses();
  const inside = new Set([root]);
  // A process is listed before those that it started, save where numbers began anew; those are caught the next time round.
  for (const { pid, parent } of processes) if (inside.has(parent)) inside.add(pid);
  return processes.reduce((sum, { pid, resident }) => sum + (inside.has(pid) ? resident : 0), 0);
}

function runningProcesses(): { pid: number; parent: number; resident: number }[] {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids
      .map(Number)
      .sort((a, b) => a - b)
      .flatMap(status);
  } catch {
    return [];
  }
}

function status(pid: number): { pid: number; parent: number; resident: number }[] {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    const number = (key: string) => Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(text)?.[1] ?? 0);
    return [{ pid, parent: number('PPid'), resident: number('VmRSS') * 1024 }];
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
