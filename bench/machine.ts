import { availableParallelism, loadavg, platform, totalmem } from 'node:os';

/** The machine in general terms, and how busy it was with other things. */
export function describeMachine(): string {
  const [load = 0] = loadavg();
  const memory = Math.round(totalmem() / 2 ** 30);
  const systems: Partial<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
  const busy = load > 0 ? `; load when it began ${load.toFixed(1)}` : '';
  return `Measured with Node ${process.versions.node.split('.')[0]} on ${systems[platform()] ?? platform()}, ${availableParallelism()} cores, ${memory} GB of memory${busy}.`;
}
